import type {
  AuditDocument,
  AuditedJoin,
  AuditedOutcome,
  JoinKind,
  OutcomeSummary,
  Standing,
} from './audit-document.js';
import { counted, JOIN_WORDS, percent, shown } from './audit-words.js';

/** A sentence and what stands behind it. */
export interface Conclusion {
  readonly standing: Standing;
  readonly sentence: string;
}

/** An audit before it is summed up. */
export type AuditFacts = Omit<AuditDocument, 'checks' | 'conclusions' | 'passed'>;

/** A residual of up to so many times the sampling noise is called noise. */
const LIKE_NOISE = 1.2;
/** A table whose slope is above this is not called shrunk. */
const SHRUNK = 0.9;

/** What can be concluded from the files, and what cannot: findings about files, not about people. */
export function conclusionsOf(facts: AuditFacts): readonly Conclusion[] {
  const right = facts.joins.find(({ by }) => by === facts.trusted);
  return [
    ...(facts.files_told_apart_by === 'order'
      ? [
          {
            standing: 'inferred' as const,
            sentence: 'The first file holds the samples, the second the results: only their order says so.',
          },
        ]
      : []),
    ...joinConclusions(facts, right),
    ...indexConclusions(facts, right),
    ...publishedConclusions(facts),
    {
      standing: 'open',
      sentence:
        'How the files came to be as they are: an audit compares numbers, and says nothing about intent or care. Other versions of these files may differ.',
    },
  ];
}

function joinConclusions(facts: AuditFacts, right: AuditedJoin | undefined): readonly Conclusion[] {
  const { key, echoes, joins, trusted } = facts;
  if (right === undefined || trusted === null)
    return [
      {
        standing: 'open',
        sentence:
          'Which row of results belongs to which sample: no column names the runs in both files and is confirmed by columns that repeat inputs.',
      },
    ];
  const found: Conclusion[] = [];
  const where =
    right.in_place === right.rows
      ? `All ${right.rows} rows of results stand in the row of their sample.`
      : `${right.in_place} of ${right.rows} rows of results (${percent(right.in_place / right.rows)}) stand in the row of their sample; the others stand up to ${right.largest_displacement} rows away.`;
  found.push({ standing: 'proved', sentence: where });
  const how = key === null || trusted === 'echo' ? '' : ` (${key.samples} = ${key.results})`;
  const position = joins.find(({ by }) => by === 'position');
  const sentence = right.confirmed
    ? `Joined ${JOIN_WORDS[trusted]}${how}, ${counted(echoes.filter(({ contained }) => contained).length, 'column')} of results that repeat inputs equal them to ${shown(right.largest_difference)} in all ${right.rows} rows${
        position === undefined || position.agreeing_rows === position.rows
          ? ''
          : `; joined by position, ${position.agreeing_rows} rows agree and the largest difference is ${percent(position.largest_difference)}`
      }.`
    : `Rows are joined ${JOIN_WORDS[trusted]}${how}; no column of results that varies repeats an input, so that nothing in the files confirms it.`;
  found.push({ standing: right.confirmed ? 'proved' : 'inferred', sentence });
  return found;
}

