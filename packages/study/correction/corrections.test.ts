import { readFileSync } from 'node:fs';
import type { Outcome } from '@weir/model';
import { placeOf, readModel, sourceText } from '@weir/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareStudy } from '../execute/prepared-study.js';
import { runScenario } from '../execute/run-scenario.js';
import { modelOf, settled, studyOf, TANK_MODEL } from '../testing/small-study.js';
import { applyCorrections } from './apply-corrections.js';
import { chooseCorrections } from './choose-corrections.js';
import { correctStudy } from './correct-study.js';
import { mappedValue } from './mapped-value.js';
import { readCorrections } from './read-corrections.js';

const FILE = `corrections:
  C1:
    title: Longer stays
    what: The mean stay is 8 months.
    why: A test.
    evidence: here
    status: proved
    changes:
      - variable: stay
        expected: 4
        value: 8
    tests: [this one]
  C2:
    title: Departures by rate
    what: People leave by a rate.
    why: A test.
    evidence: here
    status: inferred
    changes:
      - variable: Departures
        expected: people_inside/"Mean stay"
        equation: >-
          People_inside
          * Leaving_rate
    new:
      - name: Leaving rate
        equation: 1 / Mean_stay
        units: 1/month
        documentation: Share of people inside who leave in a month.
    tests: [this one]
  C3:
    title: Shorter stays
    what: The mean stay is 2 months.
    why: A test.
    evidence: here
    status: proved
    changes:
      - variable: Mean stay
        expected: 4
        equation: 4 / 2
    conflicts: [C2]
    tests: [this one]
groups:
  both: [C1, C2]
`;

const read = (text: string) => readCorrections(sourceText('corrections.yaml', text));
const model = modelOf();
const study = studyOf();

function edited(from: string, to: string): string {
  if (!FILE.includes(from)) throw new Error(`no ${from}`);
  return FILE.replace(from, to);
}

/** What is said, with the text that the place points at. */
function said(text: string, outcome: Outcome<unknown>) {
  const lines = text.split('\n');
  return outcome.diagnostics.map(({ code, severity, message, place, hint }) => ({
    code,
    severity,
    message,
    hint,
    file: place?.file,
    at: place && lines[place.line - 1]?.slice(place.column - 1, place.column - 1 + place.length),
  }));
}

function applied(text: string, ...asked: readonly string[]) {
  return said(text, applyCorrections(model, asked, settled(read(text)), study.variables));
}

describe('readCorrections', () => {
  it('reads ids, groups, changes and new variables', () => {
    const { corrections, groups } = settled(read(FILE));
    expect([...corrections.keys()]).toEqual(['C1', 'C2', 'C3']);
    expect(groups.get('both')).toEqual(['C1', 'C2']);
    expect(corrections.get('C1')?.changes).toEqual([{ variable: 'stay', expected: '4', equation: '8' }]);
    expect(corrections.get('C2')).toMatchObject({
      id: 'C2',
      changes: [{ equation: 'People_inside * Leaving_rate' }],
      newVariables: [{ name: 'Leaving rate', units: '1/month' }],
      conflicts: [],
    });
  });

  it.each([
    ['    title: Longer', '    titel: Longer', 'study-key', /Did you mean `title`/],
    ['    status: inferred', '    status: likely', 'study-value', /^$/],
    ['        value: 8', '        value: 8\n        equation: "8"', 'study-value', /one of the two/],
    ['        value: 8\n', '', 'study-value', /one of the two/],
    ['        expected: 4\n        value', '        expected: [4]\n        value', 'study-value', /^$/],
    ['both: [C1, C2]', 'both: [C1, C9]', 'unknown-correction', /Did you mean `C1`/],
    ['conflicts: [C2]', 'conflicts: [C22]', 'unknown-correction', /`C2`/],
    ['  both:', '  c1:', 'duplicate-id', /Rename the group/],
    ['  C3:', '  c2:', 'duplicate-id', /Rename one/],
    ['  both:', '  none:', 'study-value', /^$/],
    ['corrections:', 'corections:', 'study-key', /`corrections`/],
    ['  C1:', '  C1: !x', 'yaml-syntax', /Remove the tag/],
  ])('refuses %j written as %j', (from, to, code, hint) => {
    const found = said(edited(from, to), read(edited(from, to)));
    const problem = found.find((one) => one.code === code);
    expect(problem).toMatchObject({ severity: 'error', file: 'corrections.yaml' });
    expect(problem?.hint ?? '').toMatch(hint);
  });

  it('calls the file by its name', () => {
    expect(read('{}').diagnostics[0]?.message).toBe('`corrections` is missing in the corrections file.');
    const text = edited('expected: 4', 'expected: [4]');
    expect(read(text).diagnostics[0]?.message).toBe(
      '`corrections.C1.changes.0.expected` must be a number or text, not a list.',
    );
  });
});

