import { fixed } from '@weir/figures';
import type { EvidenceDocument, EvidenceEntryDocument } from '@weir/study';
import { type TableColumn, tableLines } from './table.js';
import { wrap } from './wrap.js';

const MARGIN = 14;
const NO_SOURCE = 'No source recorded.';

/** What is known of a model's constants as text: gaps, those that matter most first, then the others. */
export function evidenceText(document: EvidenceDocument, width: number): string {
  const { entries, measure, gaps, constants, corrections } = document;
  const open = entries.filter(({ gap }) => gap);
  const others = entries.filter(({ gap }) => !gap);
  const about = corrections.length === 0 ? document.model : `${document.model}, ${corrections.join(', ')}`;
  const lines = wrap(`${about}: ${constants} constants, for ${gaps} of which no source is recorded.`, width);
  const ordered = measure === null ? '' : ', by influence on the difference of two policies';
  return `${[
    ...lines,
    '',
    `No source recorded${ordered} (${open.length})`,
    '',
    ...tableOf(open, { measured: measure !== null, graded: false }, width),
    '',
    `Something recorded${ordered} (${others.length})`,
    '',
    ...tableOf(others, { measured: measure !== null, graded: true }, width),
    '',
    ...(measure === null ? [] : wrap(`Influence, in points: ${measure.meaning} * reverses the sign.`, width)),
    ...wrap(
      'Grades are of what bears on a value: A official or peer-reviewed, B survey or report with a method, C small or unrepresentative, D direction only. One constant at a time says nothing of what several do together.',
      width,
    ),
    ...wrap(`One constant: weir evidence ${document.model} NAME`, width),
  ].join('\n')}\n`;
}

function tableOf(
  entries: readonly EvidenceEntryDocument[],
  { measured, graded }: { readonly measured: boolean; readonly graded: boolean },
  width: number,
): readonly string[] {
  const columns: readonly (readonly [TableColumn, (entry: EvidenceEntryDocument) => string])[] = [
    [{ head: 'Constant', align: 'left', wraps: true }, ({ name }) => name],
    [{ head: 'Value', align: 'right' }, ({ value }) => numberText(value)],
    [{ head: 'Status', align: 'left' }, ({ status }) => status],
    ...(graded ? [[{ head: 'Grade', align: 'left', wraps: true }, gradeText] as const] : []),
    [{ head: 'Range tried', align: 'right' }, rangeText],
    ...(measured ? [[{ head: 'Influence', align: 'right' }, influenceText] as const] : []),
  ];
  return tableLines(
    columns.map(([column]) => column),
    entries.map((entry) => columns.map(([, cell]) => cell(entry))),
    width,
  );
}

/** Everything that is recorded of one constant, a label in the margin. */
export function evidenceEntryText(
  document: EvidenceDocument,
  entry: EvidenceEntryDocument,
  width: number,
): string {
  const room = width - MARGIN;
  const part = (label: string, texts: readonly string[]) =>
    texts
      .flatMap((text) => wrap(text, room))
      .map((line, index) => `${(index === 0 ? label : '').padEnd(MARGIN)}${line}`.trimEnd());
  const steps = (derivation: EvidenceEntryDocument['derivation']) =>
    derivation.map(({ name, text, value }) =>
      text === String(value) ? `${name} = ${text}` : `${name} = ${text} = ${numberText(value)}`,
    );
  const { influence, range, correction } = entry;
  const { measure } = document;
  const difference = (value: number | null | undefined) =>
    value === null || value === undefined ? 'none' : fixed(value, 3);
  return `${[
    ...wrap(entry.name, width),
    '',
    ...(entry.short_name === entry.name ? [] : part('short name', [entry.short_name])),
    ...part('value', [
      `${numberText(entry.value)}${entry.unit === '1' ? '' : ` ${entry.unit}`}${entry.solved_by === null ? '' : `, solved for by ${entry.solved_by}`}`,
    ]),
    ...(correction === null ? [] : part('as in', [`correction ${correction}`])),
    ...part('status', [STATUS_WORDS[entry.status] ?? entry.status]),
    ...part('grade', [entry.grade]),
    ...(range === null
      ? []
      : part('range', [
          `${numberText(range[0])} to ${numberText(range[1])}${entry.range_basis === null ? '' : `. ${entry.range_basis}`}`,
        ])),
    ...part('why', [entry.reasoning]),
    ...(entry.derivation.length === 0 ? [] : part('arithmetic', steps(entry.derivation))),
    ...entry.alternatives.flatMap(({ value, why, derivation }) =>
      part('alternative', [`${numberText(value)}: ${why}`, ...steps(derivation)]),
    ),
    ...part('open', entry.questions),
    ...part(
      'sources',
      entry.sources.length === 0
        ? [entry.gap ? NO_SOURCE : 'None but the arithmetic.']
        : entry.sources.map(({ title, by, where }) => `${title}. ${by}. ${where}.`),
    ),
    ...(influence === null || measure === null
      ? []
      : part('influence', [
          `${measure.policies.join(' less ')}, in ${measure.outcome}, percent of ${measure.baseline}: ${difference(influence.differences[1])} points; ${difference(influence.differences[0])} at ${numberText(influence.range[0])}, ${difference(influence.differences[2])} at ${numberText(influence.range[1])}.`,
        ])),
  ].join('\n')}\n`;
}

const STATUS_WORDS: Readonly<Record<string, string>> = {
  measured: 'measured: a statistic gives it',
  stated: 'stated in the publication',
  implied: 'implied by the publication',
  fitted: 'fitted to targets by the authors',
  assumed: 'an assumption',
  structure: 'a number of the form of an equation',
  policy: 'what a policy sets',
};

function gradeText({ grade }: EvidenceEntryDocument): string {
  return grade;
}

function rangeText({ influence, range }: EvidenceEntryDocument): string {
  const tried = influence?.range ?? range;
  if (tried === null) return '';
  return `${numberText(tried[0])} to ${numberText(tried[1])}`;
}

function influenceText({ influence }: EvidenceEntryDocument): string {
  if (influence === null) return '';
  if (influence.swing === null) return 'no rest';
  return `${fixed(influence.swing, 3)}${influence.reverses ? ' *' : '  '}`;
}

/** A number with up to six digits that count. */
function numberText(value: number): string {
  return String(Number(value.toPrecision(6)));
}
