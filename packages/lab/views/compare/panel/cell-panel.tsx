import { quantileOf } from '@weir/analysis';
import { agreementText, level, rungSentence } from '@weir/figures';
import { useLab } from '../../../app/lab-context.js';
import { drawsAt, type PairedTable } from '../../../compute/paired-table.js';
import { horizonLabel } from '../../../models/horizons.js';
import type { LabOutcome, LabRanges } from '../../../models/lab-study.js';
import { type CheckTable, type CompareCell, countsAt } from '../cell.js';
import type { ComparedPolicy } from '../policies.js';
import { ChecksList } from './checks-list.js';
import { DifferenceDots } from './difference-dots.js';
import { differencesOf } from './dots.js';
import { PathFigure } from './path-figure.js';
import { quoteOf } from './quote.js';
import { Reasons } from './reasons.js';

interface Props {
  readonly baseline: ComparedPolicy;
  readonly policy: ComparedPolicy;
  readonly place: number;
  readonly outcome: LabOutcome;
  readonly cell: CompareCell;
  readonly time: number | 'rest';
  readonly single: PairedTable | undefined;
  readonly draws: PairedTable | undefined;
  readonly isOld: boolean;
  readonly checks: readonly CheckTable[];
  readonly ranges: LabRanges;
  readonly method: string;
}

/** What stands behind a cell: draws, path, reasons, checks, limits, and a sentence to quote. */
export function CellPanel(props: Props) {
  const { baseline, policy, place, outcome, cell, time, single, draws, isOld, checks, ranges, method } =
    props;
  const { study, state, dispatch, announce } = useLab();
  const horizon = horizonLabel(study, state.horizon);
  const { rung } = cell;
  const spotlight = study.spotlights.find((one) => one.outcome === outcome.id);
  const quote = quoteOf({
    study,
    policy: policy.label,
    outcome,
    when: state.horizon === 'long' ? 'in the long run' : `after ${horizon}`,
    cell,
    corrections:
      state.corrections.length === 0 ? 'as published' : `corrections ${state.corrections.join(', ')}`,
    ranges: ranges.label,
  });
  return (
    <>
      <p className="panel-sentence">
        In this model, {horizon}:{' '}
        {rung === undefined ? 'not counted yet' : rungSentence(rung, cell.summary, state.draws)}.
      </p>
      {outcome.limit === undefined ? null : <p className="panel-limit">{outcome.limit}</p>}
      {draws === undefined ? null : (
        <>
          <DifferenceDots
            differences={differencesOf(
              drawsAt(draws, place, time, outcome.key),
              drawsAt(draws, 0, time, outcome.key),
              outcome,
            )}
            title={`Draw by draw: ${agreementText({ kind: 'mixed', counts: countsAt(draws, place, time, outcome), isBorderline: false })}`}
            method={method}
            color={policy.look.color}
            isOld={isOld}
          />
          <LevelRange {...{ draws, place, time, outcome, single }} />
        </>
      )}
      {single === undefined || single.times.length < 2 ? null : (
        <PathFigure {...{ baseline, policy, place, outcome, single, ranges }} />
      )}
      {policy.kind === 'study' && outcome.kind !== 'share' ? (
        <Reasons scenario={policy.policy.scenario} outcome={outcome.id} />
      ) : null}
      {spotlight === undefined ? null : (
        <section>
          <h3>Why</h3>
          <p>{spotlight.why}</p>
          <p className="muted small">{spotlight.source}</p>
        </section>
      )}
      <ChecksList {...{ cell, checks, place, time, outcome }} />
      <p className="buttons">
        <button type="button" onClick={() => dispatch({ kind: 'view', view: 'sensitivity' })}>
          What would reverse it: flip points
        </button>
        <button type="button" onClick={() => dispatch({ kind: 'view', view: 'over-time' })}>
          Over time
        </button>
        <button
          type="button"
          disabled={quote === undefined}
          onClick={() => {
            void navigator.clipboard?.writeText(quote ?? '').then(() => announce('Sentence copied'));
          }}
        >
          Copy a quotable sentence
        </button>
      </p>
    </>
  );
}

interface RangeProps {
  readonly draws: PairedTable;
  readonly place: number;
  readonly time: number | 'rest';
  readonly outcome: LabOutcome;
  readonly single: PairedTable | undefined;
}

/** The level with its range, on request: the fifth rung. */
function LevelRange({ draws, place, time, outcome, single }: RangeProps) {
  const sorted = drawsAt(draws, place, time, outcome.key).filter(Number.isFinite).sort();
  const value = single === undefined ? undefined : drawsAt(single, place, time, outcome.key)[0];
  if (sorted.length === 0 || value === undefined) return null;
  const plain = (bound: number) => level(bound, outcome.kind).replace('about ', '');
  return (
    <details>
      <summary>The level and its range</summary>
      <p>
        {level(value, outcome.kind)} ({plain(quantileOf(sorted, 0.1))} to {plain(quantileOf(sorted, 0.9))} in
        the middle 80 of 100 runs over tested assumptions). Compare policies by paired differences, not by
        overlapping ranges.
      </p>
    </details>
  );
}
