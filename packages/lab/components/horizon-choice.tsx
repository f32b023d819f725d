import { useId } from 'react';
import { useLab } from '../app/lab-context.js';
import { horizonLabel, horizonsOf } from '../models/horizons.js';

/** When outcomes are read. */
export function HorizonChoice() {
  const { study, state, dispatch } = useLab();
  const id = useId();
  const { all } = horizonsOf(study);
  const known = all.some(({ at }) => at === state.horizon)
    ? all
    : [...all, { at: state.horizon, label: horizonLabel(study, state.horizon) }];
  return (
    <fieldset className="segments">
      <legend>{study.rests ? 'Time from now' : 'Time from the start of the run'}</legend>
      {known.map(({ at, label }) => (
        <label key={label}>
          <input
            type="radio"
            name={id}
            checked={state.horizon === at}
            onChange={() => dispatch({ kind: 'horizon', horizon: at })}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
