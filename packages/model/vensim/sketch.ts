import type { WrittenVariable } from '../model-file.js';
import type { CanonicalName } from '../names/canonical-name.js';
import { canonicalName } from '../names/canonical-name.js';
import type { SourceText, Span } from '../source/source-text.js';
import type { ConnectorEnd, Point, View, ViewItem } from '../view.js';
import { numberIn } from '../xmile/number.js';
import type { SketchLines, SketchObject } from './sketch-lines.js';
import { sketchLines } from './sketch-lines.js';
import { startAngle } from './start-angle.js';

/** Bit of a shape that hangs on the valve before it. */
const ON_VALVE = 32;
/** Bit of a box into which arrows may lead; a box without it shows a variable that stands elsewhere. */
const TAKES_ARROWS = 1;
/** Bits of a comment that is a slider, a graph or a table: their text below is no text for people. */
const CONTROL = 8 | 16 | 32;
/** Bit of the half of a pipe at which the flow comes in; the other half has its head. */
const TAIL = 64;

/** A box of a sketch. */
interface Box extends Point {
  readonly id: string;
  readonly text: string;
  /** Half the size of the shape, as Vensim keeps it. */
  readonly halfWidth: number;
  readonly halfHeight: number;
  readonly shape: number;
  readonly bits: number;
  readonly below?: string;
}

/** Which box of which sketch shows a variable itself; all others are aliases. */
type Homes = ReadonlyMap<CanonicalName, Box>;

/**
 * Makes views of the sketches of a Vensim file: variables, flows with their pipes, arrows as connectors, second showings
 * as aliases, comments as labels. What shows no variable of the model, such as `<Time>`, is left out.
 *
 * Positions are Vensim's own: pixels, y downwards.
 */
export function readSketches(
  source: SourceText,
  sections: readonly Span[],
  variables: readonly WrittenVariable[],
): readonly View[] {
  const byKey = new Map(variables.map((variable) => [variable.key, variable]));
  const sketches = sections.map((section) => {
    const lines = sketchLines(source.text, section);
    return { lines, boxes: boxesOf(lines) };
  });
  const drawn = sketches.filter(({ lines }) => lines.name !== '' || lines.objects.length > 0);
  const homes = homesOf(
    sketches.flatMap(({ boxes }) => [...boxes.variables]),
    byKey,
  );
  return drawn.map(({ lines, boxes }, index) => ({
    ...(lines.name === '' ? {} : { name: lines.name }),
    items: itemsOf(lines, boxes, homes, byKey, index),
  }));
}

interface Boxes {
  readonly variables: ReadonlySet<Box>;
  readonly comments: readonly Box[];
  readonly valves: ReadonlyMap<string, Box>;
  readonly byId: ReadonlyMap<string, Box>;
  /** The flow that hangs on a valve. */
  readonly flowOf: ReadonlyMap<string, Box>;
  /** The valve that a flow hangs on. */
  readonly valveOf: ReadonlyMap<string, Box>;
  /** The halves of the pipes of each valve. */
  readonly pipes: ReadonlyMap<string, readonly SketchObject[]>;
}

function boxesOf({ objects }: SketchLines): Boxes {
  const variables = new Set<Box>();
  const comments: Box[] = [];
  const valves = new Map<string, Box>();
  const byId = new Map<string, Box>();
  const flowOf = new Map<string, Box>();
  const valveOf = new Map<string, Box>();
  let valve: Box | undefined;
  for (const object of objects) {
    const box = object.type === 1 ? undefined : boxOf(object);
    if (box === undefined) continue;
    byId.set(box.id, box);
    if (object.type === 11) {
      valves.set(box.id, box);
      valve = box;
    } else if (object.type === 10) {
      variables.add(box);
      if (valve !== undefined && (box.shape & ON_VALVE) !== 0) {
        flowOf.set(valve.id, box);
        valveOf.set(box.id, valve);
      }
      valve = undefined;
    } else if (object.type === 12) comments.push(box);
  }
  const pipes = new Map<string, SketchObject[]>();
  for (const object of objects) {
    const from = object.type === 1 ? (object.fields[2] ?? '') : '';
    if (valves.has(from)) pipes.set(from, [...(pipes.get(from) ?? []).slice(0, 2), object]);
  }
  return { variables, comments, valves, byId, flowOf, valveOf, pipes };
}

function boxOf({ fields, below }: SketchObject): Box | undefined {
  const [, id = '', text = ''] = fields;
  const numbers = fields.slice(3, 9).map((field) => numberIn(field));
  const [x, y, halfWidth = 0, halfHeight = 0, shape = 0, bits = 0] = numbers;
  if (x === undefined || y === undefined) return undefined;
  return { id, text, x, y, halfWidth, halfHeight, shape, bits, ...(below === undefined ? {} : { below }) };
}

/** The box that takes arrows is where a variable stands; without one, the first. */
function homesOf(boxes: readonly Box[], variables: ReadonlyMap<CanonicalName, WrittenVariable>): Homes {
  const homes = new Map<CanonicalName, Box>();
  for (const box of boxes) {
    const key = canonicalName(box.text);
    const home = homes.get(key);
    const better = home !== undefined && (home.bits & TAKES_ARROWS) === 0 && (box.bits & TAKES_ARROWS) !== 0;
    if (variables.has(key) && (home === undefined || better)) homes.set(key, box);
  }
  return homes;
}

