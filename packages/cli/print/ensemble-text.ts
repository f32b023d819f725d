import { correctionsText, type EnsemblePlan, type PreparedStudy, type ScenarioSummary } from '@weir/study';
import { counted } from './rate-progress.js';
import { type TableColumn, tableLines } from './table.js';
import { valueText } from './value-text.js';
import { joinFacts, wrap } from './wrap.js';

const COLUMNS: readonly TableColumn[] = [
  { head: 'Outcome', align: 'left', wraps: true },
  { head: '5 in 100 below', align: 'right' },
  { head: 'Median', align: 'right' },
  { head: '5 in 100 above', align: 'right' },
  { head: 'Unit', align: 'left' },
];

/** What became of an ensemble: a table a scenario, then what it was made from, and the limits. */
export function ensembleText(
  prepared: PreparedStudy,
  plan: EnsemblePlan,
  summaries: readonly ScenarioSummary[],
  width: number,
): string {
  const lines = summaries.flatMap((summary) => [...scenarioLines(prepared, plan, summary, width), '']);
  return `${[...lines, ...noteLines(prepared, plan, width)].join('\n')}\n`;
}

function scenarioLines(
  { study }: PreparedStudy,
  plan: EnsemblePlan,
  summary: ScenarioSummary,
  width: number,
): readonly string[] {
  const label = study.scenarios.find(({ id }) => id === summary.scenario)?.label ?? summary.scenario;
  const ends = Object.entries(summary.status).map(([end, count]) => `${counted(count)} ${end}`);
  const shown = plan.columns.some(({ outcome }) => outcome.definition.headline);
  const rows = plan.columns
    .filter(({ outcome }) => outcome.definition.headline || !shown)
    .map(({ name, outcome: { definition }, time }) => {
      const spread = summary.outcomes[name];
      const cell = (value: number | null | undefined) =>
        value === null || value === undefined ? 'n/a' : valueText(value, definition.kind);
      return [
        time === undefined ? definition.label : `${definition.label}, at ${time}`,
        cell(spread?.low),
        cell(spread?.median),
        cell(spread?.high),
        definition.unit === '1' ? '' : definition.unit,
      ];
    });
  return [...wrap(`${label}: ${ends.join(', ')}`, width), '', ...tableLines(COLUMNS, rows, width)];
}

function noteLines({ study }: PreparedStudy, plan: EnsemblePlan, width: number): readonly string[] {
  const { facts, scenarios, inputs } = plan;
  const method = facts.method === undefined ? [] : [`${facts.method}, dt ${facts.dt}`];
  const runs = [
    `${`${study.id} ${study.version}`.trim()}, ${correctionsText(study, facts.corrections)}`,
    ...method,
    `until ${facts.until === 'equilibrium' && facts.method === undefined ? 'equilibrium (solved)' : facts.until}`,
    facts.seed === null
      ? `${counted(facts.runs)} given runs of ${inputs.length} inputs`
      : `${counted(facts.runs)} draws of ${inputs.length} inputs, ${facts.design}, seed ${facts.seed}`,
    ...(facts.seed === null ? [] : [`ranges ${facts.ranges}: ${facts.ranges_label}`]),
  ];
  const held = scenarios
    .filter(({ fixed }) => fixed.size > 0)
    .map(({ id, fixed }) => `${id} sets ${[...fixed.keys()].map((j) => inputs[j]?.name ?? '').join(', ')}`);
  return [
    ...joinFacts(runs, width),
    ...(held.length === 0 ? [] : wrap(`Not varied where a scenario sets it: ${held.join('; ')}.`, width)),
    ...(facts.ranges_justification === '' ? [] : wrap(facts.ranges_justification, width)),
    ...wrap('The spread is that of these ranges. It is not a probability of anything.', width),
    ...wrap(study.limits.strip, width),
  ];
}
