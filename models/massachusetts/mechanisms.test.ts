import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { explainPolicy } from '@weir/study';
import { openStudy } from '@weir/study/node';
import { describe, expect, it } from 'vitest';

type Shares = Readonly<Record<string, number>>;

interface Golden {
  readonly policies: Readonly<
    Record<
      string,
      Readonly<Record<string, { total: number; shapley: Shares; only: Shares; without: Shares }>>
    >
  >;
}

/** Percentage points; the values have 6 significant digits. */
const digits = (value: number) => Math.max(5e-6 * Math.abs(value), 1e-9);

const golden: Golden = JSON.parse(
  readFileSync(new URL('published/mechanisms.json', import.meta.url), 'utf8'),
);
const opened = openStudy(fileURLToPath(new URL('.', import.meta.url)));
if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics, null, 2));
const prepared = opened.value;
/** Archive names of the outcomes in the golden file, by outcome id. */
const outcomeOf = new Map(
  prepared.bound.outcomes.map(({ definition, variable }) => [
    prepared.bound.names.shortNames.get(variable.key) ?? '',
    definition.id,
  ]),
);

describe('mechanisms of the policies', () => {
  it.each(Object.entries(golden.policies))(
    'shares of %s are those of the golden file',
    (policy, outcomes) => {
      const explained = explainPolicy(prepared, policy);
      if (!explained.ok) throw new Error(JSON.stringify(explained.diagnostics, null, 2));
      const places = new Map(explained.value.mechanisms.map(({ id }, at) => [id, at]));
      for (const [name, expected] of Object.entries(outcomes)) {
        const own = explained.value.outcomes.find(({ id }) => id === outcomeOf.get(name));
        if (own === undefined) throw new Error(`no outcome ${name}`);
        expect(Math.abs(own.total - expected.total)).toBeLessThanOrEqual(digits(expected.total));
        expect(Math.abs(own.unexplained)).toBeLessThan(1e-8);
        for (const [part, shares] of [
          ['share', expected.shapley],
          ['only', expected.only],
          ['without', expected.without],
        ] as const) {
          expect(Object.keys(shares)).toHaveLength(places.size);
          for (const [mechanism, value] of Object.entries(shares)) {
            const found = own.shares[places.get(mechanism) ?? -1]?.[part] ?? Number.NaN;
            expect(Math.abs(found - value), `${name}, ${mechanism}, ${part}`).toBeLessThanOrEqual(
              digits(value),
            );
          }
        }
      }
    },
  );

  it('gives record relief to one mechanism', () => {
    const explained = explainPolicy(prepared, 'expungement');
    if (!explained.ok) throw new Error(JSON.stringify(explained.diagnostics, null, 2));
    expect(explained.value.mechanisms.map(({ id }) => id)).toEqual(['record-relief']);
    for (const { total, shares } of explained.value.outcomes) expect(shares[0]?.share).toBeCloseTo(total, 12);
  });
});
