import type { Diagnostic } from '@weir/model';

/** With more mechanisms than this, the groups of them are too many to be computed one by one. */
export const MECHANISM_LIMIT = 12;

export function noMechanisms(title: string): Diagnostic {
  return {
    code: 'no-mechanisms',
    severity: 'error',
    message: `The study of ${title} names no mechanisms.`,
    hint: 'Describe the ways in which its policies work under `mechanisms` in the study file.',
  };
}

export function tooMany(scenario: string, count: number): Diagnostic {
  return {
    code: 'mechanism-limit',
    severity: 'error',
    message: `\`${scenario}\` works by ${count} mechanisms; the limit is ${MECHANISM_LIMIT}.`,
    hint: 'Put some of them together in the study file.',
  };
}

export function notConverged(scenario: string, status: string): Diagnostic {
  return {
    code: 'not-converged',
    severity: 'error',
    message: `A combination of mechanisms of \`${scenario}\` has no point of rest: ${status}.`,
    hint: 'Look at the policy with `weir equilibrium`.',
  };
}
