import type { ForeignColumn, ForeignTable } from './foreign-table.js';

/** The columns that name the runs in both files. */
export interface KeyColumns {
  readonly samples: ForeignColumn;
  readonly results: ForeignColumn;
}

/** Words that people name such columns with. */
const KEY_NAME = /(^|_)(id|run|runs|run_?id|key|index|scenario|sample|case|no|number)$/i;

/**
 * Pairs of columns that may name the runs: whole numbers or words, none twice, and every one of the results among those
 * of the samples. Those whose names say so come first.
 */
export function keyCandidates(samples: ForeignTable, results: ForeignTable): readonly KeyColumns[] {
  const ours = samples.columns.filter(namesRuns);
  const theirs = results.columns.filter(namesRuns);
  const found = theirs.flatMap((result) => {
    const keys = keyTexts(result);
    return ours.flatMap((sample) => {
      const known = new Set(keyTexts(sample));
      return keys.every((key) => known.has(key)) ? [{ samples: sample, results: result }] : [];
    });
  });
  const likeness = ({ samples: ours_, results: theirs_ }: KeyColumns): number =>
    Number(KEY_NAME.test(ours_.name)) + Number(KEY_NAME.test(theirs_.name));
  return found.sort((a, b) => likeness(b) - likeness(a));
}

/** Keys of a column as texts that are equal where the keys are: 7, 7.0 and 007 are one key. */
export function keyTexts({ texts, numbers, numeric }: ForeignColumn): readonly string[] {
  return numeric ? Array.from(numbers, String) : texts;
}

function namesRuns(column: ForeignColumn): boolean {
  const { numbers, numeric, texts } = column;
  if (numeric && !numbers.every(Number.isSafeInteger)) return false;
  return texts.every((text) => text !== '') && new Set(keyTexts(column)).size === texts.length;
}
