import { centreOf, drawLabel, drawLink, drawLinkHead, LIGHT, type Scene } from '@weir/figures';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { useWidth } from '../../../components/use-width.js';
import type { AtlasVariable } from '../../../models/atlas.js';
import type { MapPaths } from '../paths.js';
import { valuesAt } from '../paths.js';
import { bringIntoView } from './bring-into-view.js';
import { FlowMarks } from './flow-marks.js';
import { LiveFlow } from './live-flow.js';
import { LiveStock } from './live-stock.js';
import { PlainNode } from './plain-node.js';
import { pointOf } from './point-of.js';
import { relatedTo, roundOf } from './related.js';
import { Ring } from './ring.js';
import { sectorColor } from './sector-color.js';
import { ThemedTree } from './themed-tree.js';
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
              <ThemedTree node={drawLabel(frame.title, { color: frame.color, weight: 600 })} />
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
                <ThemedTree key={at} node={node} />
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
            <ThemedTree key={note.lines.join(' ')} node={drawLabel(note, { color: LIGHT.muted })} />
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
