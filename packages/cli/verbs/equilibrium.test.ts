import { describe, expect, it } from 'vitest';
import { weir } from '../testing/captured-io.js';
import { modelFile, SMALL_MODEL, smallStudyFolder } from '../testing/small-study.js';

const study = smallStudyFolder();

describe('weir equilibrium', () => {
  it('prints a row of CSV', async () => {
    const { out } = await weir(['equilibrium', study, '--set', 'rate=0.5', '--format', 'csv']);
    const [head, row] = out.trim().split('\r\n');
    expect(head).toBe(
      'run_id,scenario,set.rate,verdict,residual,stability,slowest_time_constant,waiting,served_share',
    );
    expect(row).toMatch(/^[0-9a-f]{16},today,0\.5,ok,.*,stable,2\.?\d*,/);
  });

  it('ends with 1 where there is no fixed point, and says why', async () => {
    const growing = modelFile(
      SMALL_MODEL.replace('<eqn>Waiting_people * Starting_rate</eqn>', '<eqn>5</eqn>'),
    );
    const { code, out, err } = await weir(['equilibrium', growing]);
    expect(code).toBe(1);
    expect(out).toContain('verdict');
    expect(err).toContain('No fixed point was found');
  });

  it('holds TIME where flows depend on it, and says so', async () => {
    const clock = modelFile(
      SMALL_MODEL.replace(
        '<eqn>Waiting_people * Starting_rate</eqn>',
        '<eqn>Waiting_people * (1 + TIME)</eqn>',
      ),
    );
    const { code, out } = await weir(['equilibrium', clock]);
    expect(code).toBe(0);
    expect(out).toContain('Flows depend on TIME');
  });

  it('refuses models that are drawn at random, by name', async () => {
    const drawn = modelFile(
      SMALL_MODEL.replace(
        '<eqn>Waiting_people * Starting_rate</eqn>',
        '<eqn>Waiting_people * RANDOM(0, 1)</eqn>',
      ),
    );
    const { code, err } = await weir(['equilibrium', drawn]);
    expect(code).toBe(3);
    expect(err).toMatch(/is drawn at\s+random/);
  });

  it('takes wrong words for usage', async () => {
    expect((await weir(['equilibrium', study, '--scenario', 'nowhere'])).code).toBe(2);
    expect((await weir(['equilibrium', study, '--probes', '0'])).code).toBe(2);
    expect((await weir(['equilibrium', study, '--set', 'rate'])).code).toBe(2);
    expect((await weir(['equilibrium', study, '--seed', '1.5'])).code).toBe(2);
  });
});
