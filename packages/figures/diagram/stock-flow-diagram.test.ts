import { canonicalName, type ViewItem } from '@weir/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SvgElement, SvgNode } from '../svg/node.js';
import { renderSvg } from '../svg/render.js';
import { boundsOf, boxAround, grow, holds, type Rectangle } from './geometry.js';
import { layOut, valveOutline } from './layout.js';
import { CLOUD } from './sizes.js';
import { stockFlowDiagram } from './stock-flow-diagram.js';
import { drawnModel, shown } from './testing/drawn-model.js';

const place = fc.integer({ min: -1000, max: 3000 });
const point = fc.record({ x: place, y: place });
const side = fc.constantFrom('top', 'bottom', 'left', 'right', 'center', undefined);
const awkward = fc.constantFrom(
  'A & B',
  '<script>',
  'Überlauf "x"',
  'Ein sehr langer Name für einen Vorrat',
  'a]]>b',
);
const name = fc.tuple(awkward, fc.integer({ min: 0, max: 5 })).map(([text, count]) => `${text} ${count}`);

const item: fc.Arbitrary<ViewItem> = fc.oneof(
  fc
    .record({ n: name, p: point, s: side })
    .map(({ n, p, s }) => ({ kind: 'stock' as const, ...at(n, p, s) })),
  fc
    .record({ n: name, p: point, s: side })
    .map(({ n, p, s }) => ({ kind: 'stock' as const, ...at(n, p, s), width: 140, height: 76 })),
  fc
    .record({ n: name, p: point, s: side })
    .map(({ n, p, s }) => ({ kind: 'auxiliary' as const, ...at(n, p, s) })),
  fc
    .record({ n: name, p: point, s: side })
    .map(({ n, p, s }) => ({ kind: 'alias' as const, ...at(n, p, s) })),
  fc
    .record({ n: name, p: point, points: fc.array(point, { maxLength: 5 }) })
    .map(({ n, p, points }) => ({ kind: 'flow' as const, ...at(n, p, undefined), points })),
  fc.record({ n: name, m: name, angle: fc.integer({ min: 0, max: 360 }) }).map(({ n, m, angle }) => ({
    kind: 'connector' as const,
    from: { variable: canonicalName(n) },
    to: { variable: canonicalName(m) },
    angle,
    points: [],
  })),
  fc.record({ n: awkward, p: point }).map(({ n, p }) => ({ kind: 'label' as const, text: n, ...p })),
  fc
    .record({ n: awkward, p: point })
    .map(({ n, p }) => ({ kind: 'frame' as const, name: n, ...p, width: 300, height: 200 })),
);

const model = fc.array(item, { maxLength: 15 }).map((items) =>
  drawnModel({
    stocks: namesOf(items, 'stock').map((stock, index) => ({
      name: stock,
      outflows: namesOf(items, 'flow').slice(index, index + 1),
    })),
    items,
  }),
);

function at(n: string, p: { x: number; y: number }, labelSide: fc.Arbitrary<never> | string | undefined) {
  const known = (['top', 'bottom', 'left', 'right', 'center'] as const).find((known) => known === labelSide);
  return { ...shown(n, p.x, p.y), ...(known === undefined ? {} : { labelSide: known }) };
}

function namesOf(items: readonly ViewItem[], kind: 'stock' | 'flow'): readonly string[] {
  return [...new Set(items.flatMap((one) => (one.kind === kind ? [one.name] : [])))];
}

function elements(node: SvgNode): readonly SvgElement[] {
  return typeof node === 'string' ? [] : [node, ...node.children.flatMap(elements)];
}

function inside(outer: Rectangle, inner: Rectangle): boolean {
  return holds(outer, inner) && holds(outer, { x: inner.x + inner.width, y: inner.y + inner.height });
}

