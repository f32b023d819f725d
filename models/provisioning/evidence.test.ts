import { checkEvidence } from '@weir/study';
import { openEvidence } from '@weir/study/node';
import { expect, it } from 'vitest';
import { prepared } from './testing/model-runs.js';

it('evidence is recorded for every constant', () => {
  const evidence = openEvidence('provisioning');
  if (!evidence.ok) throw new Error(JSON.stringify(evidence.diagnostics));
  const bound = checkEvidence(evidence.value, prepared);
  expect(bound.ok ? [] : bound.diagnostics).toEqual([]);
});
