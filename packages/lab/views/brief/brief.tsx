import { capitalized, fixed } from '@weir/figures';
import { WEIR_VERSION } from '@weir/study';
import { useLab } from '../../app/lab-context.js';
import { LineChart } from '../../components/chart/line-chart.js';
import type { ChartLine } from '../../components/chart/line-chart-data.js';
import { shortNumber } from '../../components/short-number.js';
import { measuredPath } from '../../compute/difference-path.js';
import { horizonTime } from '../../compute/paired-request.js';
import type { PairedTable } from '../../compute/paired-table.js';
import { horizonLabel } from '../../models/horizons.js';
import type { LabOutcome } from '../../models/lab-study.js';
import { linkOfState } from '../../state/link-of-state.js';
import { methodLine } from '../compare/method-line.js';
import type { ShownPolicies } from '../over-time/policies-shown.js';
import './brief.css';
import { BriefMatrix } from './brief-matrix.js';
import { type BriefParts, useBrief } from './use-brief.js';

/** One page to print: question, small matrix, one chart, what is left out, a flip point, limits, link, source. */
export function Brief() {
  const { study, state, desk } = useLab();
  const parts = useBrief();
  const { columns, shown, draws, paths, outcome } = parts;
  const table = draws.result;
  const when = horizonLabel(study, state.horizon);
  const isDone = table !== undefined && table.rows === table.wanted;
  const isReady = isDone && paths.result !== undefined && parts.flips !== undefined;
  return (
    <div className="brief" data-ready={isReady ? 'yes' : undefined}>
      <p className="buttons brief-tools">
        <button type="button" disabled={!isReady} onClick={() => window.print()}>
          Print
        </button>
        {isReady ? null : <span role="status">Computing the brief.</span>}
      </p>
      <article>
        <h2>{study.title}: which policies move which outcomes?</h2>
        {isDone ? (
          <BriefMatrix
            table={table}
            policies={shown.all}
            columns={columns}
            time={horizonTime(study, state.horizon)}
            caption={`In this model, against ${shown.all[0]?.label ?? 'the first policy'}, ${when}`}
          />
        ) : null}
        {outcome === undefined || paths.result === undefined ? null : (
          <BriefChart outcome={outcome} shown={shown} table={paths.result} />
        )}
        <p>
          <strong>What would turn it around.</strong>{' '}
          {flipSentence(parts, shown.all[shown.worked]?.short ?? '')}
        </p>
        <p>
          <strong>What is left out.</strong> {study.limits.points.join(' ')}
        </p>
        <p>
          <strong>Limits.</strong> {study.limits.strip}
        </p>
        <p className="small">{methodLine(study, state, table)}</p>
        {desk.source.kind === 'own' ? null : (
          <p className="small brief-link">Link: #{linkOfState(state, study)}</p>
        )}
        <p className="small">
          Weir {WEIR_VERSION}. {study.citation}
        </p>
      </article>
    </div>
  );
}

function BriefChart({
  outcome,
  shown,
  table,
}: {
  readonly outcome: LabOutcome;
  readonly shown: ShownPolicies;
  readonly table: PairedTable;
}) {
  const { study } = useLab();
  const times = table.times.map((time) => time - study.time.start);
  const lines = shown.all.flatMap(({ id, short, look }, policy): readonly ChartLine[] =>
    policy === 0
      ? []
      : [{ id, label: short, look, times, values: measuredPath(table, 0, policy, outcome, 'percent') }],
  );
  const unit = outcome.kind === 'share' ? 'points' : '%';
  const title = `${capitalized(outcome.label)}: difference from ${shown.all[0]?.short ?? ''}, ${unit}, default run`;
  return (
    <div className="brief-chart">
      <h3>{title}</h3>
      <LineChart
        label={title}
        height={190}
        data={{
          lines,
          measure: 'difference',
          timeLabel: `${study.time.units}s`,
          formatTime: (time) => fixed(time, 0),
          formatValue: (value) => `${fixed(value, 1)} ${unit}`,
          formatTick: (value) => fixed(value, Math.abs(value) < 1 && value !== 0 ? 1 : 0),
        }}
      />
      {outcome.limit === undefined ? null : <p className="small">{outcome.limit}</p>}
    </div>
  );
}

/** The smallest change of a single constant that turns the policy's effect around. */
function flipSentence({ flips, varied }: BriefParts, policy: string): string {
  if (flips === undefined) return 'Searching.';
  const { question, found } = flips;
  const { short } = question.outcome;
  if (found === undefined) return `In this model, ${policy} makes no difference to ${short}.`;
  const [first] = found
    .flatMap((one, place) => {
      const constant = varied[place];
      if (one.kind !== 'changes' || constant === undefined) return [];
      const far = Math.abs(one.at - constant.start) / (constant.high - constant.low);
      return [{ constant, at: one.at, far }];
    })
    .sort((one, other) => one.far - other.far);
  if (first === undefined)
    return `No constant on its own turns the effect of ${policy} on ${short} around within its range; corrections of the model may.`;
  const { constant, at } = first;
  return `If "${constant.label}" is about ${shortNumber(at)} rather than ${shortNumber(constant.start)}, the effect of ${policy} on ${short} turns around.`;
}
