import { numberText } from '../run-id/number-text.js';
import { phaseInText, readPhaseIn, readSetting, settingText } from '../scenario/setting-text.js';
import type { LinkPin, LinkScenario, LinkSetting } from './link-state.js';
import { linkWord, readLinkWord } from './link-text.js';

/**
 * A policy as a link writes it: the scenario, with its beginning where it has one, and what is changed of it.
 *
 * @example scenarioText({ scenario: 'partial', settings: [{ name: 'places', value: 750, at: 12, over: 6 }] })
 *   // 'partial,places:750@12+6'
 */
export function scenarioText({ scenario, settings, begin }: LinkScenario): string {
  const first = begin === undefined ? linkWord(scenario) : `${linkWord(scenario)}@${phaseInText(begin)}`;
  return [first, ...settings.map(settingPart)].join(',');
}

function settingPart({ name, value, at, over }: LinkSetting): string {
  const text = at === undefined ? numberText(value) : settingText({ value, at, over: over ?? 0 });
  return `${linkWord(name)}:${text}`;
}

/** The policy of a text that {@link scenarioText} wrote; undefined for any other text. */
export function readScenarioText(text: string): LinkScenario | undefined {
  const [first = '', ...rest] = text.split(',');
  const [id = '', date, ...more] = first.split('@');
  const scenario = readLinkWord(id);
  const begin = date === undefined ? undefined : readPhaseIn(date);
  const settings = rest.map(readSettingPart);
  const wrong = scenario === undefined || scenario === '' || more.length > 0;
  if (wrong || (date !== undefined && begin === undefined)) return undefined;
  const read = settings.flatMap((setting) => (setting === undefined ? [] : [setting]));
  if (read.length < settings.length) return undefined;
  return { scenario, settings: read, ...(begin === undefined ? {} : { begin }) };
}

function readSettingPart(text: string): LinkSetting | undefined {
  const [word = '', written = '', ...more] = text.split(':');
  const name = readLinkWord(word);
  const value = readSetting(written);
  if (name === undefined || name === '' || value === undefined || more.length > 0) return undefined;
  return typeof value === 'number' ? { name, value } : { name, ...value };
}

/** A pin: its name, and its policy. */
export function pinText(pin: LinkPin): string {
  return `${linkWord(pin.name)}~${scenarioText(pin)}`;
}

/** The pin of a text that {@link pinText} wrote; undefined for any other text. */
export function readPinText(text: string): LinkPin | undefined {
  const [word = '', scenario = '', ...more] = text.split('~');
  const name = readLinkWord(word);
  const read = readScenarioText(scenario);
  return name === undefined || read === undefined || more.length > 0 ? undefined : { name, ...read };
}