describe('stockFlowDiagram', () => {
  it('draws every shown variable once an item', () => {
    fc.assert(
      fc.property(model, (drawn) => {
        const groups = elements(stockFlowDiagram(drawn, 0)).filter(
          (node) => 'data-variable' in node.attributes,
        );
        const wanted = (drawn.views[0]?.items ?? []).flatMap((one) =>
          'variable' in one ? [one.variable] : [],
        );
        expect(groups.map((node) => String(node.attributes['data-variable'])).sort()).toEqual(
          [...wanted].sort(),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('has room for everything in its view box', () => {
    fc.assert(
      fc.property(model, (drawn) => {
        const view = drawn.views[0];
        if (view === undefined) return;
        const scene = layOut(drawn, view, new Map());
        const room = grow(scene.bounds, 1e-6);
        for (const node of scene.nodes) {
          expect(inside(room, boundsOf(node.outline))).toBe(true);
          expect(inside(room, node.label.box)).toBe(true);
        }
        for (const flow of scene.flows) {
          expect(inside(room, boundsOf(valveOutline(flow)))).toBe(true);
          expect(inside(room, flow.label.box)).toBe(true);
          for (const cloud of flow.clouds)
            expect(inside(room, boxAround(cloud, CLOUD.width, CLOUD.height))).toBe(true);
          for (const spot of flow.pipe?.points ?? []) expect(holds(room, spot)).toBe(true);
        }
        for (const link of scene.links)
          for (const spot of link.curve.samples) expect(holds(room, spot)).toBe(true);
        for (const frame of scene.frames) expect(inside(room, frame.box)).toBe(true);
        for (const note of scene.notes) expect(inside(room, note.box)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('writes numbers that are numbers, and names as text', () => {
    fc.assert(
      fc.property(model, (drawn) => {
        const text = renderSvg(stockFlowDiagram(drawn, 0));
        expect(text).not.toMatch(/NaN|Infinity|undefined/);
        expect(text).not.toContain('<script');
      }),
      { numRuns: 30 },
    );
  });

  it('puts clouds at ends outside the model only', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 200, y: 0 },
    ];
    const flow: ViewItem = { kind: 'flow', ...shown('out', 100, 0), points };
    const stock: ViewItem = { kind: 'stock', ...shown('Pool', 0, 0) };
    const drains = { name: 'Pool', outflows: ['out'] };
    const scene = (items: readonly ViewItem[], stocks: readonly (typeof drains)[]) => {
      const drawn = drawnModel({ stocks, flows: ['out'], items });
      return layOut(drawn, drawn.views[0] ?? { items: [] }, new Map());
    };
    expect(scene([stock, flow], [drains]).flows[0]?.clouds).toEqual([{ x: 200, y: 0 }]);
    expect(scene([flow], []).flows[0]?.clouds).toHaveLength(2);
    expect(scene([flow], [drains]).flows[0]?.elsewhere.map((end) => end.at)).toEqual([{ x: 0, y: 0 }]);
  });

  it('links to the alias that a connector names', () => {
    const items: readonly ViewItem[] = [
      { kind: 'auxiliary', ...shown('a', 0, 0) },
      { kind: 'alias', ...shown('a', 500, 0), uid: '7' },
      { kind: 'auxiliary', ...shown('b', 500, 100) },
      { kind: 'connector', from: { alias: '7' }, to: { variable: canonicalName('b') }, points: [] },
    ];
    const drawn = drawnModel({ auxiliaries: ['a', 'b'], items });
    const [link] = layOut(drawn, drawn.views[0] ?? { items }, new Map()).links;
    expect(link?.curve.from.x).toBeCloseTo(500);
  });

  it('colors by the innermost frame, and as it is told to', () => {
    const frame = (title: string, size: number): ViewItem => ({
      kind: 'frame',
      name: title,
      x: 0,
      y: 0,
      width: size,
      height: size,
    });
    const items = [
      frame('Outer', 500),
      frame('Inner', 100),
      { kind: 'stock' as const, ...shown('s', 50, 50) },
    ];
    const drawn = drawnModel({ stocks: [{ name: 's' }], items });
    const view = drawn.views[0] ?? { items };
    const color = (colors: ReadonlyMap<string, string>) => layOut(drawn, view, colors).nodes[0]?.color;
    expect(color(new Map())).toBe('#1F5FA8');
    expect(color(new Map([['Inner', '#123456']]))).toBe('#123456');
  });

  it('refuses a view that is not there', () => {
    expect(() => stockFlowDiagram(drawnModel({ items: [] }), 1)).toThrow(RangeError);
  });
});
