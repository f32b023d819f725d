import { heldProgram, type Program, settlingStocks } from '@weir/engine';

/**
 * The program whose point of rest is where a run begins that starts from equilibrium: time stands at the start of the
 * run, and stocks that only count, on which no flow depends, are left where the file starts them.
 *
 * Slots mean what they meant. Stocks left out are constants of a run.
 */
export function restProgram(program: Program): Program {
  const held = heldProgram(program, 'start');
  return { ...held, stocks: settlingStocks(held) };
}