function indexConclusions(facts: AuditFacts, right: AuditedJoin | undefined): readonly Conclusion[] {
  const { outcomes, method, trusted } = facts;
  if (right === undefined || trusted === null) return [];
  const under = shownJoins(facts, right);
  const largest = under.flatMap((by) => {
    const best = largestOf(outcomes, by);
    return best === undefined
      ? []
      : [`${shown(best.value)} joined ${JOIN_WORDS[by]} (${best.input} on ${best.outcome})`];
  });
  const printed = outcomes.flatMap(({ outcome, published }) =>
    published === null ? [] : [{ outcome, value: published.largest, input: published.largest_input }],
  );
  const top = printed.reduce<(typeof printed)[number] | undefined>(
    (best, one) => (best === undefined || one.value > best.value ? one : best),
    undefined,
  );
  const found: Conclusion[] = [];
  const word = method.index === 'prcc' ? 'partial rank correlation' : 'one-at-a-time index';
  if (largest.length > 0)
    found.push({
      standing: 'proved',
      sentence: `The largest ${word} is ${largest.join(', and ')}${top === undefined ? '' : `; the largest published one is ${shown(top.value)} (${top.input} on ${top.outcome})`}.`,
    });
  if (method.index !== 'prcc') return found;
  const counts = under.map((by) => {
    const own = summariesOf(outcomes, by);
    const total = (count: (one: OutcomeSummary) => number): number =>
      own.reduce((all, one) => all + count(one), 0);
    return `${total((one) => one.significant)} of ${total((one) => one.tests)} joined ${JOIN_WORDS[by]} (${total((one) => one.significant_after_benjamini_hochberg)} after Benjamini-Hochberg, ${total((one) => one.significant_after_bonferroni)} after Bonferroni)`;
  });
  const tests = summariesOf(outcomes, trusted).reduce((all, { tests: own }) => all + own, 0);
  const published = outcomes.flatMap((one) => (one.published?.significant == null ? [] : [one.published]));
  const printedCount = published.reduce((all, one) => all + (one.significant ?? 0), 0);
  found.push({
    standing: 'proved',
    sentence: `Coefficients with p < ${method.level}: ${counts.join('; ')}${published.length === 0 ? '' : `; ${printedCount} of ${published.reduce((all, one) => all + one.tests, 0)} in the published table`}. Chance alone gives about ${shown(tests * method.level)}.`,
  });
  const fits = under.flatMap((by) => {
    const own = summariesOf(outcomes, by).flatMap(({ r_squared }) => (r_squared === null ? [] : [r_squared]));
    return own.length === 0
      ? []
      : [`${shown(Math.min(...own))} to ${shown(Math.max(...own))} joined ${JOIN_WORDS[by]}`];
  });
  if (fits.length > 0)
    found.push({
      standing: 'proved',
      sentence: `Ranks of the inputs explain ${fits.join(', ')} of the ranks of an outcome; inputs without influence would reach ${shown(method.varied / (method.runs - 1))}.`,
    });
  return found;
}

function publishedConclusions(facts: AuditFacts): readonly Conclusion[] {
  const { published, trusted, method } = facts;
  if (published === null) return [];
  const [closest] = published.fits;
  if (closest === undefined) return [];
  const found: Conclusion[] = [];
  const df = published.p_value_degrees_of_freedom;
  if (df !== null && method.degrees_of_freedom !== null)
    found.push({
      standing: 'proved',
      sentence: `The published p-values follow from the published coefficients with ${df} degrees of freedom${df === method.degrees_of_freedom ? '' : `; a partial correlation given ${method.varied - 1} other inputs has ${method.degrees_of_freedom}`}.`,
    });
  const named = `${closest.index} joined ${JOIN_WORDS[closest.by]}`;
  if (published.reproduced)
    found.push({
      standing: 'proved',
      sentence: `The published table is that of ${named}: its ${published.values} values agree to ${shown(closest.largest_difference)}.`,
    });
  else {
    found.push({
      standing: 'proved',
      sentence: `No index under any join of these files gives the published table; the closest, ${named}, differs by up to ${shown(closest.largest_difference)}.`,
    });
    const { dilution } = published;
    if (dilution !== null && trusted !== null && dilution.slope > 0 && dilution.slope < SHRUNK) {
      const noise = dilution.residual <= LIKE_NOISE * dilution.noise;
      found.push({
        standing: 'inferred',
        sentence: `Published values are about ${shown(dilution.slope)} times the rank correlations of the rows joined ${JOIN_WORDS[trusted]}, with a rest of ${shown(dilution.residual)} where sampling alone gives ${shown(dilution.noise)}. ${
          noise
            ? `That is what results give of which about ${percent(dilution.slope)} stand in the row of their sample, joined by position.`
            : 'The rest is more than sampling, so that a join by position does not explain the table alone.'
        }`,
      });
    }
    found.push({
      standing: 'open',
      sentence: 'Which file of results the published table was computed from: it is not among these.',
    });
  }
  return found;
}

/** The trusted join, and that by position where it is another. */
function shownJoins({ trusted, joins }: AuditFacts, right: AuditedJoin): readonly JoinKind[] {
  if (trusted === null) return [];
  const other = joins.some(({ by }) => by === 'position') && right.in_place < right.rows;
  return other ? [trusted, 'position'] : [trusted];
}

function summariesOf(outcomes: readonly AuditedOutcome[], by: JoinKind): readonly OutcomeSummary[] {
  return outcomes.flatMap(({ joins }) => joins[by] ?? []);
}

function largestOf(outcomes: readonly AuditedOutcome[], by: JoinKind) {
  const found = outcomes.flatMap(({ outcome, joins }) => {
    const { largest, largest_input } = joins[by] ?? {};
    return largest == null || largest_input == null
      ? []
      : [{ outcome, value: largest, input: largest_input }];
  });
  return found.reduce<(typeof found)[number] | undefined>(
    (best, one) => (best === undefined || one.value > best.value ? one : best),
    undefined,
  );
}
