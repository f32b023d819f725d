import type { LintContext } from '../lint-context.js';
import type { Raised } from '../lint-finding.js';

/** Share of a step by which a save interval may miss being whole steps: the rounding of a quotient. */
const ROUNDING = 1e-6;

/** A save interval that is not a whole number of time steps. */
export function* saveInterval({ model }: LintContext): Iterable<Raised> {
  const { saveStep, dt } = model.simulation;
  if (saveStep === undefined) return;
  const steps = saveStep / dt;
  const whole = Math.max(1, Math.round(steps));
  if (Math.abs(steps - whole) <= ROUNDING) return;
  const { text } = model.source;
  const start = Math.max(0, text.search(/<sim_specs|\bSAVEPER\s*=/i));
  yield {
    code: 'save-interval',
    span: { start, end: start + 1 },
    reason: `The save interval ${saveStep} is not a whole number of time steps of ${dt}.`,
    evidence: `It is ${Number(steps.toPrecision(6))} steps: values are saved at the first step at or after each date.`,
    fix: `Save every ${whole * dt}, or choose a time step that divides ${saveStep}.`,
  };
}
