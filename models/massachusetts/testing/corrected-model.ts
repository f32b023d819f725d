import { fileURLToPath } from 'node:url';
import type { Outcome } from '@weir/model';
import {
  correctStudy,
  type EquilibriumDocument,
  equilibriumOf,
  equilibriumSolverOf,
  type PreparedStudy,
} from '@weir/study';
import { openStudy } from '@weir/study/node';

/** What must have been reached; otherwise an error that says why not. */
export function settled<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.diagnostics.map(({ code, message }) => `${code}: ${message}`).join('\n'));
}

/** The Massachusetts study as published. */
export const published: PreparedStudy = settled(openStudy(fileURLToPath(new URL('..', import.meta.url))));

/** The study with corrections, with commas between them. */
export function corrected(asked: string): PreparedStudy {
  return settled(correctStudy(published, asked.split(',')));
}

/** Finds fixed points of a study: of a scenario, with values set. */
export function restsOf(
  prepared: PreparedStudy,
): (scenario?: string, set?: Readonly<Record<string, number>>) => EquilibriumDocument {
  const solver = settled(equilibriumSolverOf(prepared));
  return (scenario = 'criminalization', set = {}) => {
    const document = settled(
      equilibriumOf(prepared, { scenario, set: new Map(Object.entries(set)) }, solver),
    );
    if (document.verdict !== 'ok') throw new Error(`${scenario}: ${document.reasons.join(' ')}`);
    return document;
  };
}

/** Nothing in this model is counted so finely: below it, a difference is one from nothing. */
const LEAST = 1e-3;

/** The largest relative difference of what both have. */
export function farthest(
  one: Readonly<Record<string, number>>,
  other: Readonly<Record<string, number>>,
): number {
  const shared = Object.keys(one).filter((name) => Object.hasOwn(other, name));
  if (shared.length < 10) throw new Error('hardly anything to compare');
  const differences = shared.map((name) => {
    const [a, b] = [one[name] ?? Number.NaN, other[name] ?? Number.NaN];
    return Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b), LEAST);
  });
  return Math.max(...differences);
}
