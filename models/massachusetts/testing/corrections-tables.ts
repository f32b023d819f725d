import { fixed, grouped, MINUS } from '@weir/figures';
import type { EquilibriumDocument, PreparedStudy } from '@weir/study';
import { corrected, published, restsOf } from './corrected-model.js';

type Rests = (scenario?: string) => EquilibriumDocument;

/** What can be asked for together, beside each correction and group alone. */
const TOGETHER = ['A1,D4b', 'A1c,D4b', 'structure,D4a,D5', 'structure,D4b,D5'];
const READINGS = [
  'recommended,D4a',
  'recommended,D4b',
  'recommended,D5',
  'recommended,D4b,D5',
  'recommended,D18',
];

/** Choices whose results are told policy by policy. */
const POLICY_TABLES = ['none', 'recommended', 'recommended,D4b'];

const OUTCOMES = [
  ['trafficked_sellers', 'people trafficked'],
  ['trafficked_youth', 'young people trafficked'],
  ['nontrafficked_sellers', 'adults selling, not trafficked'],
  ['traffickers', 'traffickers'],
  ['demand', 'purchases'],
  ['record_share', 'record share of adults selling'],
] as const;

/** Changes from current law, in percent, of one choice of corrections. */
export interface CorrectionRow {
  readonly asked: string;
  readonly baseline: number;
  /** By scenario and outcome. */
  readonly change: (scenario: string, outcome: string) => number;
}

/** Results of each correction and group alone, and of those that are asked for together. */
export function correctionRows(): readonly CorrectionRow[] {
  const { offered } = published;
  const alone = ['none', ...(offered?.corrections.keys() ?? []), ...(offered?.groups.keys() ?? [])];
  return [...alone, ...TOGETHER, ...READINGS].map((asked) => {
    const rests = restsFor(asked);
    return {
      asked,
      baseline: rests().outcomes.trafficked_sellers ?? Number.NaN,
      change: (scenario, outcome) => changeOf(rests, scenario, outcome),
    };
  });
}

/** The table of all choices, in Markdown. */
export function correctionsTable(rows: readonly CorrectionRow[]): string {
  const { offered } = published;
  const lines = rows.map(({ asked, baseline, change }) => {
    const correction = offered?.corrections.get(asked);
    const group = offered?.groups.get(asked);
    return [
      `\`${asked}\``,
      correction?.title ?? group?.join(', ') ?? '',
      correction?.status ?? '',
      grouped(fixed(baseline, 0)),
      percent(change('partial-decriminalization', 'trafficked_sellers')),
      percent(change('partial-decriminalization', 'trafficked_youth')),
      percent(change('full-decriminalization', 'trafficked_sellers')),
      percent(change('expungement', 'trafficked_sellers')),
    ];
  });
  const heads = [
    '`--corrections`',
    'what',
    'status',
    'people trafficked, current law',
    'partial decriminalization: people trafficked',
    'young people trafficked',
    'full decriminalization: people trafficked',
    'record relief: people trafficked',
  ];
  return markdown(heads, 3, lines);
}

/** What each policy does under each of some choices, in Markdown. */
export function policyTables(): string {
  return POLICY_TABLES.map((asked) => {
    const rests = restsFor(asked);
    const lines = [...published.bound.scenarios.values()].map(({ definition }) => [
      definition.label,
      ...OUTCOMES.map(([outcome]) =>
        definition.baseline ? level(rests, outcome) : percent(changeOf(rests, definition.id, outcome)),
      ),
    ]);
    const heads = [`\`${asked}\``, ...OUTCOMES.map(([, words]) => words)];
    return markdown(heads, 1, lines);
  }).join('\n\n');
}

function restsFor(asked: string): Rests {
  const prepared: PreparedStudy = corrected(asked);
  const find = restsOf(prepared);
  const found = new Map<string, EquilibriumDocument>();
  return (scenario = 'criminalization') => {
    const document = found.get(scenario) ?? find(scenario);
    found.set(scenario, document);
    return document;
  };
}

function changeOf(rests: Rests, scenario: string, outcome: string): number {
  const [before, after] = [rests().outcomes[outcome], rests(scenario).outcomes[outcome]];
  return 100 * ((after ?? Number.NaN) / (before ?? Number.NaN) - 1);
}

function level(rests: Rests, outcome: string): string {
  const value = rests().outcomes[outcome] ?? Number.NaN;
  return outcome === 'record_share' ? `${fixed(100 * value, 1)} %` : grouped(fixed(value, 0));
}

function percent(change: number): string {
  const digits = fixed(Math.abs(change), 2);
  return `${change < 0 ? MINUS : '+'}${digits} %`;
}

function markdown(heads: readonly string[], left: number, rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = line(heads.map((_, index) => (index < left ? '---' : '---:')));
  return [line(heads), rule, ...rows.map(line)].join('\n');
}
