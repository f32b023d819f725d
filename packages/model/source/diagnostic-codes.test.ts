import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PROVOCATIONS } from '../testing/provocations.js';
import { MODEL_CODES } from './diagnostic-codes.js';

const manual = readFileSync(new URL('../../../docs/diagnostics.md', import.meta.url), 'utf8');
const sections = new Map(
  manual
    .split(/^### /m)
    .slice(1)
    .map((section) => [/^`([^`]+)`/.exec(section)?.[1] ?? '', section]),
);

describe('diagnostic codes', () => {
  it('are all in the manual, in the same order, and no others', () => {
    expect([...sections.keys()]).toEqual([...Object.keys(PROVOCATIONS)]);
    expect([...sections.keys()].sort()).toEqual([...MODEL_CODES].sort());
  });

  it.each(MODEL_CODES)('%s is provoked alone, with a place, and quoted by the manual', (code) => {
    const diagnostics = PROVOCATIONS[code]();
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
    const [diagnostic] = diagnostics;
    expect(diagnostic?.place?.file).toMatch(/^test\.(?:xmile|mdl)$/);
    expect(diagnostic?.message).toMatch(/\.$/);
    expect(sections.get(code)).toContain(`> ${diagnostic?.message}\n`);
    expect(sections.get(code)).toContain('What to do: ');
  });
});
