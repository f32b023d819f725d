import type { RunDocument, Study } from '@weir/study';

/**
 * What a person set in a run beyond its scenario, as `prosecution_culture = 0.2, ...`; undefined for nothing.
 */
export function ownInputs(study: Study, run: RunDocument): string | undefined {
  const scenario = study.scenarios.find((candidate) => candidate.id === run.scenario);
  const policy = new Map([...(scenario?.set ?? [])].map(([name, value]) => [name.toLowerCase(), value]));
  const own = Object.entries(run.inputs).filter(([name, value]) => policy.get(name.toLowerCase()) !== value);
  return own.length === 0 ? undefined : own.map(([name, value]) => `${name} = ${value}`).join(', ');
}
