import { belowZero, oneWayOf, whenWords } from '../admissible.js';
import type { ConfidencePlace } from '../confidence-result.js';
import { type ConfidenceTest, counted, judged, notApplicable, shown } from '../confidence-test.js';

/** Whether flows run in the direction of their arrow, over the run and at rest. */
export const flowDirection: ConfidenceTest = {
  id: 'flow-direction',
  title: 'Flows run in the direction of their arrow',
  family: 'structure-oriented behavior',
  limits:
    'A flow that is meant to run both ways says so by a range that reaches below zero; the one flow of a stock without other flows is taken as a net change.',
  source: 'Sterman 2000, chapters 6 and 21; Barlas 1996, structure confirmation',
  run(context) {
    const { flows } = oneWayOf(context.model, context.prepared.program);
    if (flows.length === 0) return notApplicable('No flow has an arrow that could be run against.');
    const rest = context.rest();
    const run = context.baseRun();
    const found = new Map<number, ConfidencePlace>();
    for (const behavior of [...(rest === undefined ? [] : [rest]), ...(run.status === 'ok' ? [run] : [])])
      for (const one of belowZero(behavior, flows)) {
        if (found.has(one.slot)) continue;
        const message = `\`${context.nameOf(one.slot)}\` runs against its arrow: ${shown(one.value)}${context.unitWords(one.slot)} ${whenWords(one)}.`;
        found.set(one.slot, context.atSlot(one.slot, message));
      }
    const places = [...found.values()];
    return judged(places, {
      done: `${counted(flows.length, 'flow')} of the baseline were looked at${rest === undefined ? '' : ' at the point of rest and'} in the run (${context.runWords}).`,
      found:
        places.length === 0
          ? 'Every flow runs in the direction of its arrow.'
          : `${counted(places.length, 'flow runs', 'flows run')} against the arrow, of ${flows.length}.`,
      numbers: [{ label: 'flows', value: flows.length }],
    });
  },
};
