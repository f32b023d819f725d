import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { mutate } from './fuzz/mutate.mjs';
import { randomFor } from './fuzz/random.mjs';
import { readSeeds } from './fuzz/seeds.mjs';
import { tryInput } from './fuzz/try-input.mjs';

const SEED = 20_151_214;
const INPUTS = 3_000;
const LONGEST_SECONDS = 1;

const seeds = readSeeds(fileURLToPath(new URL('..', import.meta.url)));

describe('a short fuzz run (the long one is `node scripts/fuzz.mjs`)', () => {
  it('has seeds of every kind, each of which is read or refused', () => {
    expect(new Set(seeds.map(({ kind }) => kind))).toEqual(new Set(['xmile', 'mdl', 'equation', 'units']));
    for (const seed of seeds) expect(tryInput(seed)).toMatch(/^(?:ok|refused)$/);
  });

  it('makes the same input of the same number', () => {
    const make = (input: number) => mutate(seeds, randomFor(SEED, input));
    for (const input of [0, 1, 999]) expect(make(input)).toEqual(make(input));
    expect(make(1)).not.toEqual(make(2));
  });

  it(`takes ${INPUTS} broken files, equations and units without an exception or a long wait`, () => {
    const faults: unknown[] = [];
    for (let input = 0; input < INPUTS; input += 1) {
      const text = mutate(seeds, randomFor(SEED, input));
      const begin = process.cpuUsage();
      const verdict = tryInput(text);
      const { user } = process.cpuUsage(begin);
      if (!/^(?:ok|refused)$/.test(verdict) || user > LONGEST_SECONDS * 1e6)
        faults.push({ input, verdict, seconds: user / 1e6, text: text.text.slice(0, 300) });
    }
    expect(faults).toEqual([]);
  });
});