describe('chooseCorrections', () => {
  const offered = settled(read(FILE));
  const chosen = (...asked: readonly string[]) => {
    const outcome = chooseCorrections(offered, asked);
    return outcome.ok ? outcome.value.map(({ id }) => id) : outcome.diagnostics[0];
  };

  it('takes ids and groups in any case and order, each once', () => {
    expect(chosen()).toEqual([]);
    expect(chosen('none')).toEqual([]);
    expect(chosen('c2', 'C1', 'Both', 'C2')).toEqual(['C1', 'C2']);
  });

  it('names the nearest for one that there is not', () => {
    expect(chosen('boht')).toEqual({
      code: 'unknown-correction',
      severity: 'error',
      message: 'There is no correction or group `boht`.',
      hint: 'Did you mean `both`? The groups are none, both; the corrections are C1, C2, C3.',
    });
  });

  it('says that a recommended model is not offered', () => {
    expect(chosen('recommended')).toMatchObject({
      code: 'unknown-correction',
      message: 'The group `recommended` is not offered for this model in this version.',
    });
  });

  it('refuses what excludes each other, whichever says so', () => {
    expect(chosen('C2', 'C3')).toMatchObject({
      code: 'correction-conflict',
      message: 'The corrections `C2` and `C3` cannot be chosen together.',
    });
    expect(chosen('none', 'C1')).toMatchObject({ code: 'correction-conflict' });
  });

  it('has only none where the study has no corrections', () => {
    expect(chooseCorrections(undefined, ['none']).ok).toBe(true);
    expect(chooseCorrections(undefined, ['C1']).diagnostics[0]).toMatchObject({
      code: 'unknown-correction',
      message: 'There is no correction `C1`: the model has no corrections file.',
    });
  });
});

