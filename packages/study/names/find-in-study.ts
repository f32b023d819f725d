import { type Diagnostic, type Outcome, reached, refused } from '@weir/model';
import type { BoundOutcome, BoundScenario, BoundStudy } from '../study-file/bound-study.js';
import { didYouMean } from './nearest-names.js';

/** A scenario of a study, by id. @errors `unknown-scenario` */
export function findScenario({ scenarios }: BoundStudy, id: string): Outcome<BoundScenario> {
  const found = scenarios.get(id);
  return found === undefined ? refused([unknown('scenario', id, [...scenarios.keys()])]) : reached(found);
}

/** An outcome of a study, by id. @errors `unknown-outcome` */
export function findOutcome({ outcomes }: BoundStudy, id: string): Outcome<BoundOutcome> {
  const found = outcomes.find(({ definition }) => definition.id === id);
  const known = outcomes.map(({ definition }) => definition.id);
  return found === undefined ? refused([unknown('outcome', id, known)]) : reached(found);
}

function unknown(what: 'scenario' | 'outcome', id: string, known: readonly string[]): Diagnostic {
  return {
    code: what === 'scenario' ? 'unknown-scenario' : 'unknown-outcome',
    severity: 'error',
    message: `The study has no ${what} \`${id}\`.`,
    hint: didYouMean(id, known) ?? `It has: ${known.join(', ')}.`,
  };
}
