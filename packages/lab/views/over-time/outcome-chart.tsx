import { capitalized, fixed } from '@weir/figures';
import { useMemo } from 'react';
import { useLab } from '../../app/lab-context.js';
import { LineChart } from '../../components/chart/line-chart.js';
import type { ChartLine, LineChartData } from '../../components/chart/line-chart-data.js';
import { Figure } from '../../components/figure.js';
import { measuredPath, type PathMeasure } from '../../compute/difference-path.js';
import { drawsAt, type PairedTable } from '../../compute/paired-table.js';
import type { LabOutcome } from '../../models/lab-study.js';
import { methodLine } from '../compare/method-line.js';
import { pathFacts } from './path-facts.js';
import { pathTable } from './path-table.js';
import { measureText, measureUnit, tickText } from './path-words.js';
import type { ShownPolicies } from './policies-shown.js';
import { shapeName, shapeSentence } from './shape-words.js';

interface Props {
  readonly outcome: LabOutcome;
  readonly shown: ShownPolicies;
  readonly single: PairedTable;
  readonly draws: PairedTable | undefined;
  readonly measure: PathMeasure;
  readonly isOld: boolean;
}

const MEASURES: Readonly<Record<PathMeasure, string>> = {
  level: 'Level',
  difference: 'Difference from the first policy',
  percent: 'Difference from the first policy',
};

/** One outcome over time: every policy's default run, and thin lines of draws of the one worked on. */
export function OutcomeChart({ outcome, shown, single, draws, measure, isOld }: Props) {
  const { study, state } = useLab();
  const { start, units } = study.time;
  const worked = shown.all[shown.worked];
  const baseline = shown.all[0];
  const data = useMemo((): LineChartData => {
    const times = single.times.map((time) => time - start);
    const lines = shown.all.flatMap(({ id, short, look, kind }, policy): ChartLine[] => {
      if (measure !== 'level' && kind === 'baseline') return [];
      return [{ id, label: short, look, times, values: measuredPath(single, 0, policy, outcome, measure) }];
    });
    const rest = restLine(single, shown, outcome, measure, times);
    const thin =
      draws === undefined || worked === undefined
        ? []
        : Array.from({ length: draws.rows }, (_, row) => ({
            id: String(row),
            color: worked.look.color,
            times: draws.times.map((time) => time - start),
            values: measuredPath(draws, row, draws.policies - 1, outcome, measure),
          }));
    return {
      lines: rest === undefined ? lines : [...lines, rest],
      thin,
      measure: measure === 'level' ? 'level' : 'difference',
      timeLabel: `${units}s since ${study.rests ? 'the policies began' : 'the start of the run'}`,
      formatTime: (time) => fixed(time, 0),
      formatValue: (value) => measureText(value, outcome, measure),
      formatTick: (value) => tickText(value, outcome, measure),
    };
  }, [single, draws, shown, worked, outcome, measure, start, units, study.rests]);
  if (worked === undefined || baseline === undefined) return null;
  const facts = pathFacts(single, shown.worked, outcome, study);
  const isBaseline = shown.worked === 0;
  const sentence = isBaseline
    ? `${capitalized(outcome.label)} over time`
    : `${capitalized(outcome.label)} under ${worked.short}: ${shapeName(facts.shape).toLowerCase()}`;
  const subtitle = `${MEASURES[measure].replace('the first policy', baseline.label)}, ${measureUnit(outcome, measure)}; thin lines: ${draws?.rows ?? 0} draws of ${worked.short}, not a forecast`;
  return (
    <Figure
      title={sentence}
      subtitle={subtitle}
      summary={isBaseline ? '' : shapeSentence(facts.shape, units)}
      table={pathTable(single, shown, outcome, measure, study)}
      fileName={`over-time-${outcome.id}`}
      method={methodLine(study, state, draws)}
      isOld={isOld}
      heading="h2"
    >
      <LineChart label={sentence} data={data} height={250} />
      {isBaseline ? null : (
        <p className="chart-sentence">In this model: {shapeSentence(facts.shape, units)}</p>
      )}
      {outcome.limit === undefined ? null : <p className="small muted">{outcome.limit}</p>}
    </Figure>
  );
}

/** Where the policy worked on settles, as a level line. */
function restLine(
  single: PairedTable,
  shown: ShownPolicies,
  outcome: LabOutcome,
  measure: PathMeasure,
  times: readonly number[],
): ChartLine | undefined {
  const worked = shown.all[shown.worked];
  if (!single.atRest || worked === undefined) return undefined;
  const value = drawsAt(single, shown.worked, 'rest', outcome.key)[0] ?? Number.NaN;
  const base = drawsAt(single, 0, 'rest', outcome.key)[0] ?? Number.NaN;
  const settled =
    measure === 'level'
      ? value
      : measure === 'difference'
        ? value - base
        : outcome.kind === 'share'
          ? (value - base) * 100
          : 100 * (value / base - 1);
  if (!Number.isFinite(settled)) return undefined;
  const look = { ...worked.look, dash: '1 5', width: 1.5 };
  return { id: 'rest', label: 'where it settles', look, times, values: times.map(() => settled) };
}
