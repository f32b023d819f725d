import { describe, expect, it } from 'vitest';
import { weir } from '../testing/captured-io.js';
import { tankStudyFolder } from '../testing/tank-study.js';

const study = tankStudyFolder();

describe('weir why', () => {
  it('prints shares that add up to the effect, within 80 columns', async () => {
    const { code, out } = await weir(['why', study, 'both']);
    expect(code).toBe(0);
    // Alone: 12 x 4 = 48, +140 %; 5 x 2 = 10, -50 %. Together 24, +20 %. Shares: (140 + 70) / 2 and (-50 - 120) / 2.
    expect(out).toContain('people inside: +20.00 % against Now');
    expect(out).toMatch(/More people arrive +\+105\.00 % +\+140\.00 % +-50\.00 %/);
    expect(out).toMatch(/People stay for less time +-85\.00 % +-50\.00 % +\+140\.00 %/);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('prints one JSON document, and CSV', async () => {
    const { out } = await weir(['why', study, 'both', '--format', 'json']);
    expect(JSON.parse(out)).toMatchObject({
      model: 'tank',
      scenario: 'both',
      baseline: 'now',
      mechanisms: [{ id: 'arrivals' }, { id: 'stays' }],
      outcomes: [
        { id: 'people', shares: [{ share: expect.closeTo(105, 6) }, { share: expect.closeTo(-85, 6) }] },
      ],
    });
    const csv = await weir(['why', study, 'both', '--format', 'csv']);
    expect(csv.out.split('\r\n')[0]).toBe('scenario,outcome,total_percent,mechanism,share,only,without');
    expect(csv.out.trim().split('\r\n')).toHaveLength(3);
  });

  it('says what there is where a name is unknown', async () => {
    const wrongOutcome = await weir(['why', study, 'both', '--outcome', 'peeple']);
    expect([wrongOutcome.code, wrongOutcome.out]).toEqual([2, '']);
    expect(wrongOutcome.err).toContain('people');
    const wrongScenario = await weir(['why', study, 'bath']);
    expect([wrongScenario.code, wrongScenario.out]).toEqual([3, '']);
    expect(wrongScenario.err).toContain('both');
  });
});
