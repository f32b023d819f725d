import {
  boundsOf,
  centreOf,
  drawFlowLabels,
  drawLabel,
  drawLink,
  drawLinkHead,
  drawValve,
  LIGHT,
  type Scene,
  type SceneFlow,
  type SceneNode,
  type SvgNode,
} from '@weir/figures';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { SvgTree } from '../../../components/svg-tree.js';
import { useWidth } from '../../../components/use-width.js';
import type { AtlasVariable } from '../../../models/atlas.js';
import type { MapPaths } from '../paths.js';
import { valuesAt } from '../paths.js';
import { LiveFlow } from './live-flow.js';
import { LiveStock } from './live-stock.js';
import { sectorColor } from './sector-color.js';
import { flowBeside, stockTowards, type Way } from './walk.js';

interface Props {
  readonly scene: Scene;
  readonly label: string;
  readonly variables: ReadonlyMap<string, AtlasVariable>;
  readonly paths: MapPaths | undefined;
  readonly place: number;
  readonly selected: string | undefined;
  readonly onSelect: (key: string) => void;
  readonly onOpen: (key: string) => void;
  /** Text for the value of a variable, now. */
  readonly valueText: (key: string) => string;
}

const WAYS: Readonly<Record<string, Way>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** Screen pixels for a unit of the map at which its names can be read. */
const READABLE = 0.8;
const CLOSEST = 2;

/** The stock-and-flow map, alive. One tab stop: arrows go from stock to stock, brackets along flows, Enter opens. */
export function LiveMap(props: Props) {
  const { scene, label, variables, paths, place, selected, onSelect, onOpen, valueText } = props;
  const [box, width] = useWidth<HTMLDivElement>(900);
  const [chosen, setChosen] = useState<number>();
  const { bounds } = scene;
  const fit = Math.min(1.2, width / bounds.width);
  // A map whose names cannot be read is no map: rather scroll.
  const scale = Math.max(fit, chosen ?? Math.max(fit, READABLE));
  const largest = useMemo(
    () =>
      Math.max(
        0,
        ...scene.flows.map(({ variable }) => Math.abs(valuesAt(paths, variable, place).policy) || 0),
      ),
    [scene, paths, place],
  );
  const go = (key: string | undefined) => {
    if (key === undefined) return;
    onSelect(key);
    const point = pointOf(scene, key);
    if (point !== undefined)
      bringIntoView(box.current, (point.x - bounds.x) * scale, (point.y - bounds.y) * scale);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const from = selected ?? scene.nodes.find(({ kind }) => kind === 'stock')?.variable;
    const way = WAYS[event.key];
    if (from === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (way !== undefined) go(selected === undefined ? from : stockTowards(scene, from, way));
    else if (event.key === '[' || event.key === ']')
      go(flowBeside(roundOf(variables, from), from, event.key === ']' ? 1 : -1));
    else if (event.key === 'Enter') onOpen(from);
    else if (event.key === '+' || event.key === '=') setChosen(Math.min(CLOSEST, scale * 1.4));
    else if (event.key === '-') setChosen(scale / 1.4);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const related = useMemo(() => relatedTo(selected, variables), [selected, variables]);
  return (
    <div className="map">
      <div className="map-tools">
        <button
          type="button"
          onClick={() => setChosen(Math.min(CLOSEST, scale * 1.4))}
          disabled={scale >= CLOSEST}
        >
          Closer
        </button>
        <button type="button" onClick={() => setChosen(scale / 1.4)} disabled={scale <= fit}>
          Farther
        </button>
        <button type="button" onClick={() => setChosen(fit)} disabled={scale <= fit}>
          Whole map
        </button>
      </div>
      <div ref={box} className="map-window">
        <svg
          className="map-picture"
          width={bounds.width * scale}
          height={bounds.height * scale}
          viewBox={`${bounds.x} ${bounds.y} ${bounds.width} ${bounds.height}`}
          role="application"
          aria-roledescription="map"
          aria-label={label}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the map is one tab stop, and keys walk it.
          tabIndex={0}
          onKeyDown={onKeyDown}
        >
          {scene.frames.map((frame) => (
            <g key={frame.title.lines.join(' ')}>
              <rect
                {...frame.box}
                rx={8}
                fill={sectorColor(frame.color)}
                fillOpacity={0.05}
                stroke={sectorColor(frame.color)}
                strokeOpacity={0.5}
              />
              <Tree node={drawLabel(frame.title, { color: frame.color, weight: 600 })} />
            </g>
          ))}
          {scene.flows.map((flow) => (
            <LiveFlow
              key={flow.variable}
              flow={flow}
              rate={valuesAt(paths, flow.variable, place).policy}
              largest={largest}
            />
          ))}
          <g className="map-links">
            {scene.links
              .flatMap((link) => [drawLink(link), ...drawLinkHead(link)])
              .map((node, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: links of a scene never change places.
                <Tree key={at} node={node} />
              ))}
          </g>
          {scene.flows.map((flow) => (
            <FlowMarks
              key={flow.variable}
              flow={flow}
              tone={tone(flow.variable)}
              text={valueText(flow.variable)}
              onSelect={onSelect}
            />
          ))}
          {scene.nodes.map((node) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: the map itself has the keys for the same.
            <g
              key={`${node.kind} ${node.variable} ${centreOf(node.outline).x}`}
              className={`map-item ${tone(node.variable)}`}
              data-variable={node.variable}
              onClick={() => onSelect(node.variable)}
            >
              <title>{`${node.name}: ${valueText(node.variable)}`}</title>
              {node.kind === 'stock' ? (
                <LiveStock
                  node={node}
                  baseline={paths?.baseline.get(node.variable)}
                  policy={paths?.policy.get(node.variable)}
                  place={place}
                />
              ) : (
                <PlainNode node={node} />
              )}
            </g>
          ))}
          {scene.notes.map((note) => (
            <Tree key={note.lines.join(' ')} node={drawLabel(note, { color: LIGHT.muted })} />
          ))}
          <Ring scene={scene} selected={selected} />
        </svg>
      </div>
    </div>
  );

  function tone(key: string): string {
    if (selected === undefined) return '';
    if (key === selected) return 'is-selected';
    return related.has(key) ? 'is-related' : 'is-dim';
  }
}

/** Scrolls a window so that a point of its content is in the middle, where it is not well inside already. */
function bringIntoView(window: HTMLElement | null, x: number, y: number): void {
  if (window === null) return;
  const { scrollLeft, scrollTop, clientWidth, clientHeight } = window;
  const isInside = (at: number, from: number, length: number) => at > from + 80 && at < from + length - 80;
  if (isInside(x, scrollLeft, clientWidth) && isInside(y, scrollTop, clientHeight)) return;
  window.scrollTo(x - clientWidth / 2, y - clientHeight / 2);
}

/** A valve with its name. */
function FlowMarks(props: {
  readonly flow: SceneFlow;
  readonly tone: string;
  readonly text: string;
  readonly onSelect: (key: string) => void;
}) {
  const { flow, tone, text, onSelect } = props;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the map itself has the keys for the same.
    <g className={`map-item ${tone}`} data-variable={flow.variable} onClick={() => onSelect(flow.variable)}>
      <title>{`${flow.name}: ${text}`}</title>
      <Tree node={drawValve(flow)} />
      {drawFlowLabels(flow).map((node, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: labels of a flow never change places.
        <Tree key={at} node={node} />
      ))}
    </g>
  );
}