function itemsOf(
  { objects }: SketchLines,
  boxes: Boxes,
  homes: Homes,
  variables: ReadonlyMap<CanonicalName, WrittenVariable>,
  view: number,
): readonly ViewItem[] {
  const shown = [...boxes.variables].flatMap((box): readonly ViewItem[] => {
    const variable = variables.get(canonicalName(box.text));
    if (variable === undefined) return [];
    const valve = boxes.valveOf.get(box.id);
    const { key, name } = variable;
    if (homes.get(key) !== box)
      return [{ kind: 'alias', variable: key, name, x: box.x, y: box.y, uid: uidOf(view, box) }];
    if (variable.kind === 'flow') {
      const points = valve === undefined ? [] : pipe(boxes, valve);
      const { x, y } = valve ?? box;
      return [{ kind: 'flow', variable: key, name, x, y, points }];
    }
    if (variable.kind !== 'stock') return [{ kind: 'auxiliary', variable: key, name, x: box.x, y: box.y }];
    const { x, y, halfWidth, halfHeight } = box;
    const width = 2 * halfWidth;
    const height = 2 * halfHeight;
    if (width <= 0 || height <= 0) return [{ kind: 'stock', variable: key, name, x, y }];
    return [{ kind: 'stock', variable: key, name, x: x - halfWidth, y: y - halfHeight, width, height }];
  });
  const connectors = objects.flatMap((object) =>
    object.type === 1 ? (connector(object, boxes, homes, variables, view) ?? []) : [],
  );
  const labels = boxes.comments.flatMap((box): readonly ViewItem[] => {
    const text = (box.below ?? (numberIn(box.text) === undefined ? box.text : ''))
      .replace(/\\n/g, '\n')
      .trim();
    if (text === '' || (box.bits & CONTROL) !== 0) return [];
    const { x, y, halfWidth, halfHeight } = box;
    return [
      {
        kind: 'label',
        text,
        x: x - halfWidth,
        y: y - halfHeight,
        width: 2 * halfWidth,
        height: 2 * halfHeight,
      },
    ];
  });
  return [...shown, ...connectors, ...labels];
}

/** The points of a pipe: from where it comes, over its bends and the valve, to where it goes. */
function pipe(boxes: Boxes, valve: Box): readonly Point[] {
  const ends: { readonly target: Box; readonly tail: boolean; readonly bends: readonly Point[] }[] = [];
  for (const { fields } of boxes.pipes.get(valve.id) ?? []) {
    const target = boxes.byId.get(fields[3] ?? '');
    if (target !== undefined)
      ends.push({ target, tail: (Number(fields[4]) & TAIL) !== 0, bends: bendsOf(fields, valve, target) });
  }
  const [first, second] = ends;
  if (first === undefined || second === undefined) return [];
  const comes = second.tail && !first.tail ? second : first.tail ? first : second;
  const goes = comes === first ? second : first;
  const at = ({ x, y }: Point): Point => ({ x, y });
  return [at(comes.target), ...comes.bends.toReversed(), ...goes.bends, at(goes.target)];
}

/** How far a corner of a pipe stands from the straight line, in pixels; nearer points only say where the line is. */
const CORNER = 10;

/** Corners of a pipe between valve and end. */
function bendsOf(fields: readonly string[], from: Point, to: Point): readonly Point[] {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return pointsOf(fields).filter(({ x, y }) => {
    const across = (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x);
    return length > 0 && Math.abs(across) / length > CORNER;
  });
}

/** The points at the end of an arrow: `1|(374,235)|`. */
function pointsOf(fields: readonly string[]): readonly Point[] {
  const tail = fields.slice(13).join(',');
  return [...tail.matchAll(/\((-?[0-9]{1,7}),(-?[0-9]{1,7})\)/g)].flatMap(({ 1: x, 2: y }) => {
    const point = { x: Number(x), y: Number(y) };
    return point.x === 0 && point.y === 0 ? [] : point;
  });
}

function connector(
  { fields }: SketchObject,
  boxes: Boxes,
  homes: Homes,
  variables: ReadonlyMap<CanonicalName, WrittenVariable>,
  view: number,
): ViewItem | undefined {
  const [, , from = '', to = ''] = fields;
  // A pipe begins at a valve and ends at a stock or cloud.
  const end = (id: string): { readonly box: Box; readonly at: ConnectorEnd } | undefined => {
    const box = boxes.flowOf.get(id) ?? boxes.byId.get(id);
    const key = box && canonicalName(box.text);
    if (box === undefined || key === undefined || !variables.has(key) || !boxes.variables.has(box))
      return undefined;
    return { box, at: homes.get(key) === box ? { variable: key } : { alias: uidOf(view, box) } };
  };
  if (boxes.valves.has(from)) return undefined;
  const source = end(from);
  const target = end(to);
  if (source === undefined || target === undefined) return undefined;
  const [via] = pointsOf(fields);
  const placeOf = (box: Box): Point => boxes.valveOf.get(box.id) ?? box;
  const polarity = POLARITY.get(fields[6] ?? '');
  return {
    kind: 'connector',
    from: source.at,
    to: target.at,
    angle: startAngle(placeOf(source.box), via, placeOf(target.box)),
    points: [],
    ...(polarity === undefined ? {} : { polarity }),
  };
}

/** Signs on arrows, as character codes: plus, minus, and the letters S and O for same and opposite. */
const POLARITY: ReadonlyMap<string, '+' | '-'> = new Map([
  ['43', '+'],
  ['45', '-'],
  ['83', '+'],
  ['79', '-'],
]);

function uidOf(view: number, { id }: Box): string {
  return `${view + 1}${id.padStart(5, '0')}`;
}
