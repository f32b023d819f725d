import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { weir } from '../testing/captured-io.js';
import { newFolder, smallStudyFolder } from '../testing/small-study.js';

const EXPERIMENTS = `experiments:
  speed:
    kind: surface
    title: Speed and start
    question: What do they do?
    limit: A toy of an experiment.
    scenario: today
    x: { name: rate, label: share that starts a month, values: [0.1, 0.2, 0.4] }
    y: { name: Waiting people, label: people at the start, values: [50, 100] }
    measures:
      end: { label: People who wait at the end, outcome: waiting, take: end }
  ways:
    kind: actions
    title: Ways side by side
    question: Which is lower?
    limit: A toy of a comparison.
    scenarios: [faster]
    measures:
      total: { label: Person-months of waiting, outcome: waiting, take: total }
`;

const study = smallStudyFolder();
writeFileSync(join(study, 'experiments.yaml'), EXPERIMENTS);

const LEVERS = `title: Two queues
limit: Toys.
models:
  waiting: { until: 12 }
outcomes:
  waiting: { label: People who wait, in: { waiting: waiting } }
levers:
  speed:
    label: Twice the speed
    in: { waiting: { structure: A rate., scale: { rate: 2 } } }
`;

describe('weir experiment', () => {
  it('lists what there is without a run', async () => {
    const { code, out } = await weir(['experiment', study, '--list']);
    expect(code).toBe(0);
    expect(out).toContain('speed: Speed and start');
    expect(out).toContain('ways: Ways side by side');
  });

  it('prints question, numbers and limit', async () => {
    const { code, out, err } = await weir(['experiment', study, 'speed']);
    expect([code, err]).toEqual([0, '']);
    // Euler with a step of 1/4: people (1 - rate/4)^48.
    for (const [people, rate] of [
      [100, 0.1],
      [50, 0.1],
      [100, 0.2],
    ] as const) {
      expect(out).toContain(String(Number((people * (1 - rate / 4) ** 48).toPrecision(3))));
    }
    expect(out).toContain('Limit: A toy of an experiment.');
    expect(out).not.toContain('Ways side by side');
    expect(out).not.toMatch(/[^\n -~]/);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('gives JSON with run ids', async () => {
    const document = JSON.parse((await weir(['experiment', study, '--format', 'json'])).out);
    const [speed, ways] = document.experiments;
    expect(speed.values.end[1][1]).toBeCloseTo(100 * 0.95 ** 48, 9);
    expect(Object.keys(ways.runs)).toEqual(['today', 'faster']);
    expect(ways.runs.faster).toMatch(/^[0-9a-f]{16}$/);
    expect(ways.values.faster.total.change).toBeLessThan(-30);
  });

  it('writes figures, tables and results', async () => {
    const folder = join(newFolder(), 'experiments');
    const { code, err } = await weir(['experiment', study, '--out', folder]);
    expect([code, err]).toEqual([0, `Written: ${folder}\n`]);
    expect(readdirSync(folder).sort()).toEqual([
      'experiment-speed-end.svg',
      'experiment-ways-total.svg',
      'speed-end.csv',
      'speed.json',
      'ways-total.csv',
      'ways.json',
    ]);
    expect(readFileSync(join(folder, 'speed-end.csv'), 'utf8')).toMatch(
      /^Waiting people,rate_0\.1,rate_0\.2,rate_0\.4\r\n/,
    );
  });

  it('says what is wrong', async () => {
    const other = smallStudyFolder();
    const none = await weir(['experiment', other]);
    expect(none.code).toBe(3);
    expect(none.err).toContain('has no experiments');
    const near = await weir(['experiment', study, 'sped']);
    expect(near.code).toBe(2);
    expect(near.err).toContain('`speed`');
    writeFileSync(join(other, 'experiments.yaml'), EXPERIMENTS.replace('name: rate', 'name: rat'));
    expect((await weir(['experiment', other])).err).toContain('`rate`');
  });

  it('has a chapter in the report, unless it is left out', async () => {
    const folder = join(newFolder(), 'report');
    await weir(['report', study, '--depth', 'none', '--out', folder]);
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toContain('A toy of an experiment.');
    await weir(['report', study, '--no-experiments', '--depth', 'none', '--out', folder]);
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).not.toContain('A toy of an experiment.');
  });
});

describe('weir levers', () => {
  const modelsFolder = dirname(smallStudyFolder());

  it('needs a file of levers', async () => {
    const { code, err } = await weir(['levers'], { modelsFolder });
    expect(code).toBe(3);
    expect(err).toContain('levers.yaml');
  });

  it('prints, and gives CSV and JSON', async () => {
    writeFileSync(join(modelsFolder, 'levers.yaml'), LEVERS);
    const table = await weir(['levers'], { modelsFolder });
    expect([table.code, table.err]).toEqual([0, '']);
    expect(table.out).toContain('Twice the speed');
    expect(table.out).toMatch(/People who wait +v lower, -/);
    const change = 100 * ((0.9 / 0.95) ** 48 - 1);
    const document = JSON.parse((await weir(['levers', '--format', 'json'], { modelsFolder })).out);
    expect(document.levers[0].outcomes[0].changes.waiting).toBeCloseTo(change, 9);
    const csv = await weir(['levers', '--format', 'csv'], { modelsFolder });
    expect(csv.out.split('\r\n')[0]).toBe('lever,outcome,waiting,agreement');
  });
});
