import { describe, expect, it } from 'vitest';
import { weir } from '../testing/captured-io.js';
import { tankStudyFolder } from '../testing/tank-study.js';

const study = tankStudyFolder();

describe('weir flip', () => {
  it('finds where the order of two policies is reversed', async () => {
    const { code, out } = await weir(['flip', study, 'both', 'people']);
    expect(code).toBe(0);
    expect(out).toContain('people inside, higher under Both than under Now');
    // Both sets rate and stay, so 24; now is rate x stay: 24 at a rate of 6, or at a stay of 4.8.
    expect(out).toMatch(/rate +5 +6 +0 to 40 +4 to 6: reverses|rate +5 +6 +0 to 40 +4 to 6: holds/);
    expect(out).toMatch(/stay +4 +4\.8 +1 to 10 +none stated/);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('gives all digits as JSON', async () => {
    const { out } = await weir(['flip', study, 'shorter', 'people', '--format', 'json']);
    const document = JSON.parse(out);
    expect(document).toMatchObject({ scenario: 'shorter', against: 'now', ranges: 'wide' });
    // Whatever the rate, shorter stays mean fewer people; at a stay of 2 the policies are the same.
    const [rate, stay] = document.constants;
    expect(rate.found).toEqual({ kind: 'holds' });
    expect(stay.found.kind).toBe('changes');
    expect(stay.found.at).toBeCloseTo(2, 8);
  });

  it('prints CSV with a row for each constant', async () => {
    const { out } = await weir(['flip', study, 'both', 'people', '--format', 'csv', '--ranges', 'evidence']);
    const rows = out.trim().split('\r\n');
    expect(rows[0]).toContain('kind,name,default');
    expect(rows).toHaveLength(2);
  });

  it.each([
    [['flip', study, 'bath', 'people'], 'both'],
    [['flip', study, 'both', 'peeple'], 'people'],
    [['flip', study, 'both', 'people', '--ranges', 'wild'], 'wide'],
    [['flip', study, 'now', 'people'], 'same'],
  ])('%j', async (words, hint) => {
    const { code, out, err } = await weir([...words]);
    expect([code, out]).toEqual([3, '']);
    expect(err).toContain(hint);
  });
});
