import type { Diagnostic } from '@weir/model';
import { describe, expect, it } from 'vitest';
import { diagnosticText } from './diagnostic-text.js';

const plain = { red: (text: string) => text, yellow: (text: string) => text };
const fault: Diagnostic = {
  code: 'unknown-name',
  severity: 'error',
  message: 'There is no variable `dmand`.',
  place: { file: 'm.xmile', line: 2, column: 7, length: 5 },
  variable: 'Price',
  hint: 'Did you mean `Demand`?',
};

describe('diagnosticText', () => {
  it('says what, where with a caret under the place, and what to try', () => {
    expect(diagnosticText(fault, () => '<a>\n<eqn> dmand</eqn>\n', plain, 80)).toBe(
      [
        'Error: There is no variable `dmand`.',
        '  m.xmile:2:7, at Price',
        '  2 | <eqn> dmand</eqn>',
        '    |       ^^^^^',
        '  Try: Did you mean `Demand`?',
        '',
      ].join('\n'),
    );
  });

  it('does without the line where the file is gone', () => {
    expect(diagnosticText(fault, () => undefined, plain, 80)).not.toContain('^');
  });

  it('shows the part of a long line around the place, within the width', () => {
    const long = { ...fault, place: { file: 'm.xmile', line: 1, column: 5001, length: 900 } };
    const text = diagnosticText(long, () => `${'x'.repeat(5000)}dmand${'y'.repeat(900)}`, plain, 80);
    expect(text).toContain('dmand');
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
});
