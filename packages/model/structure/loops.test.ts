import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalName } from '../names/canonical-name.js';
import { readModel } from '../read-model.js';
import { largestBundledModel } from '../testing/bundled-models.js';
import { xmileFile } from '../testing/files.js';
import { valueIn } from '../testing/outcomes.js';
import { components } from './graph.js';
import { feedbackLoops } from './loops.js';
import { independentLoops } from './loops-independent.js';
import { elementaryLoops } from './loops-johnson.js';
import { causeTree, useTree } from './loops-tree.js';
import { symbolicPolarity } from './polarity.js';

const LIMITS = { loops: 100_000, work: 10_000_000 };
const graphs = fc
  .integer({ min: 1, max: 6 })
  .chain((count) =>
    fc
      .array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 18 })
      .map((pairs) =>
        Array.from({ length: count }, (_, node) =>
          [...new Set(pairs.filter(([from]) => from === node).map(([, to]) => to))].sort((a, b) => a - b),
        ),
      ),
  );

/** Every simple circuit, by trying every path; each from its lowest node. */
function everyLoop(effects: readonly (readonly number[])[]): readonly string[] {
  const found: string[] = [];
  const walk = (path: readonly number[]): void => {
    const [start = 0] = path;
    for (const next of effects[path.at(-1) ?? 0] ?? []) {
      if (next === start) found.push(path.join(' '));
      else if (next > start && !path.includes(next)) walk([...path, next]);
    }
  };
  for (const node of effects.keys()) walk([node]);
  return found.sort();
}

const linksOf = (loop: readonly number[]) =>
  loop.map((node, at) => `${node} ${loop[(at + 1) % loop.length]}`);

