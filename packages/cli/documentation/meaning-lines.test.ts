import { describe, expect, it } from 'vitest';
import { meaningLines } from './meaning-lines.js';

describe('meaningLines', () => {
  it('joins lines that the file broke, and keeps labels and paragraphs apart', () => {
    const text = '\n  Adults at risk\n  of trafficking.\n  Archive name: X.\n\n  A new paragraph.\n';
    expect(meaningLines(text, 60)).toEqual([
      'Adults at risk of trafficking.',
      'Archive name: X.',
      'A new paragraph.',
    ]);
  });
});
