import { studentTwoSided } from '@weir/analysis';
import type { AuditedColumns } from './assumed-tables.js';
import type { AuditedPublication, Dilution, JoinKind, PublishedFit } from './audit-document.js';
import type { Indices } from './index-under.js';
import { type PublishedIndices, publishedRounding, publishedValue } from './published-indices.js';

/** A published table agrees with an index where no value differs by more, or by more than its own rounding. */
export const REPRODUCED = 1e-6;
/** Relative agreement of published p-values with those of a number of degrees of freedom. */
const P_AGREES = 1e-6;

/** A join with its indices. */
export interface IndicesUnder {
  readonly by: JoinKind;
  readonly indices: Indices;
}

/** A published value beside a computed one, and how far apart they may be. */
interface Pair {
  readonly printed: number;
  readonly computed: number;
  readonly reach: number;
}

type ValueAt = (input: number, outcome: number) => number | undefined;

/** Compares a published table with every index under every join. */
export function comparePublished(
  published: PublishedIndices,
  pValues: PublishedIndices | undefined,
  under: readonly IndicesUnder[],
  trusted: JoinKind | undefined,
  { inputs, outcomes }: AuditedColumns,
  runs: number,
): AuditedPublication {
  const pairs = (value: ValueAt): readonly Pair[] =>
    inputs.flatMap((input, j) =>
      outcomes.flatMap((outcome, m) => {
        const printed = publishedValue(published, input, outcome);
        const computed = value(j, m);
        if (printed === undefined || computed === undefined) return [];
        const rounding = publishedRounding(published, input, outcome);
        return [{ printed, computed, reach: Math.max(REPRODUCED, rounding) }];
      }),
    );
  const fits = under
    .flatMap(({ by, indices }) => candidatesOf(indices).map(({ index, at }) => fitOf(index, by, pairs(at))))
    .filter((fit) => fit !== undefined)
    .sort((a, b) => a.root_mean_square_difference - b.root_mean_square_difference);
  const values = inputs.flatMap((input) =>
    outcomes.filter((outcome) => publishedValue(published, input, outcome) !== undefined),
  ).length;
  const right = under.find(({ by }) => by === trusted)?.indices;
  const simple =
    right === undefined ? undefined : candidatesOf(right).find(({ index }) => index === 'Spearman');
  return {
    values,
    fits,
    reproduced: fits[0]?.within_rounding === true,
    dilution: simple === undefined ? null : dilutionOf(pairs(simple.at), runs),
    p_value_degrees_of_freedom:
      pValues === undefined ? null : degreesOf(published, pValues, inputs, outcomes, runs),
  };
}

function candidatesOf(indices: Indices): readonly { readonly index: string; readonly at: ValueAt }[] {
  if (indices.kind === 'one-at-a-time')
    return [
      {
        index: 'one-at-a-time',
        at: (j, m) => {
          const cell = indices.outcomes[m]?.cells[j];
          return cell?.kind === 'value' ? cell.index : undefined;
        },
      },
    ];
  const names = {
    rank: { partial: 'PRCC', standardized: 'SRRC', simple: 'Spearman' },
    raw: { partial: 'PCC', standardized: 'SRC', simple: 'Pearson' },
  } as const;
  return (['rank', 'raw'] as const).flatMap((scale) =>
    (['partial', 'standardized', 'simple'] as const).map((field) => ({
      index: names[scale][field],
      at: (j: number, m: number) => {
        const cell = indices[scale].outcomes[m]?.cells[j];
        return cell?.kind === 'value' ? cell[field] : undefined;
      },
    })),
  );
}

function fitOf(index: string, by: JoinKind, pairs: readonly Pair[]): PublishedFit | undefined {
  if (pairs.length === 0) return undefined;
  const squares = pairs.reduce((all, { printed, computed }) => all + (printed - computed) ** 2, 0);
  return {
    index,
    by,
    largest_difference: pairs.reduce(
      (most, { printed, computed }) => Math.max(most, Math.abs(printed - computed)),
      0,
    ),
    within_rounding: pairs.every(({ printed, computed, reach }) => Math.abs(printed - computed) <= reach),
    root_mean_square_difference: Math.sqrt(squares / pairs.length),
  };
}

/** The line through 0 of published values on computed ones. */
function dilutionOf(pairs: readonly Pair[], runs: number): Dilution | null {
  const square = pairs.reduce((all, { computed }) => all + computed ** 2, 0);
  if (pairs.length < 3 || square === 0) return null;
  const slope = pairs.reduce((all, { printed, computed }) => all + printed * computed, 0) / square;
  const rest = pairs.reduce((all, { printed, computed }) => all + (printed - slope * computed) ** 2, 0);
  return { slope, residual: Math.sqrt(rest / (pairs.length - 1)), noise: 1 / Math.sqrt(runs) };
}

/** The degrees of freedom, n - 2 or n - 2 - (k - 1), that published p-values follow from. */
function degreesOf(
  published: PublishedIndices,
  pValues: PublishedIndices,
  inputs: readonly string[],
  outcomes: readonly string[],
  runs: number,
): number | null {
  const fits = (df: number): boolean =>
    inputs.every((input) =>
      outcomes.every((outcome) => {
        const r = publishedValue(published, input, outcome);
        const p = publishedValue(pValues, input, outcome);
        if (r === undefined || p === undefined || Math.abs(r) >= 1) return true;
        const expected = studentTwoSided(r * Math.sqrt(df / ((1 - r) * (1 + r))), df).p;
        return Math.abs(p - expected) <= P_AGREES * expected;
      }),
    );
  return [runs - 2, runs - 1 - inputs.length].find((df) => df > 0 && fits(df)) ?? null;
}
