import { type Action, gestureOf } from './action.js';
import type { LabState } from './lab-state.js';
import { reduce } from './reduce.js';

/** The state with what came before it and what was taken back. */
export interface History {
  readonly past: readonly LabState[];
  readonly present: LabState;
  readonly future: readonly LabState[];
  /** The gesture that the present is in the middle of: further actions of it make no new step. */
  readonly gesture?: string;
}

/** Most steps that can be taken back. */
const MOST_STEPS = 200;

/** A history that begins with a state. */
export function historyOf(present: LabState): History {
  return { past: [], present, future: [] };
}

/** The history after an action. A change of view is not a step of its own: it is what the browser goes back over. */
export function act(history: History, action: Action): History {
  const present = reduce(history.present, action);
  if (present === history.present) return history;
  if (action.kind === 'view') return { ...history, present };
  const gesture = gestureOf(action);
  if (gesture !== undefined && gesture === history.gesture) return { ...history, present, future: [] };
  const past = [...history.past, history.present].slice(-MOST_STEPS);
  return { past, present, future: [], ...(gesture === undefined ? {} : { gesture }) };
}

/** Ends the gesture, as when a slider is let go. */
export function settled(history: History): History {
  const { gesture: _, ...rest } = history;
  return rest;
}

/** The history a step back, in the view of now; the same where there is nothing before. */
export function undone({ past, present, future }: History): History {
  const before = past[past.length - 1];
  if (before === undefined) return { past, present, future };
  return {
    past: past.slice(0, -1),
    present: { ...before, view: present.view },
    future: [present, ...future],
  };
}

/** The history a step forward again. */
export function redone({ past, present, future }: History): History {
  const [after, ...rest] = future;
  if (after === undefined) return { past, present, future };
  return { past: [...past, present], present: { ...after, view: present.view }, future: rest };
}
