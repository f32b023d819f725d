import { describe, expect, it } from 'vitest';
import { canonicalName } from '../names/canonical-name.js';
import { TANK, xmileFile } from '../testing/files.js';
import { flatModel } from '../testing/flat-model.js';
import type { Link } from './uses.js';
import { causesOf, usesOf } from './uses.js';

const model = flatModel(
  xmileFile({
    variables: `${TANK}<aux name="share"><eqn>Tank / INIT(Tank) + f(Tank) + nothing</eqn></aux><stock name="Copy"><eqn>share</eqn></stock><gf name="f"><xpts>0,1</xpts><ypts>0,1</ypts></gf>`,
  }),
);
const told = (links: readonly Link[]) => links.map(({ variable, role }) => `${variable.name} ${role}`);

describe('causes and uses', () => {
  it('of an auxiliary: each variable once per role, graphical functions too', () => {
    const causes = causesOf(model, canonicalName('share'));
    expect(told(causes)).toEqual(['Tank equation', 'Tank initial', 'f equation']);
    expect(model.source.text.slice(causes[0]?.span.start, causes[0]?.span.end)).toBe('Tank');
  });

  it('of a stock: its flows and its initial equation', () => {
    expect(told(causesOf(model, canonicalName('Tank')))).toEqual(['filling inflow', 'draining outflow']);
    expect(told(causesOf(model, canonicalName('Copy')))).toEqual(['share initial']);
  });

  it('are each other reversed', () => {
    expect(told(usesOf(model, canonicalName('Tank')))).toEqual([
      'draining equation',
      'share equation',
      'share initial',
    ]);
    expect(told(usesOf(model, canonicalName('filling')))).toEqual(['Tank inflow']);
    for (const variable of model.variables.values())
      for (const cause of causesOf(model, variable.key))
        expect(told(usesOf(model, cause.variable.key))).toContain(`${variable.name} ${cause.role}`);
  });

  it('of an unknown name are none', () => {
    expect(causesOf(model, canonicalName('nothing'))).toEqual([]);
    expect(usesOf(model, canonicalName('nobody'))).toEqual([]);
  });
});
