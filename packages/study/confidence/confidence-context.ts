import type { EquilibriumSolver, Executable, Input, Method, RunSettings, Slot } from '@weir/engine';
import type { CanonicalName, Model, ModelUnits, Variable } from '@weir/model';
import { defectsIn, modelUnits, placeOf } from '@weir/model';
import type { PreparedStudy } from '../execute/prepared-study.js';
import type { BoundOutcome } from '../study-file/bound-study.js';
import { type Behavior, type Rest, restBehavior, runBehavior } from './behavior.js';
import type { ConfidencePlace } from './confidence-result.js';
import { lazy } from './lazy.js';
import { type LeafConstant, leafConstants, startValues } from './leaf-constants.js';
import { fastest, inputsOf, solverOf } from './machines.js';

/** Rows that a run of the checks saves. */
const SAVED_ROWS = 240;

/** Values computed in all the runs of one test: some seconds. */
const AFFORDABLE = 4e8;
const LEAST_RUNS = 8;

/** How thoroughly to test. */
export interface ConfidenceSettings {
  /** More values, more starts, every loop: minutes instead of seconds. */
  readonly thorough: boolean;
  /** Seed of starts and of parameter sets. */
  readonly seed: number;
  /** Parameter sets over which pattern tests are evaluated; none for 0. */
  readonly sets: number;
}

/**
 * What the tests of one model share: its units, constants, point of rest and base run, each made when it is first
 * asked for.
 */
export class ConfidenceContext {
  readonly model: Model;
  readonly executable: Executable;
  /** What the baseline scenario sets. */
  readonly baseInputs: readonly Input[];
  readonly units: () => ModelUnits;
  readonly constants: () => readonly LeafConstant[];
  /** All values at the first moment with the file's own numbers, by slot. */
  readonly start: () => Float64Array;
  /** A solver of points of rest; nothing for models that have none, or where code cannot be generated. */
  readonly solver: () => EquilibriumSolver | undefined;
  /** The point of rest of the baseline; nothing where there is none. */
  readonly rest: () => Rest | undefined;
  /** The run of the baseline to the stop time of the file, with its method and step. */
  readonly baseRun: () => Behavior;

  constructor(
    readonly prepared: PreparedStudy,
    readonly settings: ConfidenceSettings,
  ) {
    this.model = prepared.model;
    this.executable = fastest(prepared);
    this.baseInputs = inputsOf(prepared.bound.baseline.inputs);
    this.units = lazy(() => modelUnits(this.model));
    this.constants = lazy(() => leafConstants(this.model, this.executable));
    this.start = lazy(() => startValues(this.executable));
    this.solver = lazy(() => solverOf(this.executable));
    this.rest = lazy(() => {
      const solver = this.solver();
      if (solver === undefined) return undefined;
      const rest = restBehavior(solver, this.baseInputs);
      return rest.status === 'ok' ? rest : undefined;
    });
    this.baseRun = lazy(() => this.run(this.baseInputs));
  }

  /** Settings of the file: its method and step, to its stop time. */
  get fileSettings(): RunSettings & { readonly saveEvery: number } {
    const { program } = this.prepared;
    const [method]: readonly Method[] = this.model.simulation.methods;
    const steps = Math.max(1, Math.round((program.stop - program.start) / program.dt));
    // Rows at equal distances, the last step among them where that can be.
    const least = Math.max(1, Math.ceil(steps / SAVED_ROWS));
    const most = Math.min(steps, 4 * least);
    const even = Array.from({ length: most - least + 1 }, (_, more) => least + more).find(
      (one) => steps % one === 0,
    );
    return {
      method: method ?? 'euler',
      dt: program.dt,
      stop: { kind: 'time', time: program.stop },
      saveEvery: (even ?? least) * program.dt,
    };
  }

