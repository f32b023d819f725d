import { createContext, useContext } from 'react';
import type { Compute } from '../compute/compute.js';
import type { LabStudy } from '../models/lab-study.js';
import type { Action } from '../state/action.js';
import type { LabState } from '../state/lab-state.js';
import type { Preferences } from './preferences.js';
import type { Desk } from './session.js';

/** A dialog over the lab. */
export type DialogName =
  | 'share'
  | 'export'
  | 'brief'
  | 'words'
  | 'help'
  | 'display'
  | 'corrections'
  | 'limits';

/** What every part of the lab can read and do. */
export interface Lab {
  readonly state: LabState;
  /** The model with the corrections that its results have; for a moment it may lag behind `state.corrections`. */
  readonly desk: Desk;
  readonly study: LabStudy;
  /** The key of the model's program: what tasks name. Results of another key are old. */
  readonly program: string;
  readonly compute: Compute;
  readonly dispatch: (action: Action) => void;
  /** Ends a gesture, as when a slider is let go: what follows is an undo step of its own. */
  readonly settle: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly reset: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Puts another model on the desk, with a state of its own. */
  readonly put: (desk: Desk, state: LabState) => void;
  readonly preferences: Preferences;
  readonly prefer: (change: Partial<Preferences>) => void;
  readonly open: (dialog: DialogName) => void;
  /** Says something to people who do not see the page; polite, at most once a second. */
  readonly announce: (text: string) => void;
}

/** The lab around a component; absent outside of it. */
export const LabContext = createContext<Lab | undefined>(undefined);

/**
 * The lab around a component.
 *
 * @throws Error outside of a lab.
 */
export function useLab(): Lab {
  const lab = useContext(LabContext);
  if (lab === undefined) throw new Error('There is no lab around this component.');
  return lab;
}
