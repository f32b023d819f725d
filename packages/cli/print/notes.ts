import {
  correctionsText,
  publishedRuleNote,
  type RunDocument,
  type SettingsDocument,
  type Study,
} from '@weir/study';
import { joinFacts, wrap } from './wrap.js';

/** What stands under every table: model, corrections, settings, where runs stopped, and the limits. */
export function noteLines(
  study: Study,
  settings: SettingsDocument,
  runs: readonly RunDocument[],
  timeUnits: string,
  width: number,
): readonly string[] {
  const facts = [
    `${`${study.id} ${study.version}`.trim()}, ${correctionsText(study, runs[0]?.corrections ?? [])}`,
    `${settings.method}, dt ${settings.dt}`,
    ...(settings.from === undefined ? [] : ['from the equilibrium of the baseline']),
    ...(settings.begin === undefined ? [] : [`scenarios begin at ${settings.begin}`]),
    `until ${settings.until}`,
    stops(runs, timeUnits),
  ];
  const moving = publishedRuleNote(settings, runs[0]?.corrections ?? []);
  return [
    ...joinFacts(facts, width),
    ...(moving === undefined ? [] : wrap(moving, width)),
    ...wrap(study.limits.strip, width),
  ];
}

function stops(runs: readonly RunDocument[], timeUnits: string): string {
  const times = runs.map((run) => run.stop.month);
  const first = Math.min(...times);
  const last = Math.max(...times);
  return `stopped at ${timeUnits} ${first === last ? first : `${first} to ${last}`}`;
}
