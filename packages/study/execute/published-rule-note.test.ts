import { describe, expect, it } from 'vitest';
import { publishedRuleNote } from './published-rule-note.js';

const settings = { method: 'euler', dt: 0.001, backend: 'javascript' } as const;

describe('publishedRuleNote', () => {
  it('stands beside a corrected model at the published rule', () => {
    expect(publishedRuleNote({ ...settings, until: 'published' }, ['D4b'])).toContain('--until equilibrium');
  });

  it('is absent for the model as published, and for any other end', () => {
    expect(publishedRuleNote({ ...settings, until: 'published' }, [])).toBeUndefined();
    expect(publishedRuleNote({ ...settings, until: 'equilibrium' }, ['D4b'])).toBeUndefined();
    expect(publishedRuleNote({ ...settings, until: 120 }, ['D4b'])).toBeUndefined();
  });
});