  /** How many runs or points of rest a test may take: fewer where the model is large, unless all is to be tested. */
  affordableRuns(): number {
    if (this.settings.thorough) return Number.MAX_SAFE_INTEGER;
    const { start, stop, dt, variables, stocks } = this.prepared.program;
    const work =
      this.rest() === undefined
        ? ((stop - start) / dt) * variables.length
        : stocks.length ** 2 * variables.length;
    return Math.max(LEAST_RUNS, Math.floor(AFFORDABLE / work));
  }

  /** A run with the settings of the file. */
  run(inputs: readonly Input[]): Behavior {
    return runBehavior(this.executable, inputs, this.fileSettings);
  }

  /** The point of rest with these inputs where the model has one, else the run. */
  behaviorWith(inputs: readonly Input[]): Behavior {
    const [solver, rest] = [this.solver(), this.rest()];
    if (solver === undefined || rest === undefined) return this.run(inputs);
    return restBehavior(solver, inputs, rest.stocks);
  }

  /** What {@link behaviorWith} does, in words. */
  get behaviorWords(): string {
    return this.rest() === undefined ? this.runWords : 'solved for the point of rest that the run comes to';
  }

  /** The settings of {@link run}, in words. */
  get runWords(): string {
    const { method, dt } = this.fileSettings;
    const { start, stop } = this.prepared.program;
    return `run from ${start} to ${stop} with ${method} and a step of ${dt}`;
  }

  /** The first scenario of the short table beside the baseline. */
  policy(): { readonly id: string; readonly inputs: readonly Input[] } | undefined {
    const { baseline, scenarios } = this.prepared.bound;
    const others = [...scenarios.values()].filter((one) => one !== baseline && !one.definition.secondary);
    const [first] = others;
    return first && { id: first.definition.id, inputs: inputsOf(first.inputs) };
  }

  /** The outcome that a test looks at where it looks at one: a total of the study's groups, or the first headline. */
  headline(): BoundOutcome | undefined {
    const { bound, study } = this.prepared;
    const total = study.notes.groups[0]?.total;
    return (
      bound.outcomes.find(({ definition }) => definition.id === total) ??
      bound.outcomes.find(({ definition }) => definition.headline) ??
      bound.outcomes[0]
    );
  }

  nameOf(slot: Slot): string {
    return this.prepared.program.variables[slot]?.name ?? `variable ${slot}`;
  }

  /** The unit of a slot behind a number, as in ` person/month`; empty where it has none. */
  unitWords(slot: Slot): string {
    const key = this.prepared.program.variables[slot]?.key;
    const dimension = key === undefined ? undefined : this.units().of(key);
    return dimension === undefined || dimension.size === 0 ? '' : ` ${this.units().print(dimension)}`;
  }

  /** A finding at a variable of the model file. */
  at(variable: Variable, message: string, fails = true): ConfidencePlace {
    return {
      variable: variable.name,
      place: placeOf(this.model.source, variable.span),
      message,
      documented: this.defectsAt(variable),
      fails,
    };
  }

  /** A finding at a slot of the program; without a place where the variable is hidden. */
  atSlot(slot: Slot, message: string, fails = true): ConfidencePlace {
    const variable = this.variableAt(slot);
    return variable === undefined ? { message, documented: [], fails } : this.at(variable, message, fails);
  }

  /** The variable of the model file at a slot; none for hidden ones. */
  variableAt(slot: Slot): Variable | undefined {
    const key = this.prepared.program.variables[slot]?.key;
    return key === undefined ? undefined : this.model.variables.get(key);
  }

  /** Whether the equation of a variable comes from a correction, and not from the model file. */
  isCorrected(variable: Variable): boolean {
    if (variable.kind === 'graphical') return false;
    const { source } = this.model;
    return placeOf(source, variable.equation.span).file !== placeOf(source, variable.span).file;
  }

  slotOf(key: CanonicalName): Slot | undefined {
    return this.prepared.program.slotOf.get(key);
  }

  private defectsAt({ documentation = '' }: Variable): readonly string[] {
    const mended = this.prepared.corrections;
    const isMended = (id: string) => mended.some((one) => one === id || one.replace(/[a-z]$/, '') === id);
    return defectsIn(documentation).filter((id) => !isMended(id));
  }
}
