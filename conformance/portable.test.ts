import { readModel, readModelFile, sourceText, writeXmile } from '@weir/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runModel } from '../packages/cli/conformance/run-model.js';
import { firstDifference } from '../packages/cli/conformance/same-numbers.js';
import { vensimText } from './testing/run-text.js';

/** Runs a Vensim model, and the same by way of XMILE; gives what differs. */
function differenceByXmile(text: string): string | undefined {
  const source = sourceText('test.mdl', text);
  const file = readModelFile(source);
  const model = readModel(source);
  if (!file.ok || !model.ok) return `not read: ${[...file.diagnostics, ...model.diagnostics][0]?.message}`;
  const written = writeXmile(file.value);
  if (!written.ok) return `not written: ${written.diagnostics[0]?.message}`;
  const again = readModel(sourceText('test.xmile', written.value));
  if (!again.ok) return `not read again: ${again.diagnostics[0]?.message}`;
  const [left, right] = [runModel(model.value, 'javascript'), runModel(again.value, 'javascript')];
  if (!left.ok || !right.ok) return 'did not run';
  return firstDifference(left.table, right.table, { relative: 1e-9, absolute: 1e-9, mayAdd: true });
}

const quarters = (least: number, most: number) =>
  fc.integer({ min: least * 4, max: most * 4 }).map((whole) => whole / 4);
/** Numbers on the steps of the run, so that no date falls between two steps. */
const dates = quarters(-2, 12);
const spans = quarters(0, 6);
const numbers = fc.oneof(quarters(-20, 20), fc.constantFrom(0, 1e-7, -1e-7, 1e-6, 0.1, -0.3, 1e9));

/** Each built-in of Vensim that has an equivalent, with arguments of every sign and size. */
const FORMS: readonly (readonly [name: string, equation: fc.Arbitrary<string>])[] = [
  ['INTEGER', numbers.map((x) => `INTEGER(${x} * Time)`)],
  [
    'MODULO',
    fc
      .tuple(
        numbers,
        numbers.filter((b) => Math.abs(b) > 1e-3),
      )
      .map(([a, b]) => `MODULO(${a} + Time, ${b})`),
  ],
  ['QUANTUM', fc.tuple(numbers, numbers).map(([a, q]) => `QUANTUM(${a} * Time, ${q})`)],
  ['XIDZ', fc.tuple(numbers, numbers, numbers).map(([a, b, x]) => `XIDZ(${a}, ${b}, ${x})`)],
  ['ZIDZ', fc.tuple(numbers, numbers).map(([a, b]) => `ZIDZ(${a}, ${b} * (Time - 2))`)],
  ['LOG and POWER', quarters(1, 9).map((x) => `LOG(${x} + 1, 3) + POWER(${x}, 1.5)`)],
  ['SINH, COSH, TANH', quarters(-5, 5).map((x) => `SINH(${x}) + COSH(${x} / 2) - TANH(${x} * 50)`)],
  ['PULSE', fc.tuple(dates, spans).map(([start, width]) => `PULSE(${start}, ${width})`)],
  [
    'RAMP',
    fc
      .tuple(numbers, dates, dates)
      .map(([slope, start, end]) => `RAMP(${slope}, ${start}, ${Math.max(start, end)})`),
  ],
  [
    'PULSE TRAIN',
    fc
      .tuple(dates, spans, spans, dates)
      .map(([start, width, between, end]) => `PULSE TRAIN(${start}, ${width}, ${between}, ${end})`),
  ],
  [
    'SAMPLE IF TRUE',
    fc
      .tuple(dates, numbers)
      .map(([date, initial]) => `SAMPLE IF TRUE(Time >= ${date}, Time * 3, ${initial})`),
  ],
  [
    'DELAY FIXED',
    fc.tuple(spans, numbers).map(([time, initial]) => `DELAY FIXED(SIN(Time), ${time}, ${initial})`),
  ],
  [
    'DELAY N',
    fc
      .tuple(quarters(1, 6), fc.integer({ min: 1, max: 5 }), numbers)
      .map(([time, n, initial]) => `DELAY N(STEP(1, 2), ${time}, ${initial}, ${n})`),
  ],
  [
    'SMOOTH3I',
    fc.tuple(quarters(1, 6), numbers).map(([time, initial]) => `SMOOTH3I(STEP(1, 2), ${time}, ${initial})`),
  ],
  ['LOOKUP EXTRAPOLATE', numbers.map((x) => `LOOKUP EXTRAPOLATE(table, ${x} + Time)`)],
  ['LOOKUP BACKWARD', numbers.map((x) => `LOOKUP BACKWARD(table, ${x} + Time)`)],
  [
    'logic',
    fc
      .tuple(numbers, numbers)
      .map(([a, b]) => `IF THEN ELSE(:NOT: ${a} > ${b} :OR: Time = 2 :AND: ${a} <> 0, ${a}, ${b})`),
  ],
  [
    'MIN, MAX, ABS, EXP',
    fc.tuple(numbers, numbers).map(([a, b]) => `MIN(${a}, ${b}) - MAX(Time, ABS(${a})) * EXP(-Time)`),
  ],
];

describe('the XMILE equivalent of a Vensim built-in gives the same numbers', () => {
  it.each(FORMS)('%s', (_, equations) => {
    fc.assert(
      fc.property(equations, (equation) => {
        const text = vensimText(
          { table: '((-3,-1),(0,2),(5,1),(6,9))', x: `= ${equation}` },
          { stop: 10, dt: 0.25 },
        );
        expect(differenceByXmile(text)).toBeUndefined();
      }),
      { numRuns: 40 },
    );
  });
});
