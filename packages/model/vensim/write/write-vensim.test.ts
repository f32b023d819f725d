import { describe, expect, it } from 'vitest';
import type { WrittenExpression } from '../../equation/expression.js';
import type { ModelFile } from '../../model-file.js';
import { canonicalName } from '../../names/canonical-name.js';
import { sourceText } from '../../source/source-text.js';
import { codesOf, valueIn } from '../../testing/outcomes.js';
import { readVensim } from '../read-vensim.js';
import { FULL_MODEL } from '../testing/full-model.js';
import { readSmall, variableIn } from '../testing/small-models.js';
import { writeVensim } from './write-vensim.js';

/** A model file without the places in its source, and without the angles of arrows, which Vensim rounds. */
function withoutPlaces(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(withoutPlaces);
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) =>
      key === 'span' || key === 'source' || key === 'angle' ? [] : [[key, withoutPlaces(part)]],
    ),
  );
}
const again = (file: ModelFile): ModelFile =>
  valueIn(readVensim(sourceText(file.source.file, valueIn(writeVensim(file)))));
const refusals = (entries: string) => writeVensim(readSmall(entries)).diagnostics;
const withPart = (file: ModelFile, change: Partial<ModelFile['root']['variables'][number]>): ModelFile => ({
  ...file,
  root: {
    ...file.root,
    variables: file.root.variables.map((variable) => ({
      ...variable,
      ...(variable.key === 'x' ? change : {}),
    })),
  },
});

describe('writeVensim', () => {
  it('writes what reads as the same model', () => {
    const file = valueIn(readVensim(sourceText('full.mdl', FULL_MODEL)));
    expect(withoutPlaces(again(file))).toEqual(withoutPlaces(file));
  });

  it('keeps the angle of an arrow to within a few degrees', () => {
    const file = valueIn(readVensim(sourceText('full.mdl', FULL_MODEL)));
    const angles = ({ root }: ModelFile) =>
      root.views.flatMap(({ items }) =>
        items.flatMap((item) => (item.kind === 'connector' ? (item.angle ?? []) : [])),
      );
    const before = angles(file);
    const after = angles(again(file));
    expect(after).toHaveLength(before.length);
    for (const [index, angle] of before.entries())
      expect(Math.abs(angle - (after[index] ?? 999))).toBeLessThan(3);
  });

  it.each([
    'a + (b + c)',
    '(a + b) * c - a / (b * c)',
    '-a ^ 2 + (-a) ^ 2 + (a ^ b) ^ c + a ^ b ^ c + 2 ^ -a',
    ':NOT: (a = b) :AND: (c > 1 :OR: :NOT: b < 2)',
    '(a = b) = c',
    'a - (b - c) - -a',
    '(:NOT: a) + 1',
    'IF THEN ELSE(a > b, (a), -(b + c))',
  ])('prints %s with the parentheses it needs', (equation) => {
    const file = readSmall(`a = 1 ~~|\nb = 2 ~~|\nc = 3 ~~|\nx = ${equation} ~~|`);
    expect(withoutPlaces(variableIn(again(file), 'x'))).toEqual(withoutPlaces(variableIn(file, 'x')));
  });

  it('refuses what Vensim cannot say, by name and place', () => {
    expect(refusals('x = 2 * INITIAL(Time) ~~|')).toMatchObject([
      { code: 'not-in-vensim', severity: 'error', variable: 'x', place: { line: 2, column: 9 } },
    ]);
    const file = readSmall('x = 1 ~~|');
    const span = { start: 0, end: 0 };
    const multiplier: WrittenExpression = { kind: 'number', value: 2, span };
    expect(codesOf(writeVensim(withPart(file, { nonNegative: true })))).toEqual(['not-in-vensim']);
    expect(codesOf(writeVensim(withPart(file, { multiplier })))).toEqual(['not-in-vensim']);
    expect(codesOf(writeVensim({ ...file, simulation: { ...file.simulation, methods: ['gear'] } }))).toEqual([
      'not-in-vensim',
    ]);
    const graph = { type: 'discrete', x: [0, 1], y: [0, 0] } as const;
    const part = { subscripts: [], except: [], graph, span };
    expect(codesOf(writeVensim(withPart(file, { kind: 'graphical', parts: [part] })))).toEqual([
      'not-in-vensim',
    ]);
  });

  it('refuses a range with the name of a control variable, which every written model has', () => {
    const file = readSmall('x = 1 ~~|');
    const range = {
      written: 'SAVEPER',
      name: 'SAVEPER',
      key: canonicalName('SAVEPER'),
      elements: [],
      numbered: false,
      mappings: [],
      span: { start: 0, end: 0 },
    };
    const written = writeVensim({ ...file, dimensions: new Map([[range.key, range]]) });
    expect(codesOf(written)).toEqual(['not-in-vensim']);
  });

  it('takes the first method that Vensim has', () => {
    const file = readSmall('x = 1 ~~|');
    const written = writeVensim({ ...file, simulation: { ...file.simulation, methods: ['rk45', 'rk2'] } });
    expect(valueIn(readVensim(sourceText('a.mdl', valueIn(written)))).simulation.methods).toEqual(['rk2']);
  });

  it('says so where a comment holds what would end it', () => {
    const file = withPart(readSmall('x = 1 ~~|'), { documentation: 'a | b ~ c' });
    const written = writeVensim(file);
    expect(written.diagnostics).toMatchObject([{ code: 'not-in-vensim', severity: 'warning' }]);
    expect(variableIn(again(file), 'x').documentation).toBe('a / b - c');
  });
});
