import { describe, expect, it } from 'vitest';
import { startProgress } from './progress.js';

function watched(errIsTerminal: boolean) {
  let time = 0;
  const written: string[] = [];
  const io = {
    out: () => undefined,
    err: (text: string) => {
      written.push(text);
    },
    environment: {},
    errIsTerminal,
    now: () => time,
  };
  return { progress: startProgress(io), written, wait: (ms: number) => (time += ms) };
}

describe('startProgress', () => {
  it('says nothing about work of under a second, nor where nobody watches', () => {
    const quick = watched(true);
    quick.wait(900);
    quick.progress.report({ runsDone: 1, runs: 6, time: 3 });
    quick.progress.end();
    const unseen = watched(false);
    unseen.wait(5000);
    unseen.progress.report({ runsDone: 1, runs: 6, time: 3 });
    unseen.progress.end();
    expect([...quick.written, ...unseen.written]).toEqual([]);
  });

  it('tells runs done and time left, and clears its line', () => {
    const { progress, written, wait } = watched(true);
    wait(2000);
    progress.report({ runsDone: 2, runs: 6, time: 3 });
    progress.report({ runsDone: 3, runs: 6, time: 3 });
    progress.end();
    expect(written).toHaveLength(2);
    expect(written[0]).toContain('2 of 6 runs done, about 4 s left');
    expect(written[1]).toBe('\r\u001b[K');
  });
});
