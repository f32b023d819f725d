import type { Slot } from '@weir/engine';
import type { BoundScenario } from '../study-file/bound-study.js';

/** What a scenario sets in the long run: its values, and the last value of what it changes at dates. */
export function lastingSettings({ inputs, changes }: BoundScenario): ReadonlyMap<Slot, number> {
  const settings = new Map(inputs.map(({ variable, value }) => [variable.slot, value]));
  for (const { variable, changes: dated } of changes)
    settings.set(variable.slot, dated.at(-1)?.value ?? Number.NaN);
  return settings;
}
