import type { BoundOutcome } from '../../study-file/bound-study.js';
import type { Behavior } from '../behavior.js';
import type { ConfidencePlace } from '../confidence-result.js';
import { type ConfidenceTest, counted, judged, notApplicable, shown } from '../confidence-test.js';
import { runOf, scenariosOf } from '../scenario-runs.js';

/** Share of an outcome below which a change counts as none. */
const NOTHING = 1e-9;

/** Whether the model runs for the other members of its family: every scenario of the study. */
export const familyMembers: ConfidenceTest = {
  id: 'family-members',
  title: 'It runs for every scenario, and each changes something',
  family: 'behavior pattern',
  limits:
    'Members of the family are the scenarios of the study: other places and times need their own values.',
  source: 'Forrester and Senge 1980, family member',
  run(context) {
    const [baseline, ...others] = scenariosOf(context);
    if (baseline === undefined || others.length === 0)
      return notApplicable('The study has one scenario only.');
    const base = context.behaviorWith(baseline.inputs);
    if (base.status === 'failed') return notApplicable(`The baseline breaks off: ${base.reason}`);
    const outcomes = context.prepared.bound.outcomes;
    let most = 0;
    const places: ConfidencePlace[] = [];
    for (const scenario of others) {
      const { id, inputs, isDated } = scenario;
      const place = context.prepared.study.places?.keys.get(`scenarios/${id}`);
      const failing = (message: string) =>
        places.push({ message, documented: [], fails: true, ...(place === undefined ? {} : { place }) });
      // What changes at a date is seen in the run.
      const from = isDated ? context.baseRun() : base;
      const behavior = isDated ? runOf(context, scenario) : context.behaviorWith(inputs);
      if (from.status === 'failed') continue;
      if (behavior.status === 'failed') {
        failing(`\`${id}\` has no result: ${behavior.reason}`);
        continue;
      }
      let largest = largestChange(outcomes, from, behavior);
      // What leaves the point of rest as it is may change the way there.
      const [run, own] = [context.baseRun(), largest > NOTHING ? undefined : runOf(context, scenario)];
      if (run.status === 'ok' && own?.status === 'ok') largest = largestChange(outcomes, run, own);
      if (largest <= NOTHING) failing(`\`${id}\` changes no outcome.`);
      if (Number.isFinite(largest)) most = Math.max(most, largest);
    }
    return judged(places, {
      done: `The baseline and ${counted(others.length, 'other scenario')} ${context.behaviorWords}.`,
      found:
        places.length === 0
          ? `All ${others.length + 1} have results, and each changes some outcome.`
          : `${counted(places.length, 'scenario')} without a result or without an effect.`,
      numbers: [
        { label: 'scenarios', value: others.length + 1 },
        ...(most > 0 && most < 1e6
          ? [{ label: 'largest relative change of an outcome', value: Number(shown(most)) }]
          : []),
      ],
    });
  },
};

/** The largest change of an outcome, as a share of its own value at the same moment. */
function largestChange(outcomes: readonly BoundOutcome[], from: Moments, to: Moments): number {
  let largest = 0;
  for (const { variable } of outcomes)
    for (const moment of from.times.keys()) {
      const own = from.value(variable.slot, moment);
      const gap = Math.abs(to.value(variable.slot, moment) - own);
      largest = Math.max(largest, gap / Math.max(Math.abs(own), Number.MIN_VALUE));
    }
  return largest;
}

type Moments = Behavior & { readonly status: 'ok' };
