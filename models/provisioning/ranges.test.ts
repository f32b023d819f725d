import { readFileSync } from 'node:fs';
import { extentOf, rangesOf } from '@weir/study';
import { openStudy } from '@weir/study/node';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const {
  constants,
}: { constants: Record<string, { value: number; range: [number, number]; strength: string }> } = parse(
  readFileSync(new URL('./evidence.yaml', import.meta.url), 'utf8'),
);
const opened = openStudy('provisioning');
if (!opened.ok) throw new Error('the study does not open');
const prepared = opened.value;
const extents = (id: string) => {
  const found = rangesOf(prepared, id);
  if (!found.ok) throw new Error(`no ranges ${id}`);
  return new Map(found.value.inputs.map(({ name, distribution }) => [name, extentOf(distribution)] as const));
};
/** Parameters of the system and of the depth of the pandemic: neither switches nor settings of scenarios. */
const varied = Object.entries(constants).filter(
  ([, { strength }]) => strength !== 'switch' && strength !== 'scenario',
);

describe('ranges of the provisioning model', () => {
  it('are of the 52 parameters of its tests of robustness', () => {
    expect(varied).toHaveLength(52);
    const names = varied.map(([name]) => name).sort();
    for (const id of ['20pct', '30pct', 'wide']) expect([...extents(id).keys()].sort()).toEqual(names);
  });

  it('wide is what the evidence file states', () => {
    const own = extents('wide');
    for (const [name, { range }] of varied) expect([name, own.get(name)]).toEqual([name, range]);
  });

  it.each([
    ['20pct', 0.2],
    ['30pct', 0.3],
  ] as const)('%s lies around the defaults', (id, by) => {
    const own = extents(id);
    for (const [name, { value }] of varied) {
      const [low, high] = own.get(name) ?? [0, 0];
      expect(low).toBeCloseTo(value * (1 - by), 9);
      expect(high).toBeCloseTo(value * (1 + by), 9);
    }
  });
});
