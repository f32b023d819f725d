import type { Diagnostic, Outcome } from '@weir/model';
import { reached, refused } from '@weir/model';
import type { EngineCode } from '../engine-codes.js';
import { neededFor, operandsOf } from '../lower/node-walk.js';
import type { Node, Program, Slot } from '../lower/program.js';
import { countingStocks } from './counting-stocks.js';

/** Why a variable moves while the stocks stand still. */
type Mover = { readonly code: EngineCode; readonly because: string };

/**
 * Makes sure that the rates of a program depend on its stocks and constants alone, so that a point of rest has a
 * meaning.
 *
 * @param counting - Stocks beyond those of the program that only count, and may go on moving.
 * @returns Variables that move on their own, or with those that do, without bearing on any rate.
 * @errors equilibrium-no-stocks, equilibrium-time, equilibrium-random, equilibrium-memory.
 */
export function standingPart(program: Program, counting: readonly Slot[] = []): Outcome<readonly Slot[]> {
  if (program.stocks.length === 0) {
    const message = `${program.name} has no stocks, so there is nothing that comes to rest.`;
    return refused([{ code: 'equilibrium-no-stocks', severity: 'error', message }]);
  }
  const movers = new Map<Slot, Mover>(
    counting.map((slot) => [slot, { code: 'equilibrium-memory', because: 'counts what has been' }]),
  );
  for (const { slot } of program.held) {
    movers.set(slot, { code: 'equilibrium-memory', because: 'depends on values of earlier steps' });
  }
  for (const { slot, node } of program.dynamic) {
    const mover = moverOf(node, movers);
    if (mover !== undefined) movers.set(slot, mover);
  }
  const flows = program.stocks.flatMap(({ inflows, outflows }) => [...inflows, ...outflows]);
  const bearing = new Set([...flows, ...neededFor(flows, program.dynamic).map(({ slot }) => slot)]);

  const problems: Diagnostic[] = [];
  for (const [slot, { code, because }] of movers) {
    if (!bearing.has(slot) || problems.some((problem) => problem.code === code)) continue;
    const name = program.variables[slot]?.name ?? `variable ${slot}`;
    problems.push({
      code,
      severity: 'error',
      variable: name,
      message: `${program.name} has no point of rest to solve for: \`${name}\` ${because}, and flows depend on it.`,
      hint: 'Run it over time instead, with `weir run --until`.',
    });
  }
  return problems.length > 0 ? refused(problems) : reached([...movers.keys()]);
}

/** Whether flows of what settles depend on TIME, or on STEP, PULSE and their like. */
export function dependsOnTime(program: Program): boolean {
  const { settling, open } = countingStocks(program);
  const standing = standingPart(
    settling,
    open.map(({ slot }) => slot),
  );
  return !standing.ok && standing.diagnostics.some(({ code }) => code === 'equilibrium-time');
}

/** Why the value of a node moves, if it does. */
function moverOf(node: Node, movers: ReadonlyMap<Slot, Mover>): Mover | undefined {
  const open = [node];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if (part.kind === 'clock' && part.quantity === 'time') {
      return { code: 'equilibrium-time', because: 'depends on TIME' };
    }
    if (part.kind === 'input') {
      return {
        code: 'equilibrium-time',
        because: `changes at a date, by ${part.name.replaceAll('_', ' ').toUpperCase()}`,
      };
    }
    if (part.kind === 'random') return { code: 'equilibrium-random', because: 'is drawn at random' };
    const known = part.kind === 'slot' ? movers.get(part.slot) : undefined;
    if (known !== undefined) return known;
    open.push(...operandsOf(part));
  }
  return undefined;
}
