import { variableKey } from '../names/variable-key.js';

/** A constant that a person can set with a slider. */
export interface Control {
  /** Short name, or name in the model file. */
  readonly name: string;
  /** Words for people. */
  readonly label: string;
  /** What to know of it before moving it. */
  readonly note?: string;
  /** Ends of the slider; those of the model file or of evidence unless given. */
  readonly low?: number;
  readonly high?: number;
}

/** Constants that belong together, as 'Services'. */
export interface ControlGroup {
  readonly id: string;
  readonly label: string;
  /** What to know of all of them. */
  readonly note?: string;
  /** Why no policy can set them: they are shown, and cannot be moved. */
  readonly locked?: string;
  readonly controls: readonly Control[];
}

/** The groups without controls of variables that are gone, and without groups that are then empty. */
export function controlsWithout(
  groups: readonly ControlGroup[],
  isGone: (name: string) => boolean,
): readonly ControlGroup[] {
  return groups
    .map((group) => ({ ...group, controls: group.controls.filter(({ name }) => !isGone(variableKey(name))) }))
    .filter(({ controls }) => controls.length > 0);
}
