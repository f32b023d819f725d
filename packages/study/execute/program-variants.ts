import { type EquilibriumSolver, equilibriumSolver, javascript, type Program, type Slot } from '@weir/engine';
import { type Outcome, reached } from '@weir/model';
import { programText } from '../run-id/program-text.js';
import { sha256Hex } from '../run-id/sha256-hex.js';
import { type DatedSlots, datedProgram } from '../scenario/dated-program.js';
import { restProgram } from '../scenario/rest-program.js';
import { type Executables, executablesOf } from './executables.js';

/** A program in which constants can change at dates, ready to run. */
export interface DatedVariant {
  readonly program: Program;
  readonly programHash: string;
  readonly executable: Executables;
  readonly slots: ReadonlyMap<Slot, DatedSlots>;
}

/** Other forms of one program, each made when it is first asked for. */
export interface ProgramVariants {
  /**
   * @param wanted - Number of changes by slot of the constant.
   * @param fixed - Constants that are given from outside.
   * @errors Those of {@link datedProgram}.
   */
  dated(wanted: ReadonlyMap<Slot, number>, fixed: ReadonlySet<Slot>): Outcome<DatedVariant>;
  /**
   * A solver of the point of rest from which a run starts that starts from equilibrium; see {@link restProgram}.
   *
   * @errors Those of the engine's `equilibriumSolver`.
   */
  rest(): Outcome<EquilibriumSolver>;
  /**
   * A solver of the points of rest of the program as it is.
   *
   * @errors Those of the engine's `equilibriumSolver`.
   */
  settled(): Outcome<EquilibriumSolver>;
}

/** The variants of a program. */
export function programVariants(program: Program): ProgramVariants {
  const made = new Map<string, Outcome<DatedVariant>>();
  let solver: Outcome<EquilibriumSolver> | undefined;
  let settled: Outcome<EquilibriumSolver> | undefined;
  return {
    dated(wanted, fixed) {
      const sorted = [...wanted].sort(([one], [other]) => one - other);
      const key = JSON.stringify([sorted, [...fixed].sort((one, other) => one - other)]);
      const variant = made.get(key) ?? datedVariant(program, new Map(sorted), fixed);
      made.set(key, variant);
      return variant;
    },
    rest() {
      solver ??= equilibriumSolver(javascript(restProgram(program)));
      return solver;
    },
    settled() {
      settled ??= equilibriumSolver(javascript(program));
      return settled;
    },
  };
}

function datedVariant(
  program: Program,
  wanted: ReadonlyMap<Slot, number>,
  fixed: ReadonlySet<Slot>,
): Outcome<DatedVariant> {
  const dated = datedProgram(program, wanted, fixed);
  if (!dated.ok) return dated;
  const { program: own, slots } = dated.value;
  return reached({
    program: own,
    programHash: sha256Hex(programText(own)),
    executable: executablesOf(own),
    slots,
  });
}