function PlainNode({ node }: { readonly node: SceneNode }) {
  const { x, y, width, height } = boundsOf(node.outline);
  const color = sectorColor(node.color);
  const isAlias = node.kind === 'alias';
  return (
    <>
      {node.outline.form === 'box' ? (
        <rect
          x={x}
          y={y}
          width={width}
          height={height}
          rx={4}
          fill="var(--surface)"
          stroke="var(--control)"
          strokeDasharray="4 3"
        />
      ) : (
        <circle
          cx={x + width / 2}
          cy={y + height / 2}
          r={width / 2}
          fill={node.kind === 'auxiliary' ? color : 'var(--surface)'}
          stroke={color}
          strokeWidth={1.8}
        />
      )}
      <Tree
        node={drawLabel(node.label, {
          color: isAlias ? LIGHT.muted : LIGHT.text,
          italic: isAlias,
          rim: true,
        })}
      />
    </>
  );
}

/** A ring around what is selected. */
function Ring({ scene, selected }: { readonly scene: Scene; readonly selected: string | undefined }) {
  const point = selected === undefined ? undefined : pointOf(scene, selected);
  if (point === undefined) return null;
  const node = scene.nodes.find(({ variable }) => variable === selected);
  const box =
    node === undefined ? { x: point.x - 14, y: point.y - 14, width: 28, height: 28 } : boundsOf(node.outline);
  return (
    <rect
      className="map-ring"
      x={box.x - 6}
      y={box.y - 6}
      width={box.width + 12}
      height={box.height + 12}
      rx={8}
    />
  );
}

/** A mark of the figures, with sector colors that follow the theme. */
function Tree({ node }: { readonly node: SvgNode }) {
  return <SvgTree node={themed(node)} />;
}

function themed(node: SvgNode): SvgNode {
  if (typeof node === 'string') return node;
  const attributes = Object.fromEntries(
    Object.entries(node.attributes).map(([name, value]) => [
      name,
      typeof value === 'string' ? sectorColor(value) : value,
    ]),
  );
  return { ...node, attributes, children: node.children.map(themed) };
}

function pointOf(scene: Scene, key: string): { x: number; y: number } | undefined {
  const node = scene.nodes.find(({ variable }) => variable === key);
  if (node !== undefined) return centreOf(node.outline);
  return scene.flows.find(({ variable }) => variable === key)?.valve;
}

/** Flows to walk through: those of a stock, or those of the stocks that a flow joins. */
function roundOf(variables: ReadonlyMap<string, AtlasVariable>, from: string): readonly string[] {
  const own = variables.get(from);
  if (own === undefined) return [];
  if (own.kind === 'stock') return [...own.inflows, ...own.outflows];
  const stocks = [...variables.values()].filter(
    ({ inflows, outflows }) => inflows.some((key) => key === from) || outflows.some((key) => key === from),
  );
  return [...new Set(stocks.flatMap(({ inflows, outflows }) => [...inflows, ...outflows]))];
}

function relatedTo(
  selected: string | undefined,
  variables: ReadonlyMap<string, AtlasVariable>,
): ReadonlySet<string> {
  const own = selected === undefined ? undefined : variables.get(selected);
  return new Set(own === undefined ? [] : [...own.causes, ...own.uses, ...own.inflows, ...own.outflows]);
}
