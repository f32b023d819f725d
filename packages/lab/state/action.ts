import type { LinkHorizon, LinkPin, LinkScenario, LinkSetting, LinkView } from '@weir/study';
import type { LabState } from './lab-state.js';

/** What a person can do to the state. */
export type Action =
  | { readonly kind: 'view'; readonly view: LinkView }
  | { readonly kind: 'corrections'; readonly corrections: readonly string[] }
  | { readonly kind: 'outcomes'; readonly outcomes: readonly string[] }
  | { readonly kind: 'horizon'; readonly horizon: LinkHorizon }
  | { readonly kind: 'ranges'; readonly ranges: string }
  | { readonly kind: 'draws'; readonly draws: number; readonly seed?: number }
  /** Takes a policy as the draft, as it stands in the study unless with settings of its own. */
  | { readonly kind: 'choose'; readonly draft: LinkScenario }
  /** Sets one value of the draft; with no value, takes the setting back. */
  | { readonly kind: 'set'; readonly name: string; readonly setting?: LinkSetting }
  | { readonly kind: 'begin'; readonly begin?: { readonly at: number; readonly over: number } }
  | { readonly kind: 'pin'; readonly pin: LinkPin }
  | { readonly kind: 'unpin'; readonly place: number }
  /** Everything anew: another model, a link, a reset. */
  | { readonly kind: 'replace'; readonly state: LabState };

/** Actions that a slider sends many of: those of one gesture are one undo step. */
export function gestureOf(action: Action): string | undefined {
  if (action.kind === 'set') return `set ${action.name}`;
  return action.kind === 'begin' ? 'begin' : undefined;
}
