import { describe, expect, it } from 'vitest';
import { prepareStudy } from '../execute/prepared-study.js';
import { modelOf, settled, studyOf, TANK_STUDY } from '../testing/small-study.js';

/** What is wrong with the tank's study where it has these sections too. */
function problems(sections: string) {
  const outcome = prepareStudy(studyOf(`${TANK_STUDY}${sections}`), modelOf());
  return outcome.diagnostics.map(({ code, message, place }) => ({
    code,
    message,
    line: (place?.line ?? 0) - TANK_STUDY.split('\n').length + 1,
  }));
}

const check = (given: string, expected: string, id = 'one') => `  ${id}:
    because: A test.
    source: reasoning
    given: ${given}
    expect: ${expected}
`;
const busier = '{ scenario: busy }';
const higher = '{ outcome: people, direction: higher, at: rest }';

describe('Reality Checks of a study file', () => {
  it('are read with what they leave unsaid', () => {
    const { study } = settled(
      prepareStudy(studyOf(`${TANK_STUDY}reality_checks:\n${check(busier, higher)}`), modelOf()),
    );
    expect(study.realityChecks).toEqual([
      {
        id: 'one',
        because: 'A test.',
        source: 'reasoning',
        given: { scenario: 'busy', set: new Map(), start: 'file' },
        expect: {
          outcome: 'people',
          direction: 'higher',
          by: 0,
          within: 0.01,
          against: { set: new Map() },
          at: 'rest',
        },
      },
    ]);
  });

  it.each([
    [busier, '{ outcome: peple, direction: higher, at: rest }', 'unknown-outcome', 6, '`peple`'],
    ['{ scenario: bussy }', higher, 'unknown-scenario', 5, '`bussy`'],
    ['{ set: { rat: 3 } }', higher, 'unknown-name', 5, '`rat`'],
    ['{ set: { twice: 3 } }', higher, 'unknown-name', 5, '`twice`'],
    ['{ set: { Double: 3 } }', higher, 'not-settable', 5, '`Double`'],
    [busier, '{ outcome: people, direction: higher, at: -5 }', 'check-value', 6, 'starts at 0'],
    [busier, '{ outcome: people, direction: at most, at: 5 }', 'check-value', 6, 'needs a limit'],
    [busier, '{ outcome: people, direction: zero, value: 3, at: 5 }', 'check-value', 6, 'does nothing'],
    ['{}', higher, 'contradictory-check', 6, 'with itself'],
    [
      busier,
      '{ outcome: people, direction: lower, against: { scenario: busy }, at: 5 }',
      'contradictory-check',
      6,
      'with itself',
    ],
    [
      busier,
      '{ outcome: people, direction: lower, against: { scenario: bus }, at: 5 }',
      'unknown-scenario',
      6,
      '`bus`',
    ],
  ])('%s, %s: %s', (given, expected, code, line, names) => {
    const found = problems(`reality_checks:\n${check(given, expected)}`);
    expect(found.map((one) => one.code)).toEqual([code]);
    expect(found[0]?.line).toBe(line);
    expect(found[0]?.message).toContain(names);
  });

  it('cannot contradict each other', () => {
    const lower = '{ outcome: people, direction: lower, at: rest }';
    const found = problems(`reality_checks:\n${check(busier, higher)}${check(busier, lower, 'two')}`);
    expect(found).toMatchObject([{ code: 'contradictory-check', line: 11 }]);
    expect(found[0]?.message).toBe('`one` and `two` cannot both hold: `higher` and `lower` of one number.');
    const most = '{ outcome: people, direction: at most, value: 3, at: 5 }';
    const least = '{ outcome: people, direction: at least, value: 4, at: 5 }';
    expect(problems(`reality_checks:\n${check(busier, most)}${check(busier, least, 'two')}`)).toMatchObject([
      { code: 'contradictory-check', line: 11 },
    ]);
    expect(
      problems(`reality_checks:\n${check(busier, higher)}${check('{ set: { rate: 6 } }', lower, 'two')}`),
    ).toEqual([]);
  });
});

const pattern = (lines: string) => `patterns:
  tests:
    one:
      title: a test
      because: A test.
      source: reasoning
      of: people
${lines}`;

describe('patterns of a study file', () => {
  it('are read with turns and what is added to them', () => {
    const text = pattern(`      turns:
        peak: { highest: [0, 10] }
        trough: { lowest: [peak, peak + 5] }
      expect:
        - { measure: difference, at: peak, from: trough, at_least: 0 }
`);
    const { study } = settled(prepareStudy(studyOf(`${TANK_STUDY}${text}`), modelOf()));
    expect(study.patterns.tests[0]?.turns).toEqual([
      { name: 'peak', kind: 'highest', from: 0, to: 10 },
      { name: 'trough', kind: 'lowest', from: { turn: 'peak', plus: 0 }, to: { turn: 'peak', plus: 5 } },
    ]);
  });

  it.each([
    ['      expect: [{ measure: value, at: peak, at_least: 1 }]\n', 'unknown-turn', '`peak`'],
    [
      '      turns: { peak: { highest: [peak, 5] } }\n      expect: [{ measure: value, at: 1, at_least: 1 }]\n',
      'unknown-turn',
      '`peak`',
    ],
    ['      expect: [{ measure: value, at_least: 1 }]\n', 'check-value', 'needs `at`'],
    ['      expect: [{ measure: value, at: 1 }]\n', 'check-value', 'no limit'],
    [
      '      expect: [{ measure: value, at: 1, at_least: 2, at_most: 1 }]\n',
      'contradictory-check',
      'No number',
    ],
    [
      '      given: { scenario: nowhere }\n      expect: [{ measure: value, at: 1, at_least: 2 }]\n',
      'unknown-scenario',
      '`nowhere`',
    ],
    [
      '      expect: [{ measure: value, at: 1, at_least: 2, compared_with: { relative_to: { scenario: nowhere } } }]\n',
      'unknown-scenario',
      '`nowhere`',
    ],
    [
      '      expect: [{ measure: value, at: 1, at_least: 2 }]\n  sets: { ranges: none }\n',
      'unknown-ranges',
      '`none`',
    ],
  ])('%s: %s', (lines, code, names) => {
    const found = problems(pattern(lines));
    expect(found.map((one) => one.code)).toEqual([code]);
    expect(found[0]?.message).toContain(names);
    expect(found[0]?.line).toBeGreaterThan(7);
  });

  it('refuse outcomes that are none', () => {
    const text = pattern('      expect: [{ measure: value, at: 1, at_least: 2 }]\n').replace(
      'of: people',
      'of: peple',
    );
    expect(problems(text)).toMatchObject([{ code: 'unknown-outcome', line: 7 }]);
  });
});
