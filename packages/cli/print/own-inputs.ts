import { type DatedChange, type RunDocument, type Scenario, type Study, settingText } from '@weir/study';

/**
 * What a person set in a run beyond its scenario, as `NAME = 0.2, ...`; undefined for nothing.
 */
export function ownInputs(study: Study, run: RunDocument): string | undefined {
  const scenario = study.scenarios.find((candidate) => candidate.id === run.scenario);
  const policy = new Map([...(scenario?.set ?? [])].map(([name, value]) => [name.toLowerCase(), value]));
  const own = Object.entries(run.inputs).filter(([name, value]) => policy.get(name.toLowerCase()) !== value);
  const words = [...own.map(([name, value]) => `${name} = ${value}`), ...ownChanges(scenario, run)];
  return words.length === 0 ? undefined : words.join(', ');
}

/** Changes at dates that are not those of the scenario, in the words of the command line. */
function ownChanges(scenario: Scenario | undefined, run: RunDocument): readonly string[] {
  const written = (changes: readonly DatedChange[] = []) => changes.map(settingText).join(' ');
  const policy = new Map(
    [...(scenario?.changes ?? [])].map(([name, changes]) => [name.toLowerCase(), written(changes)]),
  );
  return Object.entries(run.changes ?? {})
    .filter(([name, changes]) => policy.get(name.toLowerCase()) !== written(changes))
    .map(([name, changes]) => `${name} = ${written(changes)}`);
}
