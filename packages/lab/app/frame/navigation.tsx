import { useLab } from '../lab-context.js';
import { VIEWS } from '../views.js';

/** The seven views. */
export function Navigation() {
  const { state, dispatch } = useLab();
  return (
    <nav className="navigation" aria-label="Views">
      <ul>
        {VIEWS.map(({ view, label }) => (
          <li key={view}>
            <button
              type="button"
              aria-current={state.view === view ? 'page' : undefined}
              onClick={() => dispatch({ kind: 'view', view })}
            >
              {label}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
