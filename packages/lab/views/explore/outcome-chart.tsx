import { changeOf, changeSize, type DataTable, directionWord, fixed, level } from '@weir/figures';
import { useLab } from '../../app/lab-context.js';
import { LineChart } from '../../components/chart/line-chart.js';
import type { ChartLine } from '../../components/chart/line-chart-data.js';
import { Figure } from '../../components/figure.js';
import { draftLook, pinLook, scenarioLook } from '../../components/policy-look.js';
import { measuredPath } from '../../compute/difference-path.js';
import { horizonTime } from '../../compute/paired-request.js';
import { drawsAt, type PairedTable } from '../../compute/paired-table.js';
import { firstPolicy, policyLabel, scenarioNamed } from '../../models/draft.js';
import { horizonLabel } from '../../models/horizons.js';
import type { LabOutcome } from '../../models/lab-study.js';

interface Props {
  readonly outcome: LabOutcome;
  readonly outcomes: readonly LabOutcome[];
  readonly onOutcome: (id: string) => void;
  readonly single: PairedTable | undefined;
  readonly draws: PairedTable | undefined;
  readonly isOld: boolean;
  readonly measure: 'level' | 'percent';
}

/** Thin lines that stand for the spread. */
const LINES = 30;

/** One outcome over time: current law, the draft, what is pinned, and thirty draws of the draft. */
export function OutcomeChart({ outcome, outcomes, onOutcome, single, draws, isOld, measure }: Props) {
  const { study, state } = useLab();
  const draft = state.draft ?? firstPolicy(study);
  const choice = (
    <label className="chart-choice">
      <span className="unseen">Outcome of this chart</span>
      <select value={outcome.id} onChange={({ target }) => onOutcome(target.value)}>
        {outcomes.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
  if (single === undefined) return <div className="chart-place">{choice}</div>;
  const times = single.times.map((time) => time - study.time.start);
  const path = (policy: number) => measuredPath(single, 0, policy, outcome, measure);
  const lines: readonly ChartLine[] = [
    {
      id: study.baseline,
      label: scenarioNamed(study, study.baseline)?.short ?? study.baseline,
      look: scenarioLook(study, study.baseline),
      times,
      values: path(0),
    },
    { id: 'draft', label: 'Draft', look: draftLook(study, draft), times, values: path(1) },
    ...state.pins.map((_, place) => ({
      id: `pin ${place}`,
      label: `Pin ${place + 1}`,
      look: pinLook(place),
      times,
      values: path(2 + place),
    })),
  ];
  const time = horizonTime(study, state.horizon);
  const at = (policy: number): number => drawsAt(single, policy, time, outcome.key)[0] ?? Number.NaN;
  const change = changeOf(at(1), at(0), outcome.kind);
  const when = horizonLabel(study, state.horizon);
  const words =
    change === undefined
      ? 'not computed'
      : change.direction === 'same'
        ? 'about the same as under current law'
        : `${changeSize(change)} ${directionWord(change.direction)} than under current law`;
  const title = `Default run, ${when}: ${outcome.short} ${words}`;
  const unit = outcome.kind === 'share' ? 'points' : '%';
  const formatValue = (value: number): string =>
    measure === 'level' ? level(value, outcome.kind) : `${fixed(value, 1)} ${unit}`;
  const thin =
    draws === undefined || isOld
      ? []
      : Array.from({ length: Math.min(LINES, draws.rows) }, (_, row) => ({
          id: String(row),
          color: draftLook(study, draft).color,
          times: draws.times.map((one) => one - study.time.start),
          values: measuredPath(draws, row, 1, outcome, measure),
        }));
  return (
    <div className="chart-place">
      {choice}
      <Figure
        title={title}
        subtitle={`${measure === 'level' ? outcome.label : `${outcome.label}: difference from current law, in ${unit === '%' ? 'percent' : 'percentage points'}`}. Thin lines: ${thin.length} draws of the draft.`}
        summary={`${title}. ${policyLabel(study, draft)}.`}
        table={pathsTable(lines, study.time.units, outcome, formatValue)}
        fileName={`explore-${outcome.id}`}
        heading="h2"
        isOld={isOld}
      >
        <LineChart
          label={title}
          height={280}
          data={{
            lines,
            thin,
            marks:
              draft.begin === undefined
                ? []
                : [{ time: draft.begin.at - study.time.start, label: 'policy begins' }],
            measure: measure === 'level' ? 'level' : 'difference',
            timeLabel: `${study.time.units}s from ${study.rests ? 'now' : 'the start of the run'}`,
            formatTime: (value) => fixed(value, 0),
            formatValue,
            formatTick: (value) =>
              formatValue(value)
                .replace('about ', '')
                .replace(/^fewer than 10$/, '0'),
          }}
        />
      </Figure>
    </div>
  );
}

function pathsTable(
  lines: readonly ChartLine[],
  units: string,
  outcome: LabOutcome,
  format: (value: number) => string,
): DataTable {
  return {
    id: `paths-${outcome.id}`,
    caption: `${outcome.label} over time, default run`,
    columns: [{ key: units, label: units }, ...lines.map(({ id, label }) => ({ key: id, label }))],
    rows: Array.from(lines[0]?.times ?? [], (time, at) => [
      fixed(time, 0),
      ...lines.map(({ values }) => {
        const value = values[at] ?? Number.NaN;
        return { value, shown: format(value) };
      }),
    ]),
  };
}
