import { type DataTable, fixed, type Shape, shapeOf } from '@weir/figures';
import { useMemo } from 'react';
import { useLab } from '../../../app/lab-context.js';
import { LineChart } from '../../../components/chart/line-chart.js';
import { Figure } from '../../../components/figure.js';
import { measuredPath } from '../../../compute/difference-path.js';
import { type Draws, drawsOf } from '../../../compute/draws.js';
import { pairedRequest } from '../../../compute/paired-request.js';
import type { PairedTable } from '../../../compute/paired-table.js';
import { usePaired } from '../../../compute/use-compute.js';
import { monthOf } from '../../../models/horizons.js';
import type { LabOutcome, LabRanges } from '../../../models/lab-study.js';
import type { ComparedPolicy } from '../policies.js';

interface Props {
  readonly baseline: ComparedPolicy;
  readonly policy: ComparedPolicy;
  /** The place of the policy in {@link single}. */
  readonly place: number;
  readonly outcome: LabOutcome;
  readonly single: PairedTable;
  readonly ranges: LabRanges;
}

/** Thin lines that stand for the spread. */
const LINES = 30;

/** The difference from the baseline over time: the default run, and thirty draws behind it. */
export function PathFigure({ baseline, policy, place, outcome, single, ranges }: Props) {
  const { study, program, state } = useLab();
  const { seed } = state;
  const task = useMemo(
    () =>
      pairedRequest({
        study,
        program,
        policies: [baseline.policy, policy.policy],
        outcomes: [outcome.id],
        draws: firstOf(drawsOf(ranges, state.draws, seed)),
        saveEvery: 3 * monthOf(study),
      }),
    [study, program, baseline, policy, outcome, ranges, state.draws, seed],
  );
  const { result, isOld } = usePaired('compare/paths', task, { chunkRows: 6, urgency: 0 });
  const main = measuredPath(single, 0, place, outcome, 'percent');
  const times = single.times.map((time) => time - study.time.start);
  const shape = shapeOf(times, main, undefined, monthOf(study));
  const unit = outcome.kind === 'share' ? 'points' : '%';
  const thin =
    result === undefined || isOld ? [] : thinLines(result, study.time.start, outcome, policy.look.color);
  const title = `${policy.short}, ${outcome.short}: ${shapeSentence(shape, study.time.units)}`;
  return (
    <Figure
      title={title}
      subtitle={`Difference from current law, in ${unit === '%' ? 'percent' : 'percentage points'}. Bold: default run. Thin: ${thin.length} draws.`}
      summary={title}
      table={pathTable(times, main, study.time.units, unit)}
      fileName="path"
      isOld={isOld}
    >
      <LineChart
        label={title}
        height={220}
        data={{
          lines: [{ id: policy.id, label: '', look: policy.look, times, values: main }],
          thin,
          measure: 'difference',
          timeLabel: `${study.time.units}s since ${study.rests ? 'the policy began' : 'the start of the run'}`,
          formatTime: (time) => fixed(time, 0),
          formatValue: (value) => `${fixed(value, 1)} ${unit}`,
          formatTick: (value) => fixed(value, Math.abs(value) < 1 && value !== 0 ? 1 : 0),
        }}
      />
    </Figure>
  );
}

/** The first lines of a sample: the same draws as those counted in the cell. */
function firstOf({ rows, varied, values }: Draws): Draws {
  const kept = Math.min(LINES, rows);
  return { rows: kept, varied, values: values.slice(0, kept * varied.length) };
}

function thinLines(table: PairedTable, start: number, outcome: LabOutcome, color: string) {
  const times = table.times.map((time) => time - start);
  return Array.from({ length: table.rows }, (_, row) => ({
    id: String(row),
    color,
    times,
    values: measuredPath(table, row, 1, outcome, 'percent'),
  }));
}

/** A shape in words, with the time of its peak. */
function shapeSentence({ name, peak }: Shape, units: string): string {
  if (name === 'no change') return 'about the same all along';
  if (name === 'overshoot' || name === 'temporary') {
    return `${name}, largest difference in ${units} ${fixed(peak.time, 0)}`;
  }
  return name;
}

function pathTable(times: readonly number[], values: Float64Array, units: string, unit: string): DataTable {
  return {
    id: 'path',
    caption: 'Difference of the default run over time',
    columns: [
      { key: units, label: units },
      { key: unit === '%' ? 'change_percent' : 'change_points', label: `Difference, ${unit}` },
    ],
    rows: times.map((time, at) => {
      const value = values[at] ?? Number.NaN;
      return [fixed(time, 0), { value, shown: fixed(value, 1) }];
    }),
  };
}
