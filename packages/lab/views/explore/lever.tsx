import { useId, useState } from 'react';
import { useLab } from '../../app/lab-context.js';
import { firstPolicy } from '../../models/draft.js';
import type { LabControl } from '../../models/lab-study.js';
import { isUntested, leverText, leverValue, stepOf, typedProblem } from './lever-value.js';
import { TrackMarks } from './track-marks.js';

interface Props {
  readonly control: LabControl;
  readonly isLocked: boolean;
}

/** A constant with a slider and a number field. What is typed out of range is said, and changes nothing. */
export function Lever({ control, isLocked }: Props) {
  const { study, state, dispatch, settle } = useLab();
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const draft = state.draft ?? firstPolicy(study);
  const { value, before, setting } = leverValue(study, draft, control);
  const problem = typed === undefined ? undefined : typedProblem(control, typed);
  const { low, high, name } = control;
  const step = stepOf(control);

  const put = (next: number): void => {
    if (state.draft === undefined) dispatch({ kind: 'choose', draft });
    if (next === before) dispatch({ kind: 'set', name });
    else dispatch({ kind: 'set', name, setting: { name, value: next } });
  };
  const type = (text: string): void => {
    setTyped(text);
    if (typedProblem(control, text) === undefined) put(Number(text));
  };
  return (
    <div className="lever" data-changed={setting === undefined ? undefined : 'yes'}>
      <label htmlFor={`${id}-slider`}>{control.label}</label>
      <div className="lever-row">
        <span className="lever-track">
          <input
            id={`${id}-slider`}
            type="range"
            min={low}
            max={high}
            step={step}
            value={value}
            disabled={isLocked}
            aria-valuetext={leverText(control, value)}
            aria-describedby={`${id}-note`}
            onChange={({ target }) => {
              setTyped(undefined);
              put(Number(target.value));
            }}
            onPointerUp={settle}
            onKeyUp={settle}
            onBlur={settle}
          />
          <TrackMarks control={control} before={before} />
        </span>
        <input
          type="number"
          aria-label={`${control.label}, value`}
          min={low}
          max={high}
          step="any"
          value={typed ?? String(Number(value.toPrecision(10)))}
          disabled={isLocked}
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-note`}
          onChange={({ target }) => type(target.value)}
          onBlur={() => {
            if (problem === undefined) setTyped(undefined);
            settle();
          }}
        />
        <button
          type="button"
          disabled={setting === undefined && typed === undefined}
          aria-label={`Reset ${control.label}`}
          onClick={() => {
            setTyped(undefined);
            dispatch({ kind: 'set', name });
            settle();
          }}
        >
          Reset
        </button>
      </div>
      <p id={`${id}-note`} className="small lever-note">
        {problem === undefined ? null : <strong className="lever-problem">{problem} </strong>}
        {setting !== undefined && isUntested(control, value) ? (
          <strong className="lever-warning">
            Outside the tested range, {leverText(control, control.tested?.low ?? low)} to{' '}
            {leverText(control, control.tested?.high ?? high)}.{' '}
          </strong>
        ) : null}
        <span className="muted">
          {control.unit === '' ? '' : `${control.unit}. `}
          {setting === undefined ? '' : `Without the change ${leverText(control, before)}. `}
          {control.note}
        </span>
      </p>
    </div>
  );
}
