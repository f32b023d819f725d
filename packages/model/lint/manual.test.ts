import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readModel } from '../read-model.js';
import { SPECS, TANK, xmileFile } from '../testing/files.js';
import { valueIn } from '../testing/outcomes.js';
import { lint } from './lint.js';
import { ALLOWED_UNIT_CODES, MODEL_LINT_CODES } from './lint-codes.js';
import { LINT_RULES } from './lint-rules.js';
import { LINT_CASES } from './testing/lint-cases.js';

const manual = readFileSync(new URL('../../../docs/checks.md', import.meta.url), 'utf8');
const sections = new Map(
  manual
    .split(/^### /m)
    .slice(1)
    .map((section) => [/^`([^`]+)`/.exec(section)?.[1] ?? '', section]),
);

/** What a rule says of its first case. */
function said(code: (typeof MODEL_LINT_CODES)[number]): string | undefined {
  const model = valueIn(readModel(xmileFile({ variables: TANK })));
  if (code === 'save-interval')
    return lint({ ...model, simulation: { ...model.simulation, saveStep: 0.75 } }).findings.find(
      (one) => one.code === code,
    )?.message;
  const [first] = LINT_CASES[code];
  if (first === undefined) return undefined;
  const read = readModel(xmileFile({ variables: first.bad, specs: first.specs ?? SPECS }));
  return lint(valueIn(read)).findings[0]?.message;
}

describe('docs/checks.md', () => {
  it('has a section for every rule, in their order, and no others', () => {
    expect([...sections.keys()]).toEqual(Object.keys(LINT_RULES));
  });

  it.each(Object.entries(LINT_RULES))('says of %s how grave it is, and why', (code, { severity }) => {
    const section = sections.get(code) ?? '';
    expect(section.toLowerCase()).toContain(severity);
    expect(section).toContain('\nWhy: ');
  });

  it.each(MODEL_LINT_CODES)('quotes what %s says', (code) => {
    expect(said(code)).toBeDefined();
    expect(sections.get(code)).toContain(`> ${said(code)}\n`);
  });

  it('names the codes of units that can be allowed', () => {
    for (const code of ALLOWED_UNIT_CODES) expect(manual).toContain(`\`${code}\``);
  });
});
