import { BUILTINS } from '@weir/model';
import type { Clause, ConformanceClass, Evidence } from './clauses.js';
import { BUILT_IN_EVIDENCE, CONFORMANCE_CLASSES } from './clauses.js';
import { countCorpus } from './corpus-lines.js';
import type { RowResult } from './judge-row.js';
import type { CorpusResult } from './run-corpus.js';

/** A corpus by the name it has in the statement, and how it fared. */
export interface NamedResult {
  readonly name: string;
  readonly result: CorpusResult;
}

/**
 * The conformance statement: clause by clause of XMILE 1.0, section 7, what is supported, what is not and why,
 * with the tests that show it, and the counts of a corpus.
 */
export function statementText(version: string, corpora: readonly NamedResult[]): string {
  return [
    '# Conformance statement',
    '',
    `Weir ${version} against XMILE 1.0 (OASIS Standard, 14 December 2015), section 7. Made by \`weir conformance CORPUS --statement FILE\`; not written by hand.`,
    '',
    '**supported**: shown by the tests named. **partial**: the reason says what is missing. **not supported**: the reason says why, and what happens to a file that needs it.',
    '',
    ...summary(),
    ...CONFORMANCE_CLASSES.flatMap(classLines),
    ...builtInLines(),
    ...corpora.flatMap(corpusLines),
    '',
  ].join('\n');
}

function summary(): readonly string[] {
  const rows = CONFORMANCE_CLASSES.map(({ section, title, required, clauses }) => {
    const of = (status: Clause['status']) => clauses.filter((clause) => clause.status === status).length;
    return `| ${section} | ${title} | ${required ? 'required' : 'optional'} | ${of('supported')} | ${of('partial')} | ${of('not supported')} |`;
  });
  return [
    '| section | class | | supported | partial | not supported |',
    '| --- | --- | --- | ---: | ---: | ---: |',
    ...rows,
    '',
  ];
}

function classLines({ section, title, clauses }: ConformanceClass): readonly string[] {
  return [
    `## ${section} ${title}`,
    '',
    '| id | rule (section) | status | tests |',
    '| --- | --- | --- | --- |',
    ...clauses.map(
      ({ id, rule, section: where, status, reason, evidence }) =>
        `| \`${id}\` | ${cell(rule)} (${where}) | ${status}${reason === undefined ? '' : `: ${cell(reason)}`} | ${evidence.map(evidenceText).join('; ')} |`,
    ),
    '',
  ];
}

function evidenceText({ file, name }: Evidence): string {
  return `\`${file}\`: ${cell(name)}`;
}

function builtInLines(): readonly string[] {
  const rows = Object.entries(BUILTINS);
  const line = ([, { usage, section, meaning }]: (typeof rows)[number]) =>
    `| \`${usage}\` | ${section} | ${cell(meaning)} | supported |`;
  const of = (origin: 'standard' | 'extension') => rows.filter(([, row]) => row.origin === origin);
  const head = ['| built-in | section | meaning | status |', '| --- | --- | --- | --- |'];
  return [
    '## 3.5 Built-ins',
    '',
    `Each has a model of its own in ${evidenceText(BUILT_IN_EVIDENCE)}, run by every backend.`,
    '',
    `Of the standard: ${of('standard').length}.`,
    '',
    ...head,
    ...of('standard').map(line),
    '',
    `Extensions, which XMILE 1.0 does not have: ${of('extension').length}.`,
    '',
    ...head.map((text) => text.replace('section', 'tool')),
    ...of('extension').map(line),
    '',
  ];
}

function corpusLines({ name, result }: NamedResult): readonly string[] {
  const counts = countCorpus(result);
  const classes = Object.entries(counts.byClass).map(
    ([of, { pass, refused, reported, FAIL }]) => `| ${of} | ${pass} | ${refused} | ${reported} | ${FAIL} |`,
  );
  const others = result.rows.filter(({ verdict }) => verdict !== 'pass');
  return [
    `## Corpus: ${name}`,
    '',
    '| class | passed | refused with a message | ran with a report | failed |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...classes,
    '',
    `${counts.files} files, ${counts.ran} of which ran. Interpreter and JavaScript agree to the last bit on ${counts.backendsAgree}; ${counts.roundTrips} give the same bits when written in their own language and read again; ${counts.converted} the same numbers by way of the other language, which has no words for ${counts.conversionRefused} and gives other numbers for ${counts.conversionDiffers}.`,
    '',
    ...(others.length === 0
      ? []
      : [
          'Files that did not pass, and what was said:',
          '',
          '| file | verdict | message |',
          '| --- | --- | --- |',
          ...others.map(rowOf),
          '',
        ]),
  ];
}

function rowOf({ path, verdict, detail }: RowResult): string {
  return `| \`${path}\` | ${verdict === 'FAIL' ? '**failed**' : verdict} | ${cell(detail)} |`;
}

/** Text that cannot break out of a table's cell, nor, outside of code, be taken for a tag. */
function cell(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\|/g, '\\|')
    .split('`')
    .map((part, index) => (index % 2 === 0 ? part.replace(/</g, '&lt;') : part))
    .join('`')
    .trim();
}
