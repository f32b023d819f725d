import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settled, TANK_MODEL, TANK_STUDY } from '../testing/small-study.js';
import { TANK_EXPERIMENTS } from '../testing/tank-experiments.js';
import { openExperiments } from './open-experiments.js';
import { openLevers } from './open-levers.js';
import { openStudy } from './open-study.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'weir-parts-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what stands beside a study', () => {
  it('may be missing', () => {
    expect(openExperiments(folder).diagnostics).toMatchObject([{ code: 'no-experiments' }]);
    expect(openLevers({ modelsFolder: folder }).diagnostics).toMatchObject([{ code: 'no-levers' }]);
  });

  it('is found by the folder and by the study file', () => {
    writeFileSync(join(folder, 'experiments.yaml'), TANK_EXPERIMENTS);
    for (const reference of [folder, join(folder, 'study.yaml')]) {
      expect(settled(openExperiments(reference)).experiments.size).toBe(3);
    }
  });

  it('is read with the study where scenarios name it', () => {
    const model = TANK_MODEL.replace('<eqn>Arrival_rate</eqn>', '<eqn>Series(TIME)</eqn>').replace(
      '<aux name="Double">',
      '<gf name="Series"><xscale min="0" max="20"/><ypts>5,5</ypts></gf><aux name="Double">',
    );
    const study = TANK_STUDY.replace(
      '    set:\n      rate: 10',
      '    tables:\n      Series: { file: own.csv }',
    );
    writeFileSync(join(folder, 'tank.xmile'), model);
    writeFileSync(join(folder, 'study.yaml'), study);
    expect(openStudy(folder).diagnostics[0]).toMatchObject({ code: 'cannot-read' });
    writeFileSync(join(folder, 'own.csv'), 'month,series\n0,5\n20,9\n');
    expect(settled(openStudy(folder)).study.dataFiles?.get('own.csv')?.text).toContain('20,9');
  });
});
