import { describe, expect, it } from 'vitest';
import { weir } from '../testing/captured-io.js';
import { tankStudyFolder } from '../testing/tank-study.js';

const study = tankStudyFolder();

async function encoded(...words: readonly string[]): Promise<string> {
  const { code, out, err } = await weir(['link', 'encode', study, ...words]);
  expect([code, err]).toEqual([0, '']);
  return out.trim();
}

describe('weir link', () => {
  it('writes what it reads, dates included', async () => {
    const link = await encoded(
      '--scenario',
      'shorter',
      '--set',
      'rate=0.3@2+4',
      '--at',
      'long',
      '--n',
      '500',
    );
    const { out } = await weir(['link', 'decode', link]);
    expect(JSON.parse(out)).toMatchObject({
      model: 'tank',
      draft: { scenario: 'shorter', settings: [{ name: 'rate', value: 0.3, at: 2, over: 4 }] },
      horizon: 'long',
      draws: 500,
    });
  });

  it('is run with the same digits as its own words', async () => {
    const link = await encoded('--scenario', 'shorter', '--set', 'people inside=50', '--at', '6');
    const linked = await weir(['run', study, '--link', link, '--format', 'json']);
    const spelled = await weir(
      [
        ['run', study, '--scenario', 'shorter', '--set', 'people inside=50', '--until', '6'],
        ['--format', 'json', '--from', 'equilibrium', '--method', 'rk4', '--dt', '0.25'],
      ].flat(),
    );
    const { outcomes } = JSON.parse(linked.out);
    expect(outcomes).toEqual(JSON.parse(spelled.out).outcomes);
  });

  it('warns of parts that nobody knows, and refuses what says nothing', async () => {
    const { code, err } = await weir(['run', study, '--link', '#v=1&m=tank&what=1', '--format', 'json']);
    expect(code).toBe(0);
    expect(err).toContain('what=1');
    expect((await weir(['run', '--link', '#v=1'])).code).toBe(2);
    expect((await weir(['run'])).code).toBe(2);
  });

  it('refuses options that contradict it, other models, and scenarios that are not there', async () => {
    const link = '#v=1&m=tank&s=shorter';
    expect((await weir(['run', study, '--link', link, '--until', '5'])).code).toBe(2);
    expect((await weir(['run', study, '--link', '#v=1&m=other'])).code).toBe(2);
    const unknown = await weir(['run', study, '--link', '#v=1&m=tank&s=shortr']);
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('`shorter`')]);
  });

  it('compares the scenarios of the study to the horizon, and says that edits are not among them', async () => {
    const link = await encoded('--scenario', 'shorter', '--set', 'rate=0.9', '--at', '6');
    const { code, out, err } = await weir(['compare', study, '--link', link, '--format', 'json']);
    expect(code).toBe(0);
    expect(err).toContain('edited policies');
    expect(JSON.parse(out).settings.until).toBe(6);
  });
});
