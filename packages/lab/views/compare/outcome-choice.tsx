import { useLab } from '../../app/lab-context.js';
import { columnsOf } from './columns.js';

/** Which outcomes are columns. A total keeps the parts that must be read with it. */
export function OutcomeChoice() {
  const { study, state, dispatch } = useLab();
  const shown = new Set(columnsOf(study, state.outcomes).map(({ id }) => id));
  const change = (id: string, isOn: boolean): void => {
    const next = study.outcomes.map((one) => one.id).filter((one) => (one === id ? isOn : shown.has(one)));
    if (next.length > 0) dispatch({ kind: 'outcomes', outcomes: next });
  };
  return (
    <details className="outcome-choice">
      <summary>Outcomes: {shown.size}</summary>
      <fieldset>
        <legend className="unseen">Outcomes</legend>
        {study.outcomes.map(({ id, label }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={shown.has(id)}
              onChange={({ target }) => change(id, target.checked)}
            />
            {label}
          </label>
        ))}
        <button type="button" onClick={() => dispatch({ kind: 'outcomes', outcomes: [] })}>
          Headline outcomes
        </button>
      </fieldset>
    </details>
  );
}