describe('elementaryLoops', () => {
  it('finds what trying every path finds', () => {
    fc.assert(
      fc.property(graphs, (effects) => {
        const { loops, complete } = elementaryLoops(effects, LIMITS);
        expect(complete).toBe(true);
        expect(loops.map((loop) => loop.join(' ')).sort()).toEqual(everyLoop(effects));
      }),
    );
  });

  it('finds those through a node', () => {
    fc.assert(
      fc.property(graphs, (effects) => {
        const { loops } = elementaryLoops(effects, LIMITS, 0);
        const wanted = everyLoop(effects).filter((loop) => loop.split(' ').includes('0'));
        expect(loops.map((loop) => loop.join(' ')).sort()).toEqual(wanted);
      }),
    );
  });

  it('stops at its limits', () => {
    const dense = Array.from({ length: 40 }, (_, node) =>
      Array.from({ length: 40 }, (__, to) => to).filter((to) => to !== node),
    );
    const started = performance.now();
    expect(elementaryLoops(dense, { loops: 100, work: 1e6 })).toMatchObject({ complete: false });
    expect(elementaryLoops(dense, { loops: 1e9, work: 1e5 })).toMatchObject({ complete: false });
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('is quick on long chains without a loop', () => {
    const chain = Array.from({ length: 50_000 }, (_, node) => (node < 49_999 ? [node + 1] : []));
    const started = performance.now();
    expect(elementaryLoops(chain, LIMITS).loops).toEqual([]);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('independentLoops', () => {
  it('cover every link that lies on a loop, with no more loops than are independent', () => {
    fc.assert(
      fc.property(graphs, (effects) => {
        const { loops } = independentLoops(effects, 1e6);
        const every = new Set(everyLoop(effects));
        for (const loop of loops) {
          const least = loop.indexOf(Math.min(...loop));
          expect(every).toContain([...loop.slice(least), ...loop.slice(0, least)].join(' '));
        }
        const covered = new Set(loops.flatMap(linksOf));
        const inLoops = new Set([...every].flatMap((loop) => linksOf(loop.split(' ').map(Number))));
        expect(covered).toEqual(inLoops);
        const parts = components(effects.length, (node) => effects[node] ?? [], effects.keys());
        const bound = parts.reduce((sum, part) => {
          const inside = part.flatMap((node) => (effects[node] ?? []).filter((to) => part.includes(to)));
          return sum + inside.length - part.length + 1;
        }, 0);
        expect(loops.length).toBeLessThanOrEqual(bound);
      }),
    );
  });
});

const SIR = `<stock name="Susceptible"><eqn>990</eqn><outflow>infecting</outflow></stock>
<stock name="Infectious"><eqn>10</eqn><inflow>infecting</inflow><outflow>recovering</outflow></stock>
<flow name="infecting"><eqn>contact_rate * Susceptible * Infectious / population</eqn></flow>
<flow name="recovering"><eqn>Infectious / duration</eqn></flow>
<aux name="contact rate"><eqn>0.3</eqn></aux><aux name="duration"><eqn>5</eqn></aux><aux name="population"><eqn>1000</eqn></aux>`;
const read = (variables: string) => valueIn(readModel(xmileFile({ variables })));

describe('feedbackLoops', () => {
  it('finds the three loops of an epidemic, with their polarity and stocks', () => {
    const model = read(SIR);
    const { set, complete, loops } = feedbackLoops(model, { polarity: symbolicPolarity(model) });
    expect([set, complete]).toEqual(['all', true]);
    expect(
      loops.map(({ variables, polarity, stocks }) => [
        variables.map(({ name }) => name),
        polarity,
        stocks.length,
      ]),
    ).toEqual([
      [['Susceptible', 'infecting'], '-', 1],
      [['Infectious', 'infecting'], '+', 1],
      [['Infectious', 'recovering'], '-', 1],
    ]);
  });

  it('finds those through a variable, none through a constant', () => {
    const model = read(SIR);
    const through = (name: string) =>
      feedbackLoops(model, { through: canonicalName(name), polarity: symbolicPolarity(model) }).loops.length;
    expect(through('recovering')).toBe(1);
    expect(through('infecting')).toBe(2);
    expect(through('duration')).toBe(0);
  });

  it('gives a shortest independent set where there are too many, as in the largest bundled model', () => {
    const model = largestBundledModel();
    const started = performance.now();
    const { set, complete, loops } = feedbackLoops(model, { polarity: symbolicPolarity(model) });
    expect([set, complete]).toEqual(['independent', true]);
    expect(loops.length).toBeGreaterThan(50);
    for (const { stocks } of loops) expect(stocks.length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe('symbolicPolarity', () => {
  const STOCKS =
    '<stock name="A"><eqn>5</eqn></stock><stock name="B"><eqn>5</eqn></stock><stock name="D"><eqn>-5</eqn></stock>';
  const graph = (y: string) => `<gf name="rise"><xpts>0,1,2</xpts><ypts>${y}</ypts></gf>`;

  it.each([
    ['A + B', '+'],
    ['B - A', '-'],
    ['B * A', '+'],
    ['D * A', 'unknown'],
    ['B / A', '-'],
    ['A / (A + B)', '+'],
    ['B / (A + B)', '-'],
    ['IF A + B = 0 THEN 0 ELSE A / (A + B)', '+'],
    ['IF A > 3 THEN A ELSE B', 'unknown'],
    ['IF B > 3 THEN A ELSE 0', '+'],
    ['MIN(A, B)', '+'],
    ['MAX(0, B - A)', '-'],
    ['(1 - A) * B - A', '-'],
    ['EXP(-A)', '-'],
    ['A ^ 2', '+'],
    ['A ^ -1', '-'],
    ['0.5 ^ A', '-'],
    ['2 ^ A', '+'],
    ['SIN(A)', 'unknown'],
    ['ABS(A)', '+'],
    ['ABS(D - A)', 'unknown'],
    ['SQRT(A) * -1', '-'],
    ['SAFEDIV(B, A)', '-'],
    ['rise(A)', '+'],
    ['rise(B - A)', '-'],
    ['STEP(A, 3)', '+'],
    ['A - A', 'unknown'],
  ])('of A in %s is %s', (equation, polarity) => {
    const model = read(
      `${STOCKS}${graph('1,2,4')}<aux name="x"><eqn>${equation.replace('<', '&lt;')}</eqn></aux>`,
    );
    expect(symbolicPolarity(model)(canonicalName('A'), canonicalName('x'))).toBe(polarity);
  });

  it('is not known of a graph that rises and falls', () => {
    const model = read(`${STOCKS}${graph('1,4,2')}<aux name="x"><eqn>rise(A)</eqn></aux>`);
    expect(symbolicPolarity(model)(canonicalName('A'), canonicalName('x'))).toBe('unknown');
  });
});

describe('trees', () => {
  const model = read(SIR);
  const names = (tree: ReturnType<typeof causeTree>): unknown =>
    tree && [
      tree.variable.name + (tree.cut === undefined ? '' : ` (${tree.cut})`),
      ...tree.children.map(names),
    ];

  it('show causes to a depth, each variable opened once', () => {
    expect(names(causeTree(model, canonicalName('infecting'), 2))).toEqual([
      'infecting',
      ['contact rate'],
      ['Susceptible', ['infecting (loop)']],
      ['Infectious', ['infecting (loop)'], ['recovering (depth)']],
      ['population'],
    ]);
  });

  it('show uses', () => {
    expect(names(useTree(model, canonicalName('duration'), 2))).toEqual([
      'duration',
      ['recovering', ['Infectious (depth)']],
    ]);
    expect(causeTree(model, canonicalName('nothing'), 2)).toBeUndefined();
  });
});
