import { readFileSync } from 'node:fs';
import { parseExpression, sourceText } from '@weir/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctStudy } from '../correction/correct-study.js';
import { flatExpression } from '../correction/flat-expression.js';
import { readCorrections } from '../correction/read-corrections.js';
import { prepareStudy } from '../execute/prepared-study.js';
import { modelOf, settled, studyOf, TANK_STUDY } from '../testing/small-study.js';
import { workedOut } from './arithmetic.js';
import { checkEvidence } from './check-evidence.js';
import { isGap } from './evidence.js';
import { evidenceDocument } from './evidence-document.js';
import { evidenceInForce } from './evidence-in-force.js';
import { influences } from './influence.js';
import { modelConstants } from './model-constants.js';
import { readEvidence } from './read-evidence.js';

const FILE = `sources:
  survey:
    title: A survey of stays
    by: The clinic
    where: in a drawer
estimates:
  stay_days:
    what: Days that people stay.
    value: 120
    unit: day
    sources: [survey]
    derivation:
      short: 90
      long: 150
      result: (short + long) / 2
constants:
  rate:
    value: 5
    unit: person/month
    status: assumed
    grade: none
    reasoning: A guess.
  Mean stay:
    value: 4
    unit: month
    range: [3, 8]
    range_basis: The survey.
    status: measured
    grade: B
    sources: [survey]
    reasoning: People said so.
    derivation:
      result: stay_days / 30
    alternatives:
      - value: 5.3
        why: Counting every stay.
        derivation: { rated: 5 * 16, result: rated / 15 }
        decimals: 1
    questions: [Who was asked?]
corrections:
  C1:
    reasoning: The survey of another year.
    sources: [survey]
    constants:
      stay:
        value: 8
        unit: month
        status: measured
        grade: B
        sources: [survey]
        reasoning: People said so.
        derivation: { result: 2 * 4 }
`;
const CORRECTIONS = `corrections:
  C1:
    title: Longer stays
    what: The mean stay is 8 months.
    why: A test.
    evidence: here
    status: proved
    changes: [{ variable: stay, expected: 4, value: 8 }]
    tests: [this one]
`;

const read = (text: string) => readEvidence(sourceText('evidence.yaml', text));
const plain = settled(
  prepareStudy(studyOf(), modelOf(), {
    offered: settled(readCorrections(sourceText('corrections.yaml', CORRECTIONS))),
    inForce: [],
  }),
);

function edited(from: string, to: string): string {
  if (!FILE.includes(from)) throw new Error(`no ${from}`);
  return FILE.replace(from, to);
}

/** The first problem, with the text that its place points at. */
function problemOf(text: string) {
  const evidence = read(text);
  const outcome = evidence.ok ? checkEvidence(evidence.value, plain) : evidence;
  const [first] = outcome.diagnostics;
  const { place } = first ?? {};
  const line = text.split('\n')[(place?.line ?? 0) - 1] ?? '';
  return {
    ...first,
    at: place && `${place.file}: ${line.slice(place.column - 1, place.column - 1 + place.length)}`,
  };
}

