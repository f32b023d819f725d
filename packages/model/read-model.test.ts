import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readModel } from './read-model.js';
import { sourceText } from './source/source-text.js';
import { auxiliaries, TANK, xmileFile } from './testing/files.js';
import { codesOf } from './testing/outcomes.js';

const sound = xmileFile({
  variables: TANK,
  extra: '<model_units><unit name="litre"/></model_units>',
  views: '<views><view><stock name="Tank" x="1" y="2"/></view></views>',
});

describe('readModel', () => {
  it('reads a sound file without a word', () => {
    expect(codesOf(readModel(sound))).toEqual([]);
  });

  it.each([
    ['an unknown name', '<eqn>20</eqn>', '<eqn>20 * fator</eqn>', 'unknown-name'],
    ['a circle', '<eqn>20</eqn>', '<eqn>20 * draining</eqn>', 'circular-equations'],
    ['a slip in a unit', '<units>month</units>', '<units>montj</units>', 'unknown-unit'],
    ['a slip in an equation', '<eqn>20</eqn>', '<eqn>20 *</eqn>', 'equation-operand'],
    ['a misspelt flow', '<inflow>filling', '<inflow>filing', 'unknown-flow'],
  ])('says one thing about %s', (_, old, replacement, code) => {
    const broken = sourceText('test.xmile', sound.text.replace(old, replacement));
    expect(codesOf(readModel(broken))).toEqual([code]);
  });

  it('says one thing about a file that was cut anywhere', () => {
    for (let length = 0; length < sound.text.trimEnd().length; length += 7) {
      const outcome = readModel(sourceText('test.xmile', sound.text.slice(0, length)));
      expect([outcome.ok, outcome.diagnostics.length]).toEqual([false, 1]);
    }
  });

  it('does not look for circles among names it does not know', () => {
    expect(codesOf(readModel(auxiliaries({ a: 'b + nothing', b: 'a' })))).toEqual(['unknown-name']);
  });

  it('is the same for every kind of line end', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = sound.text.replace('<eqn>20</eqn>', '<eqn>\n20 +\n</eqn>').replaceAll('\n', end);
      const [fault] = readModel(sourceText('test.xmile', text)).diagnostics;
      expect([fault?.code, fault?.place?.line, fault?.place?.column]).toEqual(['equation-operand', 12, 4]);
    }
  });

  it('never throws on a damaged file', () => {
    fc.assert(
      fc.property(fc.nat(sound.text.length), fc.nat(30), fc.string({ maxLength: 5 }), (at, gone, put) => {
        const text = sound.text.slice(0, at) + put + sound.text.slice(at + gone);
        const outcome = readModel(sourceText('test.xmile', text));
        if (!outcome.ok) expect(outcome.diagnostics.length).toBeGreaterThan(0);
        for (const { message, place } of outcome.diagnostics) {
          expect(message).not.toMatch(/undefined|NaN|\[object/);
          expect(place?.line).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });
});
