import { expect, it } from 'vitest';
import type { Io } from '../io.js';
import { counted, startRateProgress } from './rate-progress.js';

function watched(times: readonly number[], errIsTerminal = true) {
  const left = [...times];
  const said: string[] = [];
  const io: Io = {
    out: () => undefined,
    err: (text) => said.push(text),
    environment: {},
    errIsTerminal,
    now: () => left.shift() ?? 0,
  };
  return { progress: startRateProgress(io), said };
}

it('says rate and time left, without what was done before', () => {
  const { progress, said } = watched([0, 0, 500, 2000]);
  progress.report(1000, 10_000);
  progress.report(1500, 10_000);
  progress.report(3000, 10_000);
  progress.end();
  expect(said).toEqual(['\r\u001b[K3,000 of 10,000 runs, 1,000 a second, about 7 s left', '\r\u001b[K']);
});

it('is silent where nobody watches', () => {
  const { progress, said } = watched([0, 5000], false);
  progress.report(1, 2);
  progress.end();
  expect(said).toEqual([]);
});

it('counts with commas', () => {
  expect([counted(12), counted(1234), counted(1_000_000)]).toEqual(['12', '1,234', '1,000,000']);
});
