import type { RowResult } from './judge-row.js';
import type { CorpusResult } from './run-corpus.js';

const WIDTH = 9;

/** One line for a file: verdict, path, what came of it. */
export function rowLine(row: RowResult): string {
  return `${row.verdict.padEnd(WIDTH)}${row.path}: ${oneLine(row.detail)}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Counts of a corpus, by class and verdict, and of the checks beside the comparison. */
export interface CorpusCounts {
  readonly files: number;
  readonly failed: number;
  readonly byClass: Readonly<Record<string, Readonly<Record<RowResult['verdict'], number>>>>;
  readonly ran: number;
  readonly backendsAgree: number;
  readonly roundTrips: number;
  readonly converted: number;
  readonly conversionRefused: number;
  readonly conversionDiffers: number;
}

/** Counts how the files of a corpus fared. */
export function countCorpus({ rows }: CorpusResult): CorpusCounts {
  const classes = [...new Set(rows.map((row) => row.class))];
  const count = (test: (row: RowResult) => boolean) => rows.filter(test).length;
  const verdicts = (name: string) => {
    const of = (verdict: RowResult['verdict']) =>
      count((row) => row.class === name && row.verdict === verdict);
    return { pass: of('pass'), refused: of('refused'), reported: of('reported'), FAIL: of('FAIL') };
  };
  return {
    files: rows.length,
    failed: count(({ verdict }) => verdict === 'FAIL'),
    byClass: Object.fromEntries(classes.map((name) => [name, verdicts(name)])),
    ran: count(({ backendsAgree }) => backendsAgree !== undefined),
    backendsAgree: count(({ backendsAgree }) => backendsAgree === true),
    roundTrips: count(({ roundTrip }) => roundTrip?.kind === 'same'),
    converted: count(({ conversion }) => conversion?.kind === 'same'),
    conversionRefused: count(({ conversion }) => conversion?.kind === 'refused'),
    conversionDiffers: count(({ conversion }) => conversion?.kind === 'differs'),
  };
}

/** The last lines of a run: what passed, was refused, reported or failed, class by class. */
export function summaryLines(result: CorpusResult): readonly string[] {
  const counts = countCorpus(result);
  const classes = Object.entries(counts.byClass).map(([name, verdicts]) => {
    const parts = Object.entries(verdicts).flatMap(([verdict, number]) =>
      number === 0 ? [] : [`${number} ${verdict === 'FAIL' ? 'failed' : WORDS[verdict]}`],
    );
    return `${name}: ${parts.join(', ')}`;
  });
  return [
    '',
    `${counts.files} files. ${classes.join('; ')}.`,
    `Of ${counts.ran} that ran, all backends agree to the last bit on ${counts.backendsAgree}, and ${counts.roundTrips} give the same bits when written and read again.`,
    `By way of the other language, ${counts.converted} give the same numbers, ${counts.conversionRefused} are refused by name, and ${counts.conversionDiffers} differ.`,
  ];
}

const WORDS: Readonly<Record<string, string>> = {
  pass: 'passed',
  refused: 'refused with a message',
  reported: 'ran with a report',
};
