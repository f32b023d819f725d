import { useCallback, useState } from 'react';
import type { Action } from '../state/action.js';
import { act, type History, historyOf, redone, settled, undone } from '../state/history.js';
import type { LabState } from '../state/lab-state.js';

/** The state with its undo steps, and what can be done to it. */
export interface StateHistory {
  readonly state: LabState;
  readonly dispatch: (action: Action) => void;
  readonly settle: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** Keeps the history of the lab's state. */
export function useHistory(first: LabState): StateHistory {
  const [history, setHistory] = useState<History>(() => historyOf(first));
  const dispatch = useCallback((action: Action) => setHistory((before) => act(before, action)), []);
  const settle = useCallback(() => setHistory(settled), []);
  const undo = useCallback(() => setHistory(undone), []);
  const redo = useCallback(() => setHistory(redone), []);
  return {
    state: history.present,
    dispatch,
    settle,
    undo,
    redo,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
  };
}
