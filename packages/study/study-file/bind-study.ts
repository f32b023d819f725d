import type { Program, Slot } from '@weir/engine';
import type { Diagnostic, Model, Outcome } from '@weir/model';
import { canonicalName, hasErrors, reached, refused } from '@weir/model';
import type { NameIndex } from '../names/name-index.js';
import { nameIndex } from '../names/name-index.js';
import { didYouMean } from '../names/nearest-names.js';
import { variableKey } from '../names/variable-key.js';
import { bindScenario } from './bind-scenario.js';
import { bindTables } from './bind-tables.js';
import type { BoundOutcome, BoundStopRule, BoundStudy } from './bound-study.js';
import { bindClaims } from './claims.js';
import { checkControls } from './controls-bind.js';
import { bindPatterns } from './patterns-bind.js';
import { placeAt } from './place-at.js';
import { bindRanges } from './ranges-bind.js';
import { bindRealityChecks } from './reality-checks-bind.js';
import type { Study, StudyStopRule } from './study.js';
import { unitProblem } from './unit-agreement.js';

/**
 * Finds every name of a study in a model and its program, and checks that the two belong together: names
 * exist, units agree, scenarios set only what can be set, there is one baseline, no id stands twice.
 *
 * @errors `unknown-name`, `ambiguous-name`, `duplicate-id`, `unit-disagrees`, `not-settable`, `not-finite`,
 *   `unknown-outcome`, `baseline-count`, those of `bindRanges`, `bindRealityChecks` and `bindPatterns`, each with its place in the study file.
 */
export function bindStudy(study: Study, model: Model, program: Program): Outcome<BoundStudy> {
  const problems: Diagnostic[] = [];
  const report = (problem: Omit<Diagnostic, 'severity'>, ...path: readonly string[]) => {
    const place = placeAt(study, path);
    problems.push({ ...problem, severity: 'error', ...(place === undefined ? {} : { place }) });
  };
  checkShortNames(study, model, program, report);
  const names = nameIndex(program, study.variables);
  const outcomes = bindOutcomes(study, model, program, names, report);
  const scenarios = new Map(
    study.scenarios.map((scenario) => {
      const tables = bindTables(study, scenario, model, program, (problem) => problems.push(problem));
      return [scenario.id, { ...bindScenario(scenario, names, report), tables }] as const;
    }),
  );
  checkIds('outcome', 'outcomes', study.outcomes, report);
  checkIds('scenario', 'scenarios', study.scenarios, report);
  const stopRules = new Map<string, BoundStopRule>();
  for (const [id, rule] of study.stopRules) stopRules.set(id, bindStopRule(id, rule, outcomes, report));
  checkPublished(study, report);
  checkControls(study, names, report);
  const baselines = study.scenarios.filter(({ baseline }) => baseline);
  const baseline = scenarios.get(baselines[0]?.id ?? '');
  if (baselines.length !== 1) {
    const message = `A study has exactly one baseline scenario; this one has ${baselines.length}.`;
    report({ code: 'baseline-count', message, hint: 'Write `baseline: true` in one scenario.' }, 'scenarios');
  }
  const ranges = bindRanges(study.ranges, program, names, baseline, report);
  bindRealityChecks(study, names, program.start, report);
  bindPatterns(study, names, report);
  bindClaims(study, names, report);
  if (baseline === undefined || hasErrors(problems)) return refused(problems);
  return reached({ names, outcomes, scenarios, baseline, stopRules, ranges }, problems);
}

type Report = (problem: Omit<Diagnostic, 'severity'>, ...path: readonly string[]) => void;

