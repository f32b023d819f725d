/** A constant that a person sets, as the link and `--set` write it. */
export interface LinkSetting {
  /** Short name of the study, or name in the model file. */
  readonly name: string;
  readonly value: number;
  /** Model time at which it takes the value; from the start unless given. */
  readonly at?: number;
  /** Model time that the change takes; at once unless given. */
  readonly over?: number;
}

/** A policy: a scenario of the study, and what is changed of it. */
export interface LinkScenario {
  readonly scenario: string;
  readonly settings: readonly LinkSetting[];
  /** When the scenario's own values begin, in model time; from the start unless given. */
  readonly begin?: { readonly at: number; readonly over: number };
}

/** A policy that was pinned for comparison, with the name a person gave it. */
export interface LinkPin extends LinkScenario {
  readonly name: string;
}

/** The lab's views. */
export const LINK_VIEWS = [
  'compare',
  'explore',
  'over-time',
  'model',
  'sensitivity',
  'evidence',
  'trust',
] as const;

export type LinkView = (typeof LINK_VIEWS)[number];

/** How far from the start outcomes are read: model time, or where things settle (or the file ends). */
export type LinkHorizon = number | 'long';

/** Ranges that the draws are taken from: an id of a range set. */
export type LinkRanges = string;

/**
 * Everything that a link carries: what is computed, and what is looked at. Absent members stand for the study's own:
 * the model's first version that is at hand, its baseline, its headline outcomes.
 */
export interface LinkState {
  readonly model: string;
  readonly modelVersion?: string;
  /** Ids and groups of corrections; none for the model as published. */
  readonly corrections: readonly string[];
  readonly view: LinkView;
  /** The draft: absent for none. */
  readonly draft?: LinkScenario;
  /** Outcome ids; none for the study's headline outcomes. */
  readonly outcomes: readonly string[];
  readonly horizon: LinkHorizon;
  readonly ranges: LinkRanges;
  readonly draws: number;
  readonly seed: number;
  readonly pins: readonly LinkPin[];
}

/** What a link that says nothing else stands for. */
export const LINK_DEFAULTS = {
  corrections: [],
  view: 'compare',
  outcomes: [],
  horizon: 60,
  ranges: '20pct',
  draws: 200,
  seed: 1234,
  pins: [],
} as const satisfies Partial<LinkState>;

/** Most policies that can be pinned. */
export const MOST_PINS = 3;

/** Longest name of a pin, in characters. */
export const LONGEST_PIN_NAME = 60;
