import type { LinkView } from '@weir/study';
import { type ComponentType, lazy } from 'react';

/** A view of the lab. Each is a chunk of its own but the first. */
export interface ViewEntry {
  readonly view: LinkView;
  readonly label: string;
  readonly Component: ComponentType;
}

/** The views in the order of the navigation; their places are their shortcut keys. */
export const VIEWS: readonly ViewEntry[] = [
  entry('compare', 'Compare', () => import('../views/compare/compare-view.js').then((m) => m.CompareView)),
  entry('explore', 'Explore', () => import('../views/explore/explore-view.js').then((m) => m.ExploreView)),
  entry('over-time', 'Over time', () =>
    import('../views/over-time/over-time-view.js').then((m) => m.OverTimeView),
  ),
  entry('model', 'Model', () => import('../views/model/model-view.js').then((m) => m.ModelView)),
  entry('sensitivity', 'Sensitivity', () =>
    import('../views/sensitivity/sensitivity-view.js').then((m) => m.SensitivityView),
  ),
  entry('evidence', 'Evidence', () =>
    import('../views/evidence/evidence-view.js').then((m) => m.EvidenceView),
  ),
  entry('trust', 'Trust', () => import('../views/trust/trust-view.js').then((m) => m.TrustView)),
];

function entry(view: LinkView, label: string, load: () => Promise<ComponentType>): ViewEntry {
  return { view, label, Component: lazy(async () => ({ default: await load() })) };
}