function checkShortNames(study: Study, model: Model, program: Program, report: Report): void {
  const known = program.variables.filter(({ kind }) => kind !== 'hidden').map(({ name }) => name);
  const seen = new Map<string, { short: string; name: string }>();
  for (const [short, name] of study.variables) {
    if (
      !program.slotOf.has(variableKey(name)) &&
      model.variables.get(variableKey(name))?.kind !== 'graphical'
    ) {
      const hint = didYouMean(name, known) ?? 'Use the name of a variable of the model file.';
      const message = `\`${short}\` stands for \`${name}\`, which is not a variable of the model.`;
      report({ code: 'unknown-name', message, variable: name, hint }, 'variables', short);
    }
    const key = canonicalName(short);
    const same = program.slotOf.get(key);
    if (same !== undefined && same !== program.slotOf.get(variableKey(name))) {
      const message = `\`${short}\` stands for \`${name}\`, but another variable of the model has that name.`;
      report(
        { code: 'ambiguous-name', message, variable: short, hint: 'Choose another short name.' },
        'variables',
        short,
      );
    }
    const earlier = seen.get(key);
    if (earlier !== undefined && variableKey(earlier.name) !== variableKey(name)) {
      const message = `\`${short}\` and \`${earlier.short}\` are the same name, and stand for two variables.`;
      report(
        { code: 'ambiguous-name', message, variable: short, hint: 'Rename one of them.' },
        'variables',
        short,
      );
    }
    seen.set(key, { short, name });
  }
}

function bindOutcomes(
  study: Study,
  model: Model,
  program: Program,
  names: NameIndex,
  report: Report,
): readonly BoundOutcome[] {
  const bound: BoundOutcome[] = [];
  for (const definition of study.outcomes) {
    const path = ['outcomes', definition.id];
    const slot = program.slotOf.get(definition.variable);
    const variable = slot === undefined ? undefined : program.variables[slot];
    if (variable === undefined) {
      const hint =
        didYouMean(definition.variable, names.known) ?? 'Use a short name or the name of a variable.';
      const message = `The outcome \`${definition.id}\` is of no variable of the model: \`${definition.variable}\`.`;
      report({ code: 'unknown-name', message, variable: definition.variable, hint }, ...path, 'variable');
      continue;
    }
    const unit = unitProblem(definition, model.variables.get(definition.variable), model);
    if (unit !== undefined) report(unit, ...path, 'unit');
    bound.push({ definition, variable });
  }
  return bound;
}

function bindStopRule(
  id: string,
  definition: StudyStopRule,
  outcomes: readonly BoundOutcome[],
  report: Report,
): BoundStopRule {
  const watch: Slot[] = [];
  for (const [position, wanted] of definition.watch.entries()) {
    const outcome = outcomes.find((known) => known.definition.id === wanted);
    if (outcome !== undefined) watch.push(outcome.variable.slot);
    else
      reportOutcome(
        wanted,
        outcomes.map((known) => known.definition.id),
        report,
        'stop_rules',
        id,
        'watch',
        String(position),
      );
  }
  const { sampleEvery, window, from, every, tolerance } = definition;
  return { definition, rule: { watch, sampleEvery, window, from, every, tolerance } };
}

function checkPublished(study: Study, report: Report): void {
  const outcomes = study.outcomes.map(({ id }) => id);
  const scenarios = study.scenarios.map(({ id }) => id);
  for (const table of study.published) {
    for (const [position, row] of table.rows.entries()) {
      const path = ['published', table.id, 'rows', String(position)];
      if (!outcomes.includes(row.outcome)) reportOutcome(row.outcome, outcomes, report, ...path, 'outcome');
      if (!scenarios.includes(row.scenario)) {
        const hint = didYouMean(row.scenario, scenarios) ?? `The scenarios are ${scenarios.join(', ')}.`;
        const message = `There is no scenario \`${row.scenario}\` in this study.`;
        report({ code: 'unknown-scenario', message, hint }, ...path, 'scenario');
      }
    }
  }
}

function reportOutcome(
  wanted: string,
  known: readonly string[],
  report: Report,
  ...path: readonly string[]
): void {
  const hint = didYouMean(wanted, known) ?? `The outcomes are ${known.join(', ')}.`;
  report(
    { code: 'unknown-outcome', message: `There is no outcome \`${wanted}\` in this study.`, hint },
    ...path,
  );
}

function checkIds(
  what: string,
  group: string,
  items: readonly { readonly id: string }[],
  report: Report,
): void {
  const seen = new Set<string>();
  for (const { id } of items) {
    const message = `The ${what} id \`${id}\` stands twice.`;
    if (seen.has(id)) report({ code: 'duplicate-id', message, hint: 'Rename one of the two.' }, group, id);
    seen.add(id);
  }
}