describe('applyCorrections', () => {
  it('gives the model itself where nothing is asked for', () => {
    expect(settled(applyCorrections(model, [], settled(read(FILE))))).toBe(model);
  });

  it('computes what the corrected file would compute', () => {
    const byHand = TANK_MODEL.replace('<eqn>4</eqn>', '<eqn>8</eqn>')
      .replace('<eqn>People_inside / Mean_stay</eqn>', '<eqn>People_inside * Leaving_rate</eqn>')
      .replace(
        '</variables>',
        '<aux name="Leaving rate"><eqn>1 / Mean_stay</eqn><units>1/month</units></aux></variables>',
      );
    const prepared = settled(prepareStudy(study, model, { offered: settled(read(FILE)), inForce: [] }));
    const corrected = settled(correctStudy(prepared, ['both']));
    const other = settled(prepareStudy(study, modelOf(byHand)));
    expect(corrected.programHash).toBe(other.programHash);
    expect(corrected.corrections).toEqual(['C1', 'C2']);
    const request = { set: new Map<string, number>(), until: 'equilibrium', backend: 'javascript' } as const;
    // Arrivals of 5 a month who stay 8 months.
    expect(settled(runScenario(corrected, request)).outcomes.people).toBeCloseTo(40, 3);
    expect(settled(runScenario(prepared, request)).outcomes.people).toBeCloseTo(20, 3);
  });

  it('points into the corrections file', () => {
    const corrected = settled(applyCorrections(model, ['C2'], settled(read(FILE)), study.variables));
    const departures = corrected.variables.get(settled(key('Departures')));
    const equation = departures?.kind === 'flow' ? departures.equation : undefined;
    const right = equation?.kind === 'binary' ? equation.right : undefined;
    if (right === undefined) throw new Error('the equation is another');
    const place = placeOf(corrected.source, right.span);
    expect(place.file).toBe('corrections.yaml');
    expect(FILE.split('\n')[place.line - 1]?.slice(place.column - 1, place.column - 1 + place.length)).toBe(
      'Leaving_rate',
    );
    // What was not corrected stays in the model file.
    const arrivals = corrected.variables.get(settled(key('Arrivals')));
    if (arrivals === undefined) throw new Error('no arrivals');
    expect(placeOf(corrected.source, arrivals.span)).toEqual(placeOf(model.source, arrivals.span));
  });

  it.each([
    ['variable: stay', 'variable: stray', 'C1', 'unknown-name', 'stray', /`stay`/],
    ['expected: 4', 'expected: 5', 'C1', 'correction-outdated', '5', /still applies/],
    [
      'expected: people_inside/',
      'expected: people_inside*',
      'C2',
      'correction-outdated',
      'people_inside*"Mean stay"',
      /./,
    ],
    ['* Leaving_rate', '* Leving_rate', 'C2', 'unknown-name', 'Leving_rate', /`Leaving rate`/],
    ['* Leaving_rate', '* (Leaving_rate', 'C2', 'equation-parenthesis', '(', /./],
    ['equation: 1 / Mean_stay', 'equation: "1 / Mean_stay["', 'C2', /^equation-/, /./, /./],
    ['equation: 4 / 2', 'equation: Mean_stay[1]', 'C3', 'correction-equation', 'Mean_stay[1]', /arrays/],
    ['equation: 4 / 2', 'equation: Double * 2', 'C3', 'unit-equation', /./, /./],
    ['equation: 4 / 2', 'equation: MIN(4, Mean_stay)', 'C3', /circ|loop/, /./, /./],
    ['units: 1/month', 'units: 1/(month', 'C2', 'unit-syntax', /./, /./],
    ['units: 1/month', 'units: 1/monht', 'C2', /unit/, /./, /./],
    ['name: Leaving rate', 'name: Arrival rate', 'C2', 'duplicate-id', 'Arrival rate', /another name/],
  ])('refuses %j written as %j in %s', (from, to, id, code, at, hint) => {
    const [problem] = applied(edited(from, to), id);
    expect(problem).toMatchObject({ severity: 'error', file: 'corrections.yaml' });
    expect(problem?.code).toMatch(code);
    expect(problem?.at).toEqual(typeof at === 'string' ? at : expect.stringMatching(at));
    expect(problem?.hint ?? 'none').toMatch(hint);
  });

  it('refuses two that change one variable, or add one', () => {
    expect(applied(FILE, 'C1', 'C3')[0]).toMatchObject({
      code: 'correction-conflict',
      message: 'The corrections `C1` and `C3` both change `Mean stay`.',
      at: 'Mean stay',
    });
    const added = '    new:\n      - { name: leaving rate, equation: 1, units: 1/month, documentation: x }\n';
    const text = edited('        value: 8\n', `        value: 8\n${added}`);
    expect(applied(text, 'C1', 'C2')[0]).toMatchObject({
      code: 'correction-conflict',
      message: 'The corrections `C1` and `C2` both add `Leaving rate`.',
    });
  });

  it('refuses a graphical function', () => {
    const graph = '<gf name="Curve"><xscale min="0" max="1"/><ypts>0,1</ypts></gf></variables>';
    const other = settled(readModel(sourceText('tank.xmile', TANK_MODEL.replace('</variables>', graph))));
    const text = edited('variable: stay', 'variable: Curve');
    expect(said(text, applyCorrections(other, ['C1'], settled(read(text))))[0]).toMatchObject({
      code: 'correction-equation',
      at: 'Curve',
    });
  });
});

it('the example of docs/corrections.md is one', () => {
  const text = readFileSync(new URL('../../../docs/corrections.md', import.meta.url), 'utf8');
  const example = /```yaml\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
  const corrected = settled(applyCorrections(model, ['all'], settled(read(example)), study.variables));
  expect(corrected.variables.size).toBe(model.variables.size + 1);
});

describe('mappedValue', () => {
  const word = fc.stringMatching(/^[a-z*+(),.]{1,6}$/);

  it('finds every word where it stands, however the value is folded', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), fc.nat(20), (words, base) => {
        const written = words.join('\n      ');
        const source = sourceText('x', `a: >-\n      ${written}\n`);
        const place = placeOf(source, { start: 3, end: source.text.length });
        const mapped = mappedValue(words.join(' '), source, place, base);
        for (const piece of mapped.pieces) {
          const text = mapped.text.slice(piece.at, piece.at + piece.length);
          const found = source.text.slice(piece.start - base, piece.end - base);
          expect(found.trim()).toBe(text.trim());
        }
        expect(mapped.pieces.reduce((sum, { length }) => sum + length, 0)).toBe(mapped.text.length);
      }),
    );
  });

  it('takes the whole value where its words are written in another way', () => {
    const source = sourceText('x', 'a: "b\\u0063"');
    const { pieces } = mappedValue('bc', source, placeOf(source, { start: 3, end: 12 }), 0);
    expect(pieces).toEqual([{ at: 0, length: 2, start: 3, end: 12 }]);
  });
});

function key(name: string) {
  const found = [...model.variables.values()].find((variable) => variable.name === name);
  return found === undefined
    ? { ok: false as const, diagnostics: [] }
    : { ok: true as const, value: found.key, diagnostics: [] };
}
