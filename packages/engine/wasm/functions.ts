import { RUNGE_KUTTA, type Stages } from '../integrate/runge-kutta.js';
import { type Motion, motionOf } from '../javascript/motion.js';
import { writeChunked, writeChunkedRates } from './chunked-functions.js';
import { type EntryName, newEntry } from './entry.js';
import type { OwnFunction } from './function-writer.js';
import { writeFusedEuler, writeFusedRates, writeFusedRungeKutta } from './fused-functions.js';
import type { Layout } from './layout.js';
import { callParts, initialParts, settleParts } from './parts.js';
import type { Unit } from './unit.js';

/** Most steps of one call: optimised code takes the place of the first, quick code between two calls. */
export const MOST_STEPS = 256;
/** Most operations that one fused function may hold: optimising takes long over functions without end. */
const MOST_FUSED = 3000;
/** Operands of a node beyond this count as operations: sums over large arrays. */
const FEW_OPERANDS = 4;

/** Writes the function that settles constants and initial values. */
export function writeInitialise(unit: Unit): void {
  const { constants, initial } = unit.program;
  callAll(unit, 'initialise', initialParts(unit, [...constants, ...initial]));
}

/** Writes the function that recomputes auxiliaries and flows. */
export function writeObserve(unit: Unit): void {
  callAll(unit, 'observe', settleParts(unit, unit.program.dynamic, new Set()));
}

/**
 * Writes the functions that take steps.
 *
 * @param known - The stages of the Runge-Kutta method, where it will be no other: they are written out if that is not too much.
 */
export function writeMethods(unit: Unit, methods: readonly ('euler' | 'rungeKutta')[], known?: Stages): void {
  const motion = motionOf(unit.program);
  if (isLarge(motion)) {
    writeChunked(unit, methods);
    return;
  }
  for (const method of methods) {
    if (method === 'euler') writeFusedEuler(unit, motion);
    else
      writeFusedRungeKutta(
        unit,
        motion,
        sizeOf(motion) * (known?.stages.length ?? 0) > MOST_FUSED ? undefined : known,
      );
  }
}

/** Writes the function that gives the rates of the stocks. */
export function writeRates(unit: Unit): void {
  const motion = motionOf(unit.program);
  if (isLarge(motion)) writeChunkedRates(unit);
  else writeFusedRates(unit, motion);
}

/** Puts the stages of a method where its function reads them. */
export function setStages(
  memory: Float64Array,
  layout: Layout,
  method: keyof typeof RUNGE_KUTTA,
): (typeof RUNGE_KUTTA)[typeof method] {
  const found = RUNGE_KUTTA[method];
  found.stages.forEach(({ offset, weight }, stage) => {
    memory[layout.offsets / 8 + stage] = offset;
    memory[layout.weights / 8 + stage] = weight;
  });
  return found;
}

function callAll(unit: Unit, name: EntryName, parts: readonly OwnFunction[]): void {
  const { writer, locals } = newEntry(unit, name);
  callParts(writer, parts, locals);
  unit.module.define(writer, name);
}

const isLarge = (motion: Motion): boolean => sizeOf(motion) > MOST_FUSED;

/** Number of operations, as it takes time to compile them. */
function sizeOf({ graph, needed }: Motion): number {
  const extra = needed.reduce((sum, id) => sum + Math.max(0, graph.at(id).operands.length - FEW_OPERANDS), 0);
  return needed.length + extra;
}
