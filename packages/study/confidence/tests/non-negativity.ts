import { belowZero, oneWayOf, whenWords } from '../admissible.js';
import type { ConfidencePlace } from '../confidence-result.js';
import { type ConfidenceTest, counted, judged, shown } from '../confidence-test.js';
import { runOf, scenariosOf } from '../scenario-runs.js';

/** Whether all values are finite and stocks stay at zero or above, in every scenario. */
export const nonNegativity: ConfidenceTest = {
  id: 'non-negativity',
  title: 'Values stay finite, and stocks at zero or above',
  family: 'structure-oriented behavior',
  limits:
    'Only at the values of the scenarios: other values are looked at under extreme conditions. A stock with a range that reaches below zero may be negative, and so may one with a single flow, which is a net change.',
  source: 'Forrester and Senge 1980; Sterman 2000, chapter 21',
  run(context) {
    const { model, prepared } = context;
    const { stocks } = oneWayOf(model, prepared.program);
    const slots = stocks.map(({ slot }) => slot);
    const places: ConfidencePlace[] = [];
    let lowest = Number.POSITIVE_INFINITY;
    const scenarios = scenariosOf(context);
    for (const scenario of scenarios) {
      const { id } = scenario;
      const run = runOf(context, scenario);
      if (run.status === 'failed') {
        const message = `Under \`${id}\` the run breaks off: ${run.reason}`;
        places.push(
          run.slot === undefined
            ? { message, documented: [], fails: true }
            : context.atSlot(run.slot, message),
        );
        continue;
      }
      for (const slot of slots)
        for (const moment of run.times.keys()) lowest = Math.min(lowest, run.value(slot, moment));
      for (const found of belowZero(run, slots))
        places.push(
          context.atSlot(
            found.slot,
            `\`${context.nameOf(found.slot)}\` falls to ${shown(found.value)} ${whenWords(found)} under \`${id}\`.`,
          ),
        );
    }
    return judged(places, {
      done: `${counted(scenarios.length, 'scenario')} ${context.runWords}; ${counted(slots.length, 'stock')} looked at in every saved row.`,
      found:
        places.length === 0
          ? `All values are finite, and no stock falls below zero.`
          : `${counted(places.length, 'place')} with values below zero or without end.`,
      numbers: [
        { label: 'scenarios', value: scenarios.length },
        { label: 'lowest value of a stock', value: Number.isFinite(lowest) ? lowest : 0 },
      ],
    });
  },
};
