import { useMemo, useState } from 'react';
import { useLab } from '../../app/lab-context.js';
import { HorizonChoice } from '../../components/horizon-choice.js';
import { columnsOf } from '../compare/columns.js';
import { methodLine } from '../compare/method-line.js';
import { RunNote } from '../compare/run-note.js';
import { Differences } from './differences.js';
import './explore.css';
import { LeverGroup } from './lever-group.js';
import { OutcomeChart } from './outcome-chart.js';
import { PolicyChoice } from './policy-choice.js';
import { RunList } from './run-list.js';
import { useExplore } from './use-explore.js';

/** Levers beside charts: what a policy, or a change of one, does. */
export function ExploreView() {
  const { study, state } = useLab();
  const columns = useMemo(() => columnsOf(study, state.outcomes), [study, state.outcomes]);
  const [charts, setCharts] = useState<readonly string[]>([]);
  const [measure, setMeasure] = useState<'level' | 'percent'>('level');
  const shown = [0, 1].flatMap((place) => {
    const chosen = columns.find(({ id }) => id === charts[place]) ?? columns[place];
    return chosen === undefined ? [] : [chosen];
  });
  const { single, draws } = useExplore(columns);
  return (
    <section aria-labelledby="explore-title" className="explore">
      <h1 id="explore-title">Explore: what would a policy, or a change of one, do in this model?</h1>
      <div className="explore-columns">
        <div className="levers">
          <PolicyChoice />
          {state.draft === undefined ? <p className="small">Move a lever or choose a policy.</p> : null}
          {study.controls.map((group, place) => (
            <LeverGroup key={group.id} group={group} isFirst={place === 0} />
          ))}
        </div>
        <div className="explore-main">
          <div className="controls">
            <HorizonChoice />
            <fieldset className="segments">
              <legend>Charts show</legend>
              {(['level', 'percent'] as const).map((one) => (
                <label key={one}>
                  <input
                    type="radio"
                    name="measure"
                    checked={measure === one}
                    onChange={() => setMeasure(one)}
                  />
                  <span>{one === 'level' ? 'levels' : 'differences'}</span>
                </label>
              ))}
            </fieldset>
          </div>
          {single.fault === undefined ? null : (
            <p className="notice" role="alert">
              The run stopped: {single.fault.message}{' '}
              <button type="button" onClick={single.retry}>
                Retry
              </button>
            </p>
          )}
          <div className="charts">
            {shown.map((outcome, place) => (
              <OutcomeChart
                key={place === 0 ? 'first' : 'second'}
                outcome={outcome}
                outcomes={columns}
                onOutcome={(id) => setCharts(shown.map((one, at) => (at === place ? id : one.id)))}
                single={single.result}
                draws={draws.result}
                isOld={draws.isOld}
                measure={measure}
              />
            ))}
          </div>
          <RunList />
          <Differences columns={columns} single={single.result} draws={draws.result} isOld={draws.isOld} />
          <p className="small muted method">
            {methodLine(study, state, draws.isOld ? undefined : draws.result)}
          </p>
          <RunNote table={draws.isOld ? undefined : draws.result} />
        </div>
      </div>
    </section>
  );
}
