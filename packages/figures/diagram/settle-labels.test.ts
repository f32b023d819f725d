import { describe, expect, it } from 'vitest';
import { boxAround } from './geometry.js';
import { type LabelWish, settleLabels } from './settle-labels.js';

const wish = (x: number, y: number, side: LabelWish['side'] = 'bottom'): LabelWish => ({
  text: 'Some name',
  outline: { form: 'disc', centre: { x, y }, radius: 8 },
  side,
  size: 12,
});
const nothing = { boxes: [], pipes: [], links: [] };

describe('settleLabels', () => {
  it('keeps the side of the file where it is free', () => {
    const [label] = settleLabels([wish(0, 0, 'right')], nothing);
    expect(label?.anchor).toBe('start');
    expect(label?.box.x).toBeGreaterThan(8);
    expect(label?.box.y).toBeLessThan(0);
  });

  it('goes elsewhere where a box is in the way', () => {
    const [label] = settleLabels([wish(0, 0)], { ...nothing, boxes: [boxAround({ x: 0, y: 40 }, 200, 60)] });
    expect(label?.box.y).toBeLessThan(0);
  });

  it('does not put one name on another', () => {
    const labels = settleLabels([wish(0, 0), wish(30, 0)], nothing);
    const [one, two] = labels.map((label) => label.box);
    expect(
      one &&
        two &&
        (one.x + one.width <= two.x || one.y + one.height <= two.y || two.y + two.height <= one.y),
    ).toBe(true);
  });
});
