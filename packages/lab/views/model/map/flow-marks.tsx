import { drawFlowLabels, drawValve, type SceneFlow } from '@weir/figures';
import { ThemedTree } from './themed-tree.js';

/** A valve with its name. */
export function FlowMarks(props: {
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
      <ThemedTree node={drawValve(flow)} />
      {drawFlowLabels(flow).map((node, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: labels of a flow never change places.
        <ThemedTree key={at} node={node} />
      ))}
    </g>
  );
}
