import type { LinkScenario } from '@weir/study';
import type { LabStudy } from '../models/lab-study.js';
import type { PolicyChange, PolicyInputs } from './task.js';

/**
 * What a policy sets: its scenario, then a person's own, which win, as `scenarioSettings` of `@weir/study` has it for the
 * command line. Names that the study does not have are left out; the link says so when it is read.
 */
export function policyInputs(study: LabStudy, policy: LinkScenario): PolicyInputs {
  const values = new Map<string, number>();
  const changes = new Map<string, readonly PolicyChange[]>();
  const scenario = study.scenarios.find(({ id }) => id === policy.scenario);
  const baseline = study.scenarios.find(({ id }) => id === study.baseline);
  const { begin } = policy;
  const isLater = begin !== undefined && policy.scenario !== study.baseline;
  const before = new Map((baseline?.set ?? []).map(({ key, value }) => [key, value]));
  if (isLater) for (const [key, value] of before) values.set(key, value);
  for (const { key, value } of scenario?.set ?? []) {
    const isDated = scenario?.changes.some((change) => change.key === key) ?? false;
    if (!isLater || isDated) values.set(key, value);
    else if (before.get(key) !== value) changes.set(key, [{ key, value, ...begin }]);
  }
  for (const { key, value, at, over } of scenario?.changes ?? []) {
    changes.set(key, [...(changes.get(key) ?? []).filter((one) => one.at < at), { key, value, at, over }]);
  }
  const own = new Map<string, readonly PolicyChange[]>();
  for (const { name, value, at, over = 0 } of policy.settings) {
    const key = keyOf(study, name);
    if (key === undefined) continue;
    if (at === undefined) {
      values.set(key, value);
      changes.delete(key);
    } else own.set(key, [...(own.get(key) ?? []), { key, value, at, over }]);
  }
  for (const [key, dated] of own)
    changes.set(
      key,
      [...dated].sort((a, b) => a.at - b.at),
    );
  const all = [...changes.values()].flat();
  return {
    keys: [...values.keys()],
    values: [...values.values()],
    ...(all.length === 0 ? {} : { changes: all }),
  };
}

/** Canonical name of a constant or stock by the name that scenarios and links use. */
export function keyOf(study: LabStudy, name: string): string | undefined {
  const found = [...study.constants, ...study.stocks].find((one) => one.name === name || one.key === name);
  return found?.key ?? study.scenarios.flatMap(({ set }) => set).find((one) => one.name === name)?.key;
}
