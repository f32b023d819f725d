import { describe, expect, it } from 'vitest';
import { spreadAssignments } from './spread-assignments.js';

describe('spreadAssignments', () => {
  it('takes several assignments after one --set', () => {
    expect(spreadAssignments(['run', 'm', '--set', 'a=1', 'b c=2', '--dt', '1'])).toEqual([
      'run',
      'm',
      '--set',
      'a=1',
      '--set',
      'b c=2',
      '--dt',
      '1',
    ]);
  });

  it('leaves a model that follows alone, and everything without --set', () => {
    for (const words of [
      ['run', '--set', 'a=1', 'model'],
      ['run', 'a=b', '--out=x'],
      ['--set', 'a=1', '--', 'b=2'],
    ]) {
      expect(spreadAssignments(words)).toEqual(words);
    }
  });
});
