// Rows of parameters for many runs of the Massachusetts model, in the order of the loop written by hand.
import { drawsAround } from '../draws.mjs';
import { DEFAULTS, STOCKS } from './hand-written.mjs';

export const PARAMETERS = Object.keys(DEFAULTS);

/**
 * The same rows for Weir and for loops by hand.
 *
 * @param {(archiveName: string) => number} slotOf - Slots of the program.
 */
export function massachusettsRows(slotOf, rows) {
  const parameters = drawsAround(Object.values(DEFAULTS), rows);
  return {
    parameters,
    request: {
      rows,
      given: PARAMETERS.map(slotOf),
      inputs: parameters,
      observed: STOCKS.map(slotOf),
    },
  };
}

/** The published numerics: Euler, 0.001 months, to the published stop. */
export const publishedSettings = (slotOf) => ({
  method: 'euler',
  dt: 0.001,
  stop: {
    kind: 'window',
    rule: {
      watch: [slotOf('pctTraffickedVsNontrafficked'), slotOf('pctSSCrimRecord')],
      sampleEvery: 1,
      window: 5,
      from: 100,
      every: 5,
      tolerance: 1e-4,
    },
    cap: 10000,
  },
});