describe('an evidence file', () => {
  it('has its arithmetic executed', () => {
    const evidence = settled(read(FILE));
    expect(evidence.estimates.get('stay_days')?.derivation.steps).toEqual([
      { name: 'short', text: '90', value: 90 },
      { name: 'long', text: '150', value: 150 },
      { name: 'result', text: '(short + long) / 2', value: 120 },
    ]);
    const stay = evidence.constants.get('Mean stay');
    expect(stay?.derivation?.steps.at(-1)?.value).toBe(4);
    expect(stay?.alternatives[0]?.derivation).toMatchObject({ decimals: 1, steps: [{ value: 80 }, {}] });
    expect([...evidence.constants.values()].map(isGap)).toEqual([true, false]);
    // Arithmetic may name constants as the file names them, those of corrections the published ones.
    expect(read(edited('2 * 4', '2 * Mean_stay')).ok).toBe(true);
    expect(read(edited('5 * 16', 'rate * "Mean stay" * 4')).ok).toBe(true);
  });

  it('is bound to the constants of the model, in its order', () => {
    const bound = settled(checkEvidence(settled(read(FILE)), plain));
    expect(bound.map(({ constant, entry }) => [constant.variable.name, constant.value, entry.name])).toEqual([
      ['Arrival rate', 5, 'rate'],
      ['Mean stay', 4, 'Mean stay'],
    ]);
    expect(modelConstants(plain)).toHaveLength(2);
  });

  it('tells of a corrected model what is recorded for the correction', () => {
    const corrected = settled(correctStudy(plain, ['C1']));
    const inForce = evidenceInForce(settled(read(FILE)), corrected);
    expect(inForce.map(({ entry, correction }) => [entry.value, correction])).toEqual([
      [5, undefined],
      [8, 'C1'],
    ]);
  });

  it.each([
    // Its form
    ['status: assumed', 'status: guessed', 'study-value', 'evidence.yaml: guessed'],
    ['    grade: none\n', '', 'study-value', /value: 5/],
    ['range: [3, 8]', 'range: [8, 3]', 'study-value', /8, 3/],
    ['range: [3, 8]', 'rnage: [3, 8]', 'study-key', 'evidence.yaml: rnage'],
    [
      'sources: [survey]\n    derivation',
      'sources: [survy]\n    derivation',
      'unknown-source',
      'evidence.yaml: survy',
    ],
    // Its arithmetic
    ['(short + long) / 2', '(short + long) / 3', 'evidence-value', 'evidence.yaml: (short + long) / 3'],
    ['stay_days / 30', 'stay_days / 31', 'evidence-value', 'evidence.yaml: stay_days / 31'],
    ['stay_days / 30', 'stay_dys / 30', 'evidence-arithmetic', 'evidence.yaml: stay_dys'],
    ['stay_days / 30', 'long / 30', 'evidence-arithmetic', 'evidence.yaml: long'],
    ['stay_days / 30', 'stay_days / 0', 'evidence-arithmetic', 'evidence.yaml: stay_days / 0'],
    ['stay_days / 30', 'STEP(4, 0)', 'evidence-arithmetic', 'evidence.yaml: STEP(4, 0)'],
    ['stay_days / 30', 'stay_days[1] / 30', 'evidence-arithmetic', /stay_days/],
    ['stay_days / 30', '(stay_days / 30', 'equation-parenthesis', 'evidence.yaml: ('],
    ['decimals: 1', 'decimals: 2', 'evidence-value', /rated/],
    ['      result: stay_days / 30', '      {}', 'evidence-arithmetic', /./],
    // What it means in the model
    ['value: 5\n', 'value: 6\n', 'evidence-value', 'evidence.yaml: 6'],
    ['unit: person/month', 'unit: person', 'unit-disagrees', 'evidence.yaml: person'],
    ['  Mean stay:\n', '  Mean sty:\n', 'unknown-name', 'evidence.yaml: Mean sty'],
    ['  Mean stay:\n', '  Double:\n', 'unknown-name', 'evidence.yaml: Double'],
    ['  Mean stay:\n', '  Arrival rate:\n', 'duplicate-id', 'evidence.yaml: Arrival rate'],
    ['  rate:\n    value: 5', '  rate2:\n    value: 5', 'unknown-name', 'evidence.yaml: rate2'],
    ['  C1:\n', '  C2:\n', 'unknown-correction', 'evidence.yaml: C2'],
    ['        value: 8', '        value: 9', 'evidence-value', /./],
    ['      stay:\n', '      rate:\n', 'evidence-value', /./],
  ])('with %j written as %j is refused as %s', (from, to, code, at) => {
    const problem = problemOf(edited(from, to));
    expect(problem).toMatchObject({ code, severity: 'error' });
    if (typeof at === 'string') expect(problem.at).toBe(at);
    else expect(problem.at).toMatch(at);
    expect(problem.message).not.toBe('');
  });

  it('must have every constant, and every correction where it has any', () => {
    const without = FILE.replace(/ {2}rate:[\s\S]*?(?= {2}Mean stay)/, '');
    expect(problemOf(without)).toMatchObject({
      code: 'evidence-missing',
      variable: 'Arrival rate',
      place: { file: 'tank.xmile' },
    });
    const correctionWithout = edited(/ {4}constants:[\s\S]*$/.exec(FILE)?.[0] ?? '', '');
    expect(problemOf(correctionWithout)).toMatchObject({ code: 'evidence-missing', variable: 'Mean stay' });
    const other = CORRECTIONS.replace('corrections:\n', '')
      .replace('C1', 'C3')
      .replace('value: 8', 'value: 9');
    const two = settled(
      prepareStudy(studyOf(), modelOf(), {
        offered: settled(readCorrections(sourceText('corrections.yaml', CORRECTIONS + other))),
        inForce: [],
      }),
    );
    expect(checkEvidence(settled(read(FILE)), two).diagnostics[0]).toMatchObject({
      code: 'evidence-missing',
      message: 'Nothing is recorded for the correction `C3`.',
    });
  });
});

