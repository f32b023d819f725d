import { describe, expect, it } from 'vitest';
import { settled, TANK_STUDY, tank } from '../testing/small-study.js';
import { changePercent, compareScenarios } from './compare-scenarios.js';
import type { ExecutionProgress } from './executor.js';
import { inProcess } from './in-process.js';
import type { RunRequest } from './request.js';
import { runScenario } from './run-scenario.js';

const request: RunRequest = { set: new Map(), until: 'equilibrium', backend: 'javascript' };

describe('compareScenarios', () => {
  it('runs all scenarios and sets them against the baseline', async () => {
    const prepared = tank();
    const comparison = settled(await compareScenarios(prepared, [], request));
    expect(comparison.runs.map(({ scenario }) => scenario)).toEqual(['now', 'busy']);
    expect(comparison.runs[1]).toEqual(settled(runScenario(prepared, { ...request, scenario: 'busy' })));
    expect(comparison.baseline).toBe('now');
    expect(Object.keys(comparison.change_percent)).toEqual(['busy']);
    expect(comparison.change_percent.busy?.people).toBeCloseTo(100, 6);
    expect(comparison.limits).toEqual({ strip: 'A toy.', points: ['Not a place'] });
  });

  it('adds the baseline, and keeps the order asked for', async () => {
    const scenariosOf = async (ids: readonly string[]) =>
      settled(await compareScenarios(tank(), ids, request)).runs.map(({ scenario }) => scenario);
    expect(await scenariosOf(['busy'])).toEqual(['now', 'busy']);
    expect(await scenariosOf(['busy', 'now'])).toEqual(['busy', 'now']);
  });

  it('gives null where there is nothing to divide by', async () => {
    const set = new Map([
      ['rate', 0],
      ['inside', 0],
    ]);
    const comparison = settled(await compareScenarios(tank(), [], { ...request, set, until: 5 }));
    expect(comparison.change_percent.busy?.people).toBeNull();
    expect(changePercent(0, 0)).toBeNull();
    expect(changePercent(9, 10)).toBeCloseTo(-10, 12);
  });

  it('computes one run once, and gives it to every scenario that is the same', async () => {
    const seen: string[][] = [];
    const comparison = settled(
      await compareScenarios(
        tank(),
        [],
        { ...request, set: new Map([['rate', 7]]) },
        async (prepared, jobs, report) => {
          seen.push(jobs.map(({ runId }) => runId));
          return inProcess(prepared, jobs, report);
        },
      ),
    );
    expect(new Set(seen[0]).size).toBe(1);
    expect(comparison.change_percent.busy?.people).toBe(0);
  });

  it('tells how far it is', async () => {
    const heard: ExecutionProgress[] = [];
    await compareScenarios(tank(), [], request, inProcess, (progress) => heard.push(progress));
    expect(heard.length).toBeGreaterThan(0);
    expect(heard.every(({ runs, time }) => runs === 2 && time >= 10)).toBe(true);
  });

  it.each([
    [['nwo'], 'unknown-scenario'],
    [['busy', 'busy'], 'duplicate-id'],
  ])('refuses %j', async (ids, code) => {
    expect((await compareScenarios(tank(), ids, request)).diagnostics[0]).toMatchObject({ code });
  });

  it('refuses as a whole where one run breaks off, and says which', async () => {
    const broken = tank(TANK_STUDY.replace('rate: 10', 'stay: 0'));
    const outcome = await compareScenarios(broken, [], request);
    expect(outcome.ok).toBe(false);
    expect(outcome.diagnostics[0]?.message).toMatch(/^The run of `busy` broke off/);
  });
});
