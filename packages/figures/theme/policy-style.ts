/** Shape of a policy's point: told apart without color. */
export type MarkerShape =
  | 'circle'
  | 'square'
  | 'diamond'
  | 'triangle'
  | 'bar'
  | 'triangle-down'
  | 'pentagon'
  | 'cross'
  | 'star';

/** How a policy is drawn everywhere. */
export interface PolicyStyle {
  readonly color: string;
  /** Stroke dash pattern; absent for a solid line. */
  readonly dash?: string;
  readonly width: number;
  readonly marker: MarkerShape;
  /** A second reading of another policy: the same color and shape, not filled. */
  readonly hollow: boolean;
}

/** Style of the baseline. */
export const BASELINE_STYLE: PolicyStyle = { color: '#2B3038', width: 2.5, marker: 'bar', hollow: false };

/** Styles of the policies, in the study's order. */
export const POLICY_STYLES: readonly [PolicyStyle, ...PolicyStyle[]] = [
  { color: '#1291FE', dash: '8 4', width: 2, marker: 'square', hollow: false },
  { color: '#A7801F', width: 2, marker: 'circle', hollow: false },
  { color: '#6D2095', dash: '2 3', width: 2, marker: 'diamond', hollow: false },
  { color: '#157A86', dash: '10 3 2 3', width: 2, marker: 'triangle', hollow: false },
  { color: '#B3401D', dash: '1 3', width: 2.5, marker: 'triangle-down', hollow: false },
  { color: '#B0246E', dash: '14 4', width: 2, marker: 'pentagon', hollow: false },
  { color: '#4F6B12', dash: '6 2', width: 1.5, marker: 'cross', hollow: false },
  { color: '#1F3F95', dash: '12 3 2 3 2 3', width: 1.5, marker: 'star', hollow: false },
];

/** The style of the policy at a place in the study's order; the table repeats after its end. */
export function policyStyle(place: number): PolicyStyle {
  return POLICY_STYLES[place % POLICY_STYLES.length] ?? POLICY_STYLES[0];
}

/** The style of a second reading of a policy. */
export function secondReading(style: PolicyStyle): PolicyStyle {
  return { ...style, hollow: true };
}
