import { withSwitch } from '../../models/readings.js';
import { useLab } from '../lab-context.js';

/** The switches of all corrections; each recomputes everything. */
export function CorrectionsDialog() {
  const { study, state, dispatch } = useLab();
  const groups = Object.entries(study.correctionGroups);
  const put = (corrections: readonly string[]) => dispatch({ kind: 'corrections', corrections });
  return (
    <>
      <p>
        The model file stays as published. A correction in force makes another model from it, and every result
        is computed anew.
      </p>
      <p className="buttons">
        <button type="button" aria-pressed={state.corrections.length === 0} onClick={() => put([])}>
          None: as published
        </button>
        {groups.map(([name, ids]) => (
          <button
            key={name}
            type="button"
            aria-pressed={isSame(ids, state.corrections)}
            onClick={() => put(study.corrections.map(({ id }) => id).filter((id) => ids.includes(id)))}
          >
            Group: {name}
          </button>
        ))}
      </p>
      <ul className="switches">
        {study.corrections.map((correction) => (
          <li key={correction.id}>
            <label>
              <input
                type="checkbox"
                checked={state.corrections.includes(correction.id)}
                onChange={({ target }) =>
                  put(withSwitch(state.corrections, study.corrections, correction.id, target.checked))
                }
              />
              <span>
                <strong>
                  {correction.id}: {correction.title}
                </strong>{' '}
                <span className="badge">{correction.status}</span>
              </span>
            </label>
            <p>{correction.what}</p>
            <details>
              <summary>Why</summary>
              <p>{correction.why}</p>
              <p className="muted">{correction.evidence}</p>
              {correction.conflicts.length === 0 ? null : (
                <p className="muted">Not together with {correction.conflicts.join(', ')}.</p>
              )}
            </details>
          </li>
        ))}
      </ul>
    </>
  );
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id));
}
