import type { CanonicalName, Model } from '@weir/model';
import { type SvgElement, type SvgNode, svg } from '../svg/node.js';
import { LIGHT } from '../theme/tokens.js';
import { FONT_STACK } from '../theme/typography.js';
import { drawFlowLabels, drawPipe, drawValve } from './draw-flow.js';
import { drawLabel } from './draw-label.js';
import { drawLink, drawLinkHead } from './draw-link.js';
import { drawName, drawShape } from './draw-node.js';
import { short } from './geometry.js';
import { layOut } from './layout.js';
import type { Scene } from './scene.js';

/** What may be said about a diagram beside the model itself. */
export interface DiagramOptions {
  /** Unique in the page; ids of title and description begin with it. `diagram` unless given. */
  readonly id?: string;
  /** Sentence that names the diagram; the model's and the view's name unless given. */
  readonly title?: string;
  /** Colors by frame name, as `#rrggbb`; the others take the sector colors in the order of the file. */
  readonly frameColors?: ReadonlyMap<string, string>;
  /** Facts kept in the file's metadata, such as version and limits. */
  readonly metadata?: Readonly<Record<string, unknown>>;
}

/**
 * Draws one view of a model as a stock-and-flow diagram: stocks as boxes, flows as pipes with valves,
 * auxiliaries as discs (constants hollow), aliases dashed, connectors as thin arrows, sectors as frames.
 * Every shown item is a group with `data-kind` and `data-variable`.
 *
 * @param view - Index of the view in `model.views`.
 * @throws RangeError where the model has no such view: ask `model.views.length` first.
 * @example renderSvg(stockFlowDiagram(model, 0))
 */
export function stockFlowDiagram(model: Model, view: number, options: DiagramOptions = {}): SvgElement {
  const shown = model.views[view];
  if (shown === undefined) {
    throw new RangeError(`The model has ${model.views.length} views; there is no view ${view}.`);
  }
  const scene = layOut(model, shown, options.frameColors ?? new Map());
  const { x, y, width, height } = scene.bounds;
  const id = options.id ?? 'diagram';
  const place = shown.name === undefined || model.views.length === 1 ? '' : `, ${shown.name}`;
  return svg(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      id,
      viewBox: [x, y, width, height].map(short).join(' '),
      width,
      height,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
      'font-family': FONT_STACK,
    },
    svg('title', { id: `${id}-title` }, options.title ?? `Stock-and-flow diagram of ${model.name}${place}`),
    svg('desc', { id: `${id}-desc` }, description(scene)),
    ...(options.metadata === undefined ? [] : [svg('metadata', {}, JSON.stringify(options.metadata))]),
    svg('rect', { x, y, width, height, fill: LIGHT.surface }),
    ...drawScene(scene, model),
  );
}

function drawScene(scene: Scene, model: Model): readonly SvgNode[] {
  const name = (key: CanonicalName, written: string) => svg('title', {}, tooltip(model, key, written));
  return [
    ...scene.frames.map((frame) =>
      svg(
        'g',
        { 'data-kind': 'frame' },
        svg('rect', {
          ...frame.box,
          rx: 8,
          fill: frame.color,
          'fill-opacity': 0.05,
          stroke: frame.color,
          'stroke-opacity': 0.5,
        }),
        drawLabel(frame.title, { color: frame.color, weight: 600 }),
      ),
    ),
    // All pipes before all valves, so that no pipe covers another one's valve.
    svg('g', { 'data-kind': 'pipes' }, ...scene.flows.flatMap(drawPipe)),
    svg('g', { 'data-kind': 'connectors' }, ...scene.links.map(drawLink)),
    ...scene.flows.map((flow) =>
      svg(
        'g',
        { 'data-kind': 'flow', 'data-variable': flow.variable },
        name(flow.variable, flow.name),
        drawValve(flow),
        ...drawFlowLabels(flow),
      ),
    ),
    ...scene.nodes.map((node) =>
      svg(
        'g',
        { 'data-kind': node.kind, 'data-variable': node.variable },
        name(node.variable, node.name),
        drawShape(node),
        drawName(node),
      ),
    ),
    svg('g', { 'data-kind': 'connector-heads' }, ...scene.links.flatMap(drawLinkHead)),
    ...scene.notes.map((note) => svg('g', { 'data-kind': 'label' }, drawLabel(note, { color: LIGHT.muted }))),
  ];
}

function tooltip(model: Model, key: CanonicalName, written: string): string {
  const documentation = model.variables.get(key)?.documentation;
  return documentation === undefined || documentation === '' ? written : `${written}: ${documentation}`;
}

function description(scene: Scene): string {
  const count = (kind: string) => scene.nodes.filter((node) => node.kind === kind).length;
  const parts = [
    `${count('stock')} stocks`,
    `${scene.flows.length} flows`,
    `${count('auxiliary') + count('constant')} auxiliaries`,
    `${scene.links.length} connectors`,
  ];
  const sectors = scene.frames.map((frame) => frame.title.lines.join(' '));
  return `${parts.join(', ')}${sectors.length === 0 ? '' : `; sectors: ${sectors.join(', ')}`}.`;
}
