import { type LinkSetting, LONGEST_PIN_NAME, MOST_PINS } from '@weir/study';
import type { Action } from './action.js';
import type { Draft, LabState } from './lab-state.js';

/** The state after an action. Actions that change nothing give back the same state. */
export function reduce(state: LabState, action: Action): LabState {
  switch (action.kind) {
    case 'view':
      return action.view === state.view ? state : { ...state, view: action.view };
    case 'corrections':
      return { ...state, corrections: action.corrections };
    case 'outcomes':
      return { ...state, outcomes: action.outcomes };
    case 'horizon':
      return action.horizon === state.horizon ? state : { ...state, horizon: action.horizon };
    case 'ranges':
      return action.ranges === state.ranges ? state : { ...state, ranges: action.ranges };
    case 'draws':
      return { ...state, draws: action.draws, seed: action.seed ?? state.seed };
    case 'choose':
      return { ...state, draft: action.draft };
    case 'set':
      return withSetting(state, action.name, action.setting);
    case 'begin':
      return withBegin(state, action.begin);
    case 'pin':
      return pinned(state, action.pin);
    case 'unpin':
      return { ...state, pins: state.pins.filter((_, place) => place !== action.place) };
    case 'replace':
      return action.state;
  }
}

function withSetting(state: LabState, name: string, setting: LinkSetting | undefined): LabState {
  const { draft } = state;
  if (draft === undefined) return state;
  const at = draft.settings.findIndex((one) => one.name === name);
  if (setting === undefined) {
    if (at < 0) return state;
    return { ...state, draft: { ...draft, settings: draft.settings.filter((one) => one.name !== name) } };
  }
  const settings =
    at < 0
      ? [...draft.settings, setting]
      : draft.settings.map((one, place) => (place === at ? setting : one));
  return { ...state, draft: { ...draft, settings } };
}

function withBegin(state: LabState, begin: Draft['begin']): LabState {
  if (state.draft === undefined) return state;
  const { begin: _, ...draft } = state.draft;
  return { ...state, draft: begin === undefined ? draft : { ...draft, begin } };
}

function pinned(state: LabState, pin: LabState['pins'][number]): LabState {
  if (state.pins.length >= MOST_PINS) return state;
  return { ...state, pins: [...state.pins, { ...pin, name: pin.name.slice(0, LONGEST_PIN_NAME) }] };
}
