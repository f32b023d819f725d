import { describe, expect, it } from 'vitest';
import { studyOf } from '../testing/small-study.js';
import { correctionsText } from './corrections-text.js';

const plain = { ...studyOf(), published: [] };
const published = { ...plain, published: [{ id: 't', title: 'T', source: 'S', rows: [] }] };

describe('correctionsText', () => {
  it('names the corrections in force, whatever the study', () => {
    expect(correctionsText(plain, ['D1', 'D4b'])).toBe('corrections D1, D4b');
    expect(correctionsText(published, ['D1'])).toBe('corrections D1');
  });

  it('speaks of a publication only where there is one', () => {
    expect(correctionsText(published, [])).toBe('as published');
    expect(correctionsText(plain, [])).toBe('as in the model file');
  });
});
