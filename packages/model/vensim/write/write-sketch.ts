import type { ModelFile } from '../../model-file.js';
import type { CanonicalName } from '../../names/canonical-name.js';
import type { ConnectorEnd, Point, View, ViewItem } from '../../view.js';
import { asVensimName } from '../vensim-name.js';
import { arcMiddle } from './arc-middle.js';

const HEADER = `\\\\\\---/// Sketch information - do not modify anything except names
V300  Do not put anything below this section - it will be ignored
`;
const DEFAULTS = '$192-192-192,0,Times New Roman|12||0-0-0|0-0-0|0-0-255|-1--1--1|-1--1--1|72,72,100,0';
/** Half the size of a stock's box where the file gives none. */
const STOCK = { halfWidth: 40, halfHeight: 20 };
/** Half the size of a variable's text. */
const TEXT = { halfWidth: 40, halfHeight: 8 };
/** How near the end of a pipe must be to a stock to be at it. */
const NEAR = 3;

/** The views of a model as sketches, one after the other. */
export function writeSketches(file: ModelFile): readonly string[] {
  const written = new Map(
    file.root.variables.map((variable) => [variable.key, asVensimName(variable.written)]),
  );
  return file.root.views.map((view, index) => {
    const name = `*${view.name ?? `View ${index + 1}`}`;
    return `${HEADER}${[name, DEFAULTS, ...new SketchWriter(view, written).lines()].join('\n')}`;
  });
}

/** Gives the items of one view their numbers, and prints them. */
class SketchWriter {
  private readonly taken = new Set<number>();
  private readonly homes = new Map<CanonicalName, { readonly id: number; readonly at: Point }>();
  private readonly valves = new Map<CanonicalName, number>();
  private readonly aliases = new Map<string, { readonly id: number; readonly at: Point }>();
  private readonly ids = new Map<ViewItem, number>();
  private next = 1;

  constructor(
    private readonly view: View,
    private readonly written: ReadonlyMap<CanonicalName, string>,
  ) {}

  lines(): readonly string[] {
    const { items } = this.view;
    // Aliases keep the numbers they had in a Vensim file.
    for (const item of items) {
      if (item.kind !== 'alias') continue;
      const id = this.own(item.uid);
      this.ids.set(item, id);
      this.aliases.set(item.uid ?? `#${id}`, { id, at: item });
    }
    for (const item of items) {
      if (item.kind === 'flow' && item.points.length > 1) this.valves.set(item.variable, this.free());
      if (item.kind === 'stock' || item.kind === 'flow' || item.kind === 'auxiliary')
        this.homes.set(item.variable, { id: this.free(), at: centerOf(item) });
    }
    return items.flatMap((item) => this.print(item));
  }

  private own(uid: string | undefined): number {
    const id = uid !== undefined && /^[0-9]{6,9}$/.test(uid) ? Number(uid.slice(-5)) : 0;
    if (id === 0 || this.taken.has(id)) return this.free();
    this.taken.add(id);
    return id;
  }

  private free(): number {
    while (this.taken.has(this.next)) this.next += 1;
    this.taken.add(this.next);
    return this.next;
  }

  private print(item: ViewItem): readonly string[] {
    switch (item.kind) {
      case 'stock': {
        const { x, y } = centerOf(item);
        const halfWidth = (item.width ?? 2 * STOCK.halfWidth) / 2;
        const halfHeight = (item.height ?? 2 * STOCK.halfHeight) / 2;
        return [this.box(item.variable, { x, y }, `${halfWidth},${halfHeight},3,3`)];
      }
      case 'auxiliary':
        return [this.box(item.variable, item, `${TEXT.halfWidth},${TEXT.halfHeight},8,3`)];
      case 'alias':
        return [
          `10,${this.ids.get(item) ?? 0},${this.nameOf(item.variable, item.name)},${item.x},${item.y},${TEXT.halfWidth},${TEXT.halfHeight},8,2,0,3,-1,0,0,0,128-128-128,0-0-0,|12||128-128-128`,
        ];
      case 'flow':
        return this.flow(item);
      case 'connector':
        return this.connector(item);
      case 'label': {
        const halfWidth = (item.width ?? 0) / 2;
        const halfHeight = (item.height ?? 0) / 2;
        const box = `${item.x + halfWidth},${item.y + halfHeight},${halfWidth},${halfHeight}`;
        return [`12,${this.free()},0,${box},8,4,0,0,-1,0,0,0`, item.text.replaceAll('\n', '\\n')];
      }
      case 'module':
      case 'frame':
        // Boxes around others say nothing that Vensim keeps.
        return [];
    }
  }

