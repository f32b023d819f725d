import { useMemo, useState } from 'react';
import { useLab } from '../../app/lab-context.js';
import type { PathMeasure } from '../../compute/difference-path.js';
import { yearOf } from '../../models/horizons.js';
import { columnsOf } from '../compare/columns.js';
import { FactsTable } from './facts-table.js';
import { OutcomeChart } from './outcome-chart.js';
import './over-time.css';
import { shownPolicies } from './policies-shown.js';
import { usePaths } from './use-paths.js';

const MEASURES: readonly { readonly id: PathMeasure; readonly label: string }[] = [
  { id: 'percent', label: 'percent' },
  { id: 'difference', label: 'difference' },
  { id: 'level', label: 'level' },
];
const YEARS = [5, 10, 20];
const FIRST_YEARS = 10;
/** More charts than this are not read together. */
const MOST_CHARTS = 4;

/** The view Over time: what happens between now and the long run. */
export function OverTimeView() {
  const { study, state } = useLab();
  const [measure, setMeasure] = useState<PathMeasure>('percent');
  const [years, setYears] = useState(FIRST_YEARS);
  const year = yearOf(study);
  const until = study.rests && year !== undefined ? study.time.start + years * year : study.time.stop;
  const columns = useMemo(() => columnsOf(study, state.outcomes), [study, state.outcomes]);
  const [picked, setPicked] = useState<readonly string[]>();
  const outcomes = useMemo(() => {
    const wanted = picked?.filter((id) => columns.some((one) => one.id === id)) ?? [];
    const ids = wanted.length > 0 ? wanted : columns.slice(0, MOST_CHARTS).map(({ id }) => id);
    return columns.filter(({ id }) => ids.includes(id));
  }, [columns, picked]);
  const shown = useMemo(() => shownPolicies(study, state), [study, state]);
  const { single, draws } = usePaths(shown, columns, until);
  const table = single.result;
  const span = study.rests && year !== undefined ? `${years} years` : 'the run';
  const toggle = (id: string): void => {
    const now = outcomes.map((one) => one.id);
    const next = now.includes(id) ? now.filter((one) => one !== id) : [...now, id].slice(-MOST_CHARTS);
    if (next.length > 0) setPicked(next);
  };
  return (
    <section aria-labelledby="over-time-title" className="over-time">
      <h1 id="over-time-title">When would it show, and does anything move the other way first?</h1>
      <p className="lead">
        {study.rests
          ? `Each policy begins at ${study.time.units || 'time'} 0, from the point where the first policy is at rest.`
          : "Each policy runs as the model's file runs it, from the file's own start."}
      </p>
      <div className="controls-row">
        <fieldset>
          <legend>Measure</legend>
          {MEASURES.map(({ id, label }) => (
            <label key={id}>
              <input type="radio" name="measure" checked={measure === id} onChange={() => setMeasure(id)} />{' '}
              {label}
            </label>
          ))}
        </fieldset>
        {study.rests && year !== undefined ? (
          <label>
            Over{' '}
            <select value={years} onChange={(event) => setYears(Number(event.target.value))}>
              {YEARS.map((count) => (
                <option key={count} value={count}>
                  {count} years
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <details className="chart-choice">
          <summary>
            Outcomes ({outcomes.length} of at most {MOST_CHARTS} shown)
          </summary>
          {columns.map(({ id, label }) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={outcomes.some((one) => one.id === id)}
                onChange={() => toggle(id)}
              />{' '}
              {label}
            </label>
          ))}
        </details>
      </div>
      {single.fault === undefined ? null : (
        <p className="notice" role="alert">
          The runs stopped: {single.fault.message}{' '}
          <button type="button" onClick={single.retry}>
            Retry
          </button>
        </p>
      )}
      {table === undefined || table.rows === 0 ? (
        <p role="status">Running the policies.</p>
      ) : (
        <>
          <div className="time-charts">
            {outcomes.map((outcome) => (
              <OutcomeChart
                key={outcome.id}
                outcome={outcome}
                shown={shown}
                single={table}
                draws={draws.isOld ? undefined : draws.result}
                measure={measure}
                isOld={single.isOld}
              />
            ))}
          </div>
          <h2>When changes show</h2>
          {outcomes.map((outcome) => (
            <FactsTable key={outcome.id} outcome={outcome} shown={shown} single={table} span={span} />
          ))}
          <p className="small muted">
            Shapes have thresholds: a change counts beyond 0.5 % (or 0.5 points); a slow start stays within
            that for 6 months or more; an overshoot goes beyond 1.25 times where it settles.
          </p>
        </>
      )}
    </section>
  );
}
