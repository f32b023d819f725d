import { useLab } from '../lab-context.js';

const THEMES = ['system', 'light', 'dark'] as const;
const THEME_WORDS = { system: 'as the system', light: 'light', dark: 'dark' } as const;

/** Theme, motion, single keys, expert words. */
export function DisplayDialog() {
  const { preferences, prefer } = useLab();
  return (
    <>
      <fieldset>
        <legend>Theme</legend>
        {THEMES.map((theme) => (
          <label key={theme}>
            <input
              type="radio"
              name="theme"
              checked={preferences.theme === theme}
              onChange={() => prefer({ theme })}
            />
            {THEME_WORDS[theme]}
          </label>
        ))}
      </fieldset>
      <p>
        <label>
          <input
            type="checkbox"
            checked={preferences.motion === 'none'}
            onChange={({ target }) => prefer({ motion: target.checked ? 'none' : 'system' })}
          />
          No motion
        </label>
      </p>
      <p>
        <label>
          <input
            type="checkbox"
            checked={preferences.expert}
            onChange={({ target }) => prefer({ expert: target.checked })}
          />
          Expert: names of the archive beside the lab's words
        </label>
      </p>
      <h3>Keys</h3>
      <p>
        <label>
          <input
            type="checkbox"
            checked={preferences.shortcuts}
            onChange={({ target }) => prefer({ shortcuts: target.checked })}
          />
          Single keys do things
        </label>
      </p>
      <dl className="keys">
        <dt>1 to 7</dt>
        <dd>the views</dd>
        <dt>p</dt>
        <dd>pin the run</dd>
        <dt>?</dt>
        <dd>this list</dd>
        <dt>Ctrl Z, Ctrl Shift Z</dt>
        <dd>undo, redo</dd>
        <dt>Arrows, Home, End, Enter, Esc</dt>
        <dd>within tables and figures</dd>
      </dl>
    </>
  );
}
