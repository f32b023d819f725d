import * as z from 'zod/mini';
import { LINK_DEFAULTS, LINK_VIEWS, type LinkState, LONGEST_PIN_NAME, MOST_PINS } from './link-state.js';
import { linkWord, readLinkWord } from './link-text.js';
import { pinText, readPinText, readScenarioText, scenarioText } from './scenario-text.js';

/** Most draws that a link may ask for. */
export const MOST_DRAWS = 10_000;

/** Largest seed: a whole number that every language can hold. */
export const LARGEST_SEED = 2 ** 32 - 1;

/** A key of a link, how it is written, and how it is read. */
export interface LinkField {
  readonly key: string;
  /** Text of the state's part; undefined where it is what a link without the key stands for. */
  readonly write: (state: LinkState) => string | undefined;
  /** The part of a text; undefined where it is not one. */
  readonly read: (text: string) => Partial<LinkState> | undefined;
}

const number = (smallest: number, largest: number) =>
  z.pipe(
    z.string().check(z.regex(/^\d{1,12}$/)),
    z.pipe(
      z.transform((text: string) => Number(text)),
      z.number().check(z.gte(smallest), z.lte(largest)),
    ),
  );
const ID = z.string().check(z.regex(/^[A-Za-z0-9_.-]{1,100}$/));
const VIEW = z.enum(LINK_VIEWS);
const DRAWS = number(1, MOST_DRAWS);
const SEED = number(0, LARGEST_SEED);
const MODEL_TIME = z.pipe(
  z.string().check(z.regex(/^\d{1,6}(\.\d{1,6})?$/)),
  z.transform((text: string) => Number(text)),
);

/** The keys of a link, in their fixed order: one state has one text. */
export const LINK_FIELDS: readonly LinkField[] = [
  {
    key: 'm',
    write: ({ model, modelVersion }) =>
      modelVersion === undefined ? linkWord(model) : `${linkWord(model)}@${linkWord(modelVersion)}`,
    read: (text) => {
      const [model, modelVersion, ...more] = text.split('@').map(readLinkWord);
      if (!ID.safeParse(model).success || model === undefined || more.length > 0) return undefined;
      return { model, ...(modelVersion === undefined || modelVersion === '' ? {} : { modelVersion }) };
    },
  },
  listField('c', 'corrections', 'none'),
  {
    key: 'view',
    write: ({ view }) => (view === LINK_DEFAULTS.view ? undefined : view),
    read: (text) => partOf(VIEW, text, (view) => ({ view })),
  },
  {
    key: 's',
    write: ({ draft }) => (draft === undefined ? undefined : scenarioText(draft)),
    read: (text) => {
      const draft = readScenarioText(text);
      return draft === undefined ? undefined : { draft };
    },
  },
  listField('o', 'outcomes'),
  {
    key: 't',
    write: ({ horizon }) => (horizon === LINK_DEFAULTS.horizon ? undefined : String(horizon)),
    read: (text) =>
      text === 'long' ? { horizon: 'long' } : partOf(MODEL_TIME, text, (horizon) => ({ horizon })),
  },
  {
    key: 'r',
    write: ({ ranges }) => (ranges === LINK_DEFAULTS.ranges ? undefined : linkWord(ranges)),
    read: (text) => partOf(ID, text, (ranges) => ({ ranges })),
  },
  {
    key: 'n',
    write: ({ draws }) => (draws === LINK_DEFAULTS.draws ? undefined : String(draws)),
    read: (text) => partOf(DRAWS, text, (draws) => ({ draws })),
  },
  {
    key: 'seed',
    write: ({ seed }) => (seed === LINK_DEFAULTS.seed ? undefined : String(seed)),
    read: (text) => partOf(SEED, text, (seed) => ({ seed })),
  },
  {
    key: 'pin',
    write: ({ pins }) => (pins.length === 0 ? undefined : pins.map(pinText).join(';')),
    read: (text) => {
      const pins = text.split(';').flatMap((part) => readPinText(part) ?? []);
      const isWhole = pins.length === text.split(';').length && pins.length <= MOST_PINS;
      const isShort = pins.every(({ name }) => name.length <= LONGEST_PIN_NAME);
      return isWhole && isShort ? { pins } : undefined;
    },
  },
];

/** A list of ids, with a word for the empty one. */
function listField(key: string, member: 'corrections' | 'outcomes', none?: string): LinkField {
  return {
    key,
    write: (state) => (state[member].length === 0 ? undefined : state[member].map(linkWord).join(',')),
    read: (text) => {
      if (text === none) return { [member]: [] };
      const ids = text.split(',').map(readLinkWord);
      const read = ids.flatMap((id) => (ID.safeParse(id).success && id !== undefined ? [id] : []));
      return read.length === ids.length ? { [member]: [...new Set(read)] } : undefined;
    },
  };
}

function partOf<T>(
  schema: { safeParse(text: string): { success: boolean; data?: T | undefined } },
  text: string,
  part: (value: T) => Partial<LinkState>,
): Partial<LinkState> | undefined {
  const read = schema.safeParse(text);
  return read.success && read.data !== undefined ? part(read.data) : undefined;
}