  private nameOf(key: CanonicalName, name: string): string {
    return this.written.get(key) ?? asVensimName(name);
  }

  private box(key: CanonicalName, at: Point, shape: string): string {
    const id = this.homes.get(key)?.id ?? this.free();
    return `10,${id},${this.nameOf(key, key)},${at.x},${at.y},${shape},0,0,0,0,0,0`;
  }

  /** A valve with its pipe: from the end it comes from to the end it goes to, clouds where no stock stands. */
  private flow(item: Extract<ViewItem, { kind: 'flow' }>): readonly string[] {
    const valve = this.valves.get(item.variable);
    const [start, ...rest] = item.points;
    const end = rest.at(-1);
    if (valve === undefined || start === undefined || end === undefined)
      return [this.box(item.variable, item, `${TEXT.halfWidth},${TEXT.halfHeight},8,3`)];
    const clouds: string[] = [];
    const idAt = (point: Point): number => {
      const stock = this.stockAt(point);
      if (stock !== undefined) return stock;
      const id = this.free();
      clouds.push(`12,${id},48,${point.x},${point.y},10,8,0,3,0,0,-1,0,0,0`);
      return id;
    };
    const from = idAt(start);
    const to = idAt(end);
    const at = nearestStretch(item.points, item);
    const before = item.points.slice(1, at + 1).toReversed();
    const after = rest.slice(at, -1);
    return [
      ...clouds,
      pipe(this.free(), valve, to, 4, after.length === 0 ? [middle(item, end)] : after),
      pipe(this.free(), valve, from, 100, before.length === 0 ? [middle(item, start)] : before),
      `11,${valve},48,${item.x},${item.y},6,8,34,3,0,0,1,0,0,0`,
      this.box(item.variable, { x: item.x, y: item.y + 16 }, `${TEXT.halfWidth},${TEXT.halfHeight},40,3`),
    ];
  }

  /** The stock at whose box a point is. */
  private stockAt(point: Point): number | undefined {
    for (const item of this.view.items) {
      if (item.kind !== 'stock') continue;
      const { x, y } = centerOf(item);
      const width = (item.width ?? 2 * STOCK.halfWidth) / 2 + NEAR;
      const height = (item.height ?? 2 * STOCK.halfHeight) / 2 + NEAR;
      if (Math.abs(point.x - x) <= width && Math.abs(point.y - y) <= height)
        return this.homes.get(item.variable)?.id;
    }
    return undefined;
  }

  private connector(item: Extract<ViewItem, { kind: 'connector' }>): readonly string[] {
    const from = this.end(item.from);
    const to = this.end(item.to);
    if (from === undefined || to === undefined) return [];
    const via = item.points[0] ?? arcMiddle(from.at, to.at, item.angle);
    const sign = item.polarity === undefined ? 0 : item.polarity.charCodeAt(0);
    return [
      `1,${this.free()},${from.id},${to.id},1,0,${sign},0,0,64,0,-1--1--1,,1|(${Math.round(via.x)},${Math.round(via.y)})|`,
    ];
  }

  private end(end: ConnectorEnd): { readonly id: number; readonly at: Point } | undefined {
    return 'alias' in end ? this.aliases.get(end.alias) : this.homes.get(end.variable);
  }
}

/** The middle of an item; a stock with a size stands by its upper left corner. */
function centerOf(item: Extract<ViewItem, { kind: 'stock' | 'flow' | 'auxiliary' }>): Point {
  if (item.kind !== 'stock' || item.width === undefined || item.height === undefined) return item;
  return { x: item.x + item.width / 2, y: item.y + item.height / 2 };
}

/** Which stretch of a pipe, counted from 0, the valve stands on. */
function nearestStretch(points: readonly Point[], valve: Point): number {
  let nearest = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, a] of points.slice(0, -1).entries()) {
    const b = points[index + 1] ?? a;
    const square = (b.x - a.x) ** 2 + (b.y - a.y) ** 2;
    const along = square === 0 ? 0 : ((valve.x - a.x) * (b.x - a.x) + (valve.y - a.y) * (b.y - a.y)) / square;
    const held = Math.max(0, Math.min(1, along));
    const distance = Math.hypot(valve.x - a.x - held * (b.x - a.x), valve.y - a.y - held * (b.y - a.y));
    if (distance < least) {
      least = distance;
      nearest = index;
    }
  }
  return nearest;
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function pipe(id: number, valve: number, end: number, shape: number, points: readonly Point[]): string {
  const printed = points.map(({ x, y }) => `(${Math.round(x)},${Math.round(y)})|`).join('');
  return `1,${id},${valve},${end},${shape},0,0,22,0,0,0,-1--1--1,,${points.length}|${printed}`;
}
