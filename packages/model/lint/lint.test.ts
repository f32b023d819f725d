import { describe, expect, it } from 'vitest';
import { readModel } from '../read-model.js';
import { bundledModels } from '../testing/bundled-models.js';
import { SPECS, xmileFile } from '../testing/files.js';
import { valueIn } from '../testing/outcomes.js';
import { lint } from './lint.js';
import { MODEL_LINT_CODES } from './lint-codes.js';
import { MODEL_RULES } from './lint-rules.js';
import { aux, LINT_CASES, RATE, stock, USE } from './testing/lint-cases.js';

function report(variables: string, specs = SPECS) {
  return lint(valueIn(readModel(xmileFile({ variables, specs }))));
}
const codes = (variables: string, specs?: string) =>
  report(variables, specs).findings.map(({ code }) => code);

describe('each rule', () => {
  const rows = MODEL_LINT_CODES.flatMap((code) =>
    LINT_CASES[code].map((one, index) => ({ code, index, ...one })),
  );

  it.each(rows)('$code finds its case $index, once', ({ code, bad, specs }) => {
    expect(codes(bad, specs)).toEqual([code]);
  });

  it.each(rows)('$code is silent on the nearest good case $index', ({ code, good, specs, goodSpecs }) => {
    expect(codes(good, goodSpecs ?? specs)).not.toContain(code);
  });

  it('says what, by which evidence, and what to do', () => {
    for (const { bad, specs } of rows)
      for (const finding of report(bad, specs).findings) {
        expect(finding.message).toMatch(/^[A-Z`].*\.$/);
        expect(finding.evidence).toMatch(/^[A-Z`].*\.$/);
        expect(finding.hint).toMatch(/\.$/);
        expect(finding.place?.file).toBe('test.xmile');
      }
  });

  it('stands in the table once', () => {
    expect(new Set(Object.keys(MODEL_RULES))).toEqual(new Set(MODEL_LINT_CODES));
  });
});

describe('save-interval', () => {
  it('finds an interval that is no whole number of steps', () => {
    const model = valueIn(readModel(xmileFile({ variables: stock('') })));
    const saving = (saveStep: number) =>
      lint({ ...model, simulation: { ...model.simulation, saveStep } }).findings.map(({ code }) => code);
    expect(saving(0.75)).toEqual(['save-interval']);
    expect(saving(1.5)).toEqual([]);
    expect(saving(0.1)).toEqual(['save-interval']);
  });
});

describe('severities', () => {
  it('are errors only where the slip is sure', () => {
    expect(report(aux('zero', '0') + aux('x', '1 / zero') + USE('x')).findings[0]).toMatchObject({
      code: 'division-by-zero',
      severity: 'error',
    });
    expect(report(stock('') + aux('x', '1 / S') + USE('x')).findings[0]?.severity).toBe('warning');
  });

  it('tell a result from a leftover', () => {
    expect(report(stock('') + aux('x', 'S')).findings[0]?.severity).toBe('note');
    expect(report(aux('x', '3')).findings[0]?.severity).toBe('warning');
  });
});

describe('a line that allows a finding', () => {
  const silenced = (line: string) => {
    const model = `${RATE}<aux name="x"><eqn>rate * 12</eqn><units>1</units><doc>Twelve.\n  ${line}</doc></aux>${USE('x')}`;
    const { findings, allowed } = report(model);
    return [findings.map(({ code }) => code), allowed.map(({ code }) => code)];
  };

  it.each([
    ['Lint: allow embedded-constant (months in a year)'],
    ['Lint: allow no-units, embedded-constant (months\n    in a year (always))'],
  ])('%j silences it and keeps it countable', (line) => {
    expect(silenced(line)).toEqual([[], ['embedded-constant']]);
  });

  it.each([
    ['Lint: allow embedded-constant', 'lint-allow'],
    ['Lint: allow embeded-constant (slip)', 'lint-allow'],
  ])('%j is itself reported', (line, code) => {
    expect(silenced(line)).toEqual([['embedded-constant', code], []]);
  });

  it('works elsewhere only where it stands', () => {
    expect(silenced('Lint: allow undocumented (why not)')).toEqual([['embedded-constant'], []]);
  });
});

describe('arrays', () => {
  it('are reported once', () => {
    const model = valueIn(
      readModel(
        xmileFile({
          variables: aux('x 1', '1', '<doc>Said.</doc>') + aux('x 2', '1', '<doc>Said.</doc>') + USE('x_1'),
        }),
      ),
    );
    const [one] = model.variables.values();
    const variables = new Map(
      [...model.variables].map(([key, variable]) => {
        const array = one?.key;
        return variable.name.startsWith('x') && array !== undefined && one !== undefined
          ? [key, { ...variable, span: one.span, element: { array, name: 'X', subscripts: [variable.name] } }]
          : [key, variable];
      }),
    );
    expect(lint({ ...model, variables }).findings.map(({ code, variable }) => [code, variable])).toEqual([
      ['no-units', 'X'],
    ]);
  });
});

describe.each(bundledModels())('the bundled model %s', (_, model) => {
  it('has no lint errors', () => {
    expect(lint(model).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
