import { type Executable, interpreter } from '@weir/engine';
import type { CanonicalName, LinkPolarity, Polarity } from '@weir/model';

/** Moments of the base run at which links are probed. */
const MOMENTS = 5;
/** Most steps of the base run; a longer one is probed as far as these reach. */
const MOST_STEPS = 300_000;
/** Relative change of the cause, both ways. */
const NUDGE = 1e-4;

/**
 * Signs of links as the base run shows them, for those that the equations leave open: the cause is moved a little both ways, all
 * else held, at some moments from the start to the end of the file's own run.
 *
 * @param executable - Of the model's program, with the file's values.
 * @returns The sign that the link has at every moment where it has one; `unknown` where it changes, or has none.
 */
export function linkProbe(executable: Executable): LinkPolarity {
  const { program } = executable;
  const clock = { start: program.start, stop: program.stop, dt: program.dt };
  const moments = baseRun(executable);
  const assignments = new Map(program.dynamic.map((assignment) => [assignment.slot, assignment]));
  return (cause: CanonicalName, effect: CanonicalName): Polarity => {
    const from = program.slotOf.get(cause);
    const to = program.slotOf.get(effect);
    const assignment = to === undefined ? undefined : assignments.get(to);
    if (from === undefined || to === undefined || assignment === undefined) return 'unknown';
    // The effect's own equation, and nothing else.
    const alone = interpreter({ ...program, constants: [], initial: [], dynamic: [assignment] });
    const signs = new Set<number>();
    for (const { values, step } of moments) {
      const value = values[from] ?? Number.NaN;
      const nudge = NUDGE * Math.max(Math.abs(value), 1e-3);
      const at = (moved: number) => {
        const copy = Float64Array.from(values);
        copy[from] = moved;
        alone.observe(copy, clock, step);
        return copy[to] ?? Number.NaN;
      };
      const rise = at(value + nudge) - at(value - nudge);
      const room = 1e-12 * Math.abs(values[to] ?? 0);
      if (Number.isNaN(rise)) return 'unknown';
      if (Math.abs(rise) > room) signs.add(Math.sign(rise));
    }
    const [only, second] = signs;
    if (only === undefined || second !== undefined) return 'unknown';
    return only > 0 ? '+' : '-';
  };
}

interface Moment {
  readonly values: Float64Array;
  readonly step: number;
}

function baseRun(executable: Executable): readonly Moment[] {
  const { program } = executable;
  const clock = { start: program.start, stop: program.stop, dt: program.dt };
  const steps = Math.max(0, Math.min(MOST_STEPS, Math.round((program.stop - program.start) / program.dt)));
  const values = new Float64Array(program.variables.length);
  const memory = executable.initialise(values, new Uint8Array(values.length), clock);
  const moments: Moment[] = [];
  let step = 0;
  for (let index = 0; index < MOMENTS; index += 1) {
    const next = Math.round((steps * index) / (MOMENTS - 1));
    if (next > step) executable.advance(values, clock, step, next - step, 'euler', memory);
    step = next;
    executable.observe(values, clock, step);
    if (!values.every(Number.isFinite) && index > 0) break;
    moments.push({ values: Float64Array.from(values), step });
  }
  return moments;
}
