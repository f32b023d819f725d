import { type LinkScenario, readPhaseIn } from '@weir/study';
import { useId, useState } from 'react';
import { useLab } from '../../app/lab-context.js';
import { firstPolicy, isEdited, scenarioNamed } from '../../models/draft.js';

/** Which policy is worked on, when it begins, and over how long it is phased in. */
export function PolicyChoice() {
  const { study, state, dispatch, settle } = useLab();
  const id = useId();
  const draft = state.draft ?? firstPolicy(study);
  const scenario = scenarioNamed(study, draft.scenario);
  return (
    <section className="policy-choice" aria-label="Policy worked on">
      <label htmlFor={id}>Policy</label>
      <select
        id={id}
        value={draft.scenario}
        onChange={({ target }) =>
          dispatch({ kind: 'choose', draft: { scenario: target.value, settings: [] } })
        }
      >
        {study.scenarios.map(({ id: one, label }) => (
          <option key={one} value={one}>
            {label}
          </option>
        ))}
      </select>
      {isEdited(draft) ? (
        <button
          type="button"
          onClick={() => dispatch({ kind: 'choose', draft: { scenario: draft.scenario, settings: [] } })}
        >
          Take all changes back
        </button>
      ) : null}
      {scenario === undefined ? null : <p className="small">{scenario.summary}</p>}
      {draft.scenario === study.baseline || !study.rests ? null : (
        <BeginFields
          key={draft.begin === undefined ? 'none' : 'some'}
          draft={draft}
          onChange={(begin) => {
            if (state.draft === undefined) dispatch({ kind: 'choose', draft });
            dispatch({ kind: 'begin', ...(begin === undefined ? {} : { begin }) });
            settle();
          }}
        />
      )}
    </section>
  );
}

/** Latest month that a policy can begin in, and longest time of phasing in. */
const MOST_MONTHS = 600;

interface BeginProps {
  readonly draft: LinkScenario;
  readonly onChange: (begin: LinkScenario['begin']) => void;
}

/** The date on which the policy's own settings begin. */
function BeginFields({ draft, onChange }: BeginProps) {
  const { study } = useLab();
  const id = useId();
  const [at, setAt] = useState(String(draft.begin?.at ?? study.time.start));
  const [over, setOver] = useState(String(draft.begin?.over ?? 0));
  const read = readPhaseIn(`${at}+${over}`);
  const isAllowed =
    read !== undefined && read.at >= study.time.start && read.at <= MOST_MONTHS && read.over <= MOST_MONTHS;
  const change = (nextAt: string, nextOver: string): void => {
    setAt(nextAt);
    setOver(nextOver);
    const next = readPhaseIn(`${nextAt}+${nextOver}`);
    if (next === undefined || next.at < study.time.start || next.at > MOST_MONTHS || next.over > MOST_MONTHS)
      return;
    onChange(next.at === study.time.start && next.over === 0 ? undefined : next);
  };
  return (
    <div className="begin">
      <label htmlFor={`${id}-at`}>Begins in {study.time.units}</label>
      <input
        id={`${id}-at`}
        type="number"
        min={study.time.start}
        max={MOST_MONTHS}
        value={at}
        aria-describedby={`${id}-problem`}
        onChange={({ target }) => change(target.value, over)}
      />
      <label htmlFor={`${id}-over`}>phased in over</label>
      <input
        id={`${id}-over`}
        type="number"
        min={0}
        max={MOST_MONTHS}
        value={over}
        aria-describedby={`${id}-problem`}
        onChange={({ target }) => change(at, target.value)}
      />
      <span id={`${id}-problem`} className="small">
        {isAllowed ? `${study.time.units}s` : `The allowed range is ${study.time.start} to ${MOST_MONTHS}.`}
      </span>
    </div>
  );
}
