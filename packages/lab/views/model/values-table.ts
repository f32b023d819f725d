import type { DataTable, Scene } from '@weir/figures';
import { shortNumber } from '../../components/short-number.js';
import type { AtlasVariable } from '../../models/atlas.js';
import type { MapPaths } from './paths.js';
import { valuesAt } from './paths.js';

/** The numbers of a map at a time: every stock and flow that it shows. */
export function valuesTable(
  scene: Scene,
  variables: ReadonlyMap<string, AtlasVariable>,
  paths: MapPaths | undefined,
  place: number,
  { policy, baseline, when }: { readonly policy: string; readonly baseline: string; readonly when: string },
): DataTable {
  const keys = [
    ...scene.nodes.filter(({ kind }) => kind === 'stock').map(({ variable }) => variable),
    ...scene.flows.map(({ variable }) => variable),
  ];
  return {
    id: 'map',
    caption: `Values at ${when}`,
    columns: [
      { key: 'variable', label: 'Variable' },
      { key: 'kind', label: 'Kind' },
      { key: 'unit', label: 'Unit' },
      { key: 'baseline', label: baseline },
      { key: 'policy', label: policy },
    ],
    rows: [...new Set(keys)].map((key) => {
      const own = variables.get(key);
      const now = valuesAt(paths, key, place);
      return [
        own?.name ?? key,
        own?.kind ?? '',
        own?.unit ?? '',
        { value: now.baseline, shown: shortNumber(now.baseline) },
        { value: now.policy, shown: shortNumber(now.policy) },
      ];
    }),
  };
}
