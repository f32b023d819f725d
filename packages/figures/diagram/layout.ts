import type { ConnectorEnd, Model, Point, View, ViewItem } from '@weir/model';
import { estimatedWidth } from '../theme/typography.js';
import { bridges } from './bridges.js';
import { colorAt, sceneFrames } from './frames.js';
import type { Outline, Rectangle } from './geometry.js';
import { boundsOf, boxAround, centreOf, distance, enclose, grow } from './geometry.js';
import { cornerLabel, type Label, placeLabel } from './label.js';
import { linkCurve } from './link-curve.js';
import { isPlaced, sceneNode, TEXT_SIZE } from './node.js';
import { pipe, upright } from './pipe.js';
import type { Scene, SceneFlow, SceneLink, SceneNode } from './scene.js';
import { settleLabels } from './settle-labels.js';
import { CLOUD, VALVE_RADIUS } from './sizes.js';

const MARGIN = 24;
const NOTE_SIZE = { least: 14, most: 24 } as const;
const ELSEWHERE_RADIUS = 5;

/**
 * Settles where everything in a view stands. Items that name a variable the model lacks are still drawn;
 * connectors whose end the view does not show are left out, for there is nothing to draw them to.
 *
 * @param colors - Colors by frame name.
 */
export function layOut(model: Model, view: View, colors: ReadonlyMap<string, string>): Scene {
  const frames = sceneFrames(view.items, colors);
  const placed = view.items
    .filter(isPlaced)
    .map((item) => ({ item, node: sceneNode(model, item, colorAt(frames, item)) }));
  const nodes = placed.map(({ node }) => node);
  const flows = sceneFlows(model, view.items, nodes, (item) => colorAt(frames, item));
  const aliases = new Map(
    placed.flatMap(({ item, node }) =>
      item.kind === 'alias' && item.uid !== undefined ? [[item.uid, node.outline] as const] : [],
    ),
  );
  const ends = [...nodes.filter((node) => node.kind !== 'alias'), ...flows, ...nodes];
  const find = (end: ConnectorEnd): Outline | undefined => {
    if ('alias' in end) return aliases.get(end.alias);
    const shape = ends.find((candidate) => candidate.variable === end.variable);
    if (shape === undefined) return undefined;
    return 'outline' in shape ? shape.outline : valveOutline(shape);
  };
  const scene = withSettledLabels({
    frames,
    notes: view.items.filter((item) => item.kind === 'label').map(noteLabel),
    links: sceneLinks(view.items, find),
    flows,
    nodes,
  });
  return { ...scene, bounds: grow(enclose(everything(scene)) ?? boxAround({ x: 0, y: 0 }, 0, 0), MARGIN) };
}

/** The outline at which connectors to a flow end. */
export function valveOutline(flow: Pick<SceneFlow, 'valve'>): Outline {
  return { form: 'disc', centre: flow.valve, radius: VALVE_RADIUS };
}

type FlowItem = Extract<ViewItem, { readonly kind: 'flow' }>;

function sceneFlows(
  model: Model,
  items: readonly ViewItem[],
  nodes: readonly SceneNode[],
  colorOf: (item: FlowItem) => string,
): readonly SceneFlow[] {
  const flows: SceneFlow[] = [];
  for (const item of items) {
    if (item.kind !== 'flow') continue;
    const stocks = [...model.variables.values()].filter((variable) => variable.kind === 'stock');
    const ends = [
      { point: item.points[0], stock: stocks.find((s) => s.outflows.some((o) => o.key === item.variable)) },
      {
        point: item.points.at(-1),
        stock: stocks.find((s) => s.inflows.some((i) => i.key === item.variable)),
      },
    ].map(({ point, stock }) => ({
      point,
      stock,
      outline: nodes
        .filter((node) => point !== undefined && node.variable === stock?.key)
        .map((node) => node.outline)
        .sort((a, b) => distance(centreOf(a), point ?? item) - distance(centreOf(b), point ?? item))[0],
    }));
    const [source, target] = ends.map(({ point, stock, outline }) =>
      point !== undefined && stock === undefined ? cloudOutline(point) : outline,
    );
    const side = item.labelSide === undefined || item.labelSide === 'center' ? 'bottom' : item.labelSide;
    const drawn = item.points.length < 2 ? undefined : pipe(item.points, source, target);
    flows.push({
      variable: item.variable,
      name: item.name,
      valve: { x: item.x, y: item.y },
      upright: upright(item.points, item),
      ...(drawn === undefined ? {} : { pipe: drawn }),
      bridges:
        drawn === undefined
          ? []
          : bridges(
              drawn.points,
              flows.flatMap((flow) => (flow.pipe === undefined ? [] : [flow.pipe.points])),
            ),
      clouds: ends.flatMap(({ point, stock }) => (point === undefined || stock !== undefined ? [] : [point])),
      elsewhere: ends.flatMap(({ point, stock, outline }) => {
        if (point === undefined || stock === undefined || outline !== undefined) return [];
        const mark: Outline = { form: 'disc', centre: point, radius: ELSEWHERE_RADIUS };
        return [{ at: point, label: placeLabel(stock.name, mark, 'bottom', 18, TEXT_SIZE.auxiliary) }];
      }),
      side,
      label: placeLabel(item.name, valveOutline({ valve: item }), side, 18, TEXT_SIZE.flow),
      color: colorOf(item),
    });
  }
  return flows;
}

