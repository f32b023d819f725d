import { useId } from 'react';
import { firstPolicy, isEdited, policyLabel } from '../../models/draft.js';
import { useLab } from '../lab-context.js';
import { CorrectionsButton } from './corrections-button.js';
import { ModelChoice } from './model-choice.js';
import { OpenModel } from './open-model.js';
import { PinButton } from './pin-button.js';
import { ReadingSwitch } from './reading-switch.js';

/** The frame's head: which model, in which reading, which policy is worked on, and what can be done with it. */
export function Header() {
  const { study, state, open, undo, redo, reset, canUndo, canRedo } = useLab();
  const draft = state.draft ?? firstPolicy(study);
  const menu = useId();
  return (
    <header className="header">
      <div className="header-model">
        <ModelChoice />
        <OpenModel />
        <CorrectionsButton />
        <ReadingSwitch />
      </div>
      <p className="header-draft">
        <span className="muted">Policy worked on: </span>
        <strong>{policyLabel(study, { scenario: draft.scenario, settings: [] })}</strong>
        {isEdited(draft) ? <span className="edited"> edited</span> : null}
      </p>
      <details className="header-menu">
        <summary id={menu}>Menu</summary>
        <div className="header-tools" role="toolbar" aria-label="Tools">
          <button type="button" onClick={undo} disabled={!canUndo}>
            Undo
          </button>
          <button type="button" onClick={redo} disabled={!canRedo}>
            Redo
          </button>
          <button type="button" onClick={reset}>
            Reset
          </button>
          <PinButton />
          <button type="button" onClick={() => open('share')}>
            Share
          </button>
          <button type="button" onClick={() => open('export')}>
            Export
          </button>
          <button type="button" onClick={() => open('words')}>
            Words
          </button>
          <button type="button" onClick={() => open('help')}>
            Get help
          </button>
          <button type="button" onClick={() => open('display')}>
            Display
          </button>
        </div>
      </details>
    </header>
  );
}