describe('workedOut', () => {
  const value = (text: string) => {
    const flat = flatExpression(settled(parseExpression(sourceText('x', text))));
    if (flat === undefined) throw new Error('arrays');
    const result = workedOut(flat, (key) => (key === 'x' ? 3 : undefined));
    return result.ok ? result.value : result.fault.message;
  };

  it('does what arithmetic does', () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true }).filter((one) => !/e/.test(String(one)));
    fc.assert(
      fc.property(number, number, number, (a, b, c) => {
        expect(value(`(${a}) + (${b}) * (${c})`) === a + b * c).toBe(true);
        if (c !== 0) expect(value(`((${a}) - (${b})) / (${c})`) === (a - b) / c).toBe(true);
      }),
    );
    expect(value('2^3^2')).toBe(512);
    expect(value('MAX(MIN(x, 2), SQRT(16)) - EXP(LN(1))')).toBe(3);
  });

  it.each(['IF 1 = 1 THEN 2 ELSE 3', 'NOT 1', '1 < 2', 'y', '1 / 0', 'RANDOM(0, 1)'])(
    'has no value for %s',
    (text) => {
      expect(value(text)).toMatch(/\w/);
    },
  );
});

describe('influences', () => {
  const slow = '  slow:\n    label: Slow\n    summary: Longer stays.\n    set: { stay: 10 }\nstop_rules:';
  const study = studyOf(TANK_STUDY.replace('stop_rules:', slow));

  it('are those of the fixed points at the ends of the ranges', () => {
    const prepared = settled(prepareStudy(study, modelOf()));
    const bound = settled(checkEvidence(settled(read(FILE.replace(/corrections:[\s\S]*/, ''))), prepared));
    const found = settled(influences(prepared, bound, { outcome: 'people' }));
    expect(found).toMatchObject({ policies: ['busy', 'slow'], baseline: 'now', at: 'rest' });
    // People at rest are arrivals times the stay: 20 now, 40 if busy, 50 if slow.
    const rate = found.byConstant.get('Arrival rate');
    expect(rate?.isRecorded).toBe(false);
    // Busy sets arrivals to 10 whatever they are; slow has 10 months of them. At 4: (40 - 40) / 16; at 6: (40 - 60) / 24.
    expect(rate?.range).toEqual([4, 6]);
    for (const [index, expected] of [0, -50, (100 * -20) / 24].entries())
      expect(rate?.differences[index]).toBeCloseTo(expected, 8);
    expect(rate?.swing).toBeCloseTo(2000 / 24, 8);
    const stay = found.byConstant.get('Mean stay');
    expect(stay?.range).toEqual([3, 8]);
    expect(stay?.reverses).toBe(true);
    const document = evidenceDocument(prepared, settled(read(FILE)), bound, found);
    expect(document.entries.map(({ name, gap }) => [name, gap])).toEqual([
      ['Arrival rate', true],
      ['Mean stay', false],
    ]);
    expect(document).toMatchObject({ constants: 2, gaps: 1 });
  });

  it('need two policies and an outcome that are there', () => {
    const bound = settled(checkEvidence(settled(read(FILE)), plain));
    // With one policy, it is set against the baseline.
    expect(settled(influences(plain, bound)).policies).toEqual(['busy', 'now']);
    const scenarios = plain.study.scenarios.filter(({ baseline }) => baseline);
    const single = settled(prepareStudy({ ...plain.study, scenarios }, plain.model));
    expect(influences(single, bound).diagnostics[0]).toMatchObject({ code: 'unknown-scenario' });
    expect(influences(plain, bound, { policies: ['busy', 'bsy'] }).diagnostics[0]?.hint).toContain('`busy`');
    const asked = { policies: ['busy', 'now'], outcome: 'peple' } as const;
    expect(influences(plain, bound, asked).diagnostics[0]).toMatchObject({ code: 'unknown-outcome' });
  });
});

it('the example of docs/evidence.md is one', () => {
  const text = readFileSync(new URL('../../../docs/evidence.md', import.meta.url), 'utf8');
  const example = /```yaml\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
  expect(checkEvidence(settled(read(example)), plain)).toMatchObject({ ok: true, value: [{}, {}] });
});