/** A note in the size that fills its box, within bounds; notes without a size are set in lines of 40 letters. */
function noteLabel(item: Extract<ViewItem, { readonly kind: 'label' }>): Label {
  const width = item.width ?? 280;
  const wanted = Math.max(NOTE_SIZE.least, Math.min(NOTE_SIZE.most, 0.55 * (item.height ?? 0)));
  const size = estimatedWidth(item.text, wanted) <= width ? wanted : NOTE_SIZE.least;
  return cornerLabel(item.text, item, Math.max(20, width / (size / 2)), size);
}

/** The scene with names moved off pipes, shapes and other names. Names inside their shapes stay. */
function withSettledLabels(scene: Omit<Scene, 'bounds'>): Omit<Scene, 'bounds'> {
  const outside = scene.nodes.filter((node) => node.side !== 'center');
  const wish = (thing: SceneNode | SceneFlow) => ({
    text: thing.name,
    outline: 'outline' in thing ? thing.outline : valveOutline(thing),
    side: thing.side,
    size: thing.label.size,
  });
  const labels = settleLabels([...scene.flows, ...outside].map(wish), {
    boxes: [
      ...scene.nodes.map((node) => boundsOf(node.outline)),
      ...scene.flows.flatMap((flow) => flow.clouds.map((at) => boxAround(at, CLOUD.width, CLOUD.height))),
      ...scene.notes.map((note) => note.box),
      ...scene.frames.map((frame) => frame.title.box),
    ],
    pipes: scene.flows.flatMap((flow) => (flow.pipe === undefined ? [] : [flow.pipe.points])),
    links: scene.links.flatMap((link) => link.curve.samples),
  });
  const settled = new Map(
    [...scene.flows, ...outside].map((thing, index) => [thing, labels[index] ?? thing.label]),
  );
  return {
    ...scene,
    flows: scene.flows.map((flow) => ({ ...flow, label: settled.get(flow) ?? flow.label })),
    nodes: scene.nodes.map((node) => ({ ...node, label: settled.get(node) ?? node.label })),
  };
}

function cloudOutline(at: Point): Outline {
  return { form: 'box', box: boxAround(at, CLOUD.width - 4, CLOUD.height - 4) };
}

function sceneLinks(
  items: readonly ViewItem[],
  find: (end: ConnectorEnd) => Outline | undefined,
): readonly SceneLink[] {
  return items.flatMap((item) => {
    if (item.kind !== 'connector') return [];
    const from = find(item.from);
    const to = find(item.to);
    if (from === undefined || to === undefined) return [];
    const curve = linkCurve(from, to, item.angle);
    if (curve === undefined) return [];
    return [{ curve, ...(item.polarity === undefined ? {} : { polarity: item.polarity }) }];
  });
}

function everything(scene: Omit<Scene, 'bounds'>): readonly Rectangle[] {
  const dot = (at: Point, size: number) => boxAround(at, size, size);
  return [
    ...scene.frames.flatMap((frame) => [frame.box, frame.title.box]),
    ...scene.notes.map((note) => note.box),
    ...scene.nodes.flatMap((node) => [boundsOf(node.outline), node.label.box]),
    ...scene.links.flatMap((link) => link.curve.samples.map((point) => dot(point, 10))),
    ...scene.flows.flatMap((flow) => [
      boundsOf(valveOutline(flow)),
      flow.label.box,
      ...(flow.pipe?.points ?? []).map((point) => dot(point, 14)),
      ...flow.clouds.map((at) => boxAround(at, CLOUD.width, CLOUD.height)),
      ...flow.elsewhere.flatMap(({ at, label }) => [dot(at, 2 * ELSEWHERE_RADIUS), label.box]),
    ]),
  ];
}
