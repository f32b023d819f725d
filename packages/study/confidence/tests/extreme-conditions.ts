import type { Slot } from '@weir/engine';
import { belowZero, oneWayOf, whenWords } from '../admissible.js';
import type { ConfidenceContext } from '../confidence-context.js';
import type { ConfidencePlace } from '../confidence-result.js';
import { type ConfidenceTest, counted, judged, notApplicable, shown } from '../confidence-test.js';
import { extremesOf } from '../extremes.js';

/** Whether the model keeps its sense where each constant is at its limits. */
export const extremeConditions: ConfidenceTest = {
  id: 'extreme-conditions',
  title: 'It keeps its sense under extreme conditions',
  family: 'structure-oriented behavior',
  limits:
    'One constant at a time. That values are possible does not make them plausible: what should happen under extreme conditions is said by Reality Checks.',
  source: 'Forrester and Senge 1980, extreme conditions; Sterman 2000, chapter 21',
  run(context) {
    const tried = context.constants().flatMap((constant) => extremesOf(context, constant));
    const extremes = spreadOut(tried, context.affordableRuns());
    if (extremes.length === 0) return notApplicable('The model file gives no constant as a number.');
    const base = context.behaviorWith(context.baseInputs);
    if (base.status === 'failed') return notApplicable(`The baseline breaks off: ${base.reason}`);
    const { stocks, flows } = oneWayOf(context.model, context.prepared.program);
    const watched = [...stocks.map(({ slot }) => slot), ...flows];
    const usual = new Set(belowZero(base, watched).map(({ slot }) => slot));
    const found = new Map<Slot, Found>();
    const beyond: ConfidencePlace[] = [];
    const broken: string[] = [];
    for (const { constant, value, admissible } of extremes) {
      const setting = `\`${constant.variable.name}\` at ${shown(value)}`;
      const inputs = [...context.baseInputs, { slot: constant.variable.slot, value }];
      const settled = context.behaviorWith(inputs);
      // What has no point of rest may still run.
      const behavior =
        settled.status === 'failed' && context.rest() !== undefined ? context.run(inputs) : settled;
      if (behavior.status === 'failed') {
        broken.push(`${setting}: ${behavior.reason}`);
        continue;
      }
      const below = belowZero(behavior, watched).filter(({ slot }) => !usual.has(slot));
      const [first] = below.toSorted((one, other) => one.time - other.time);
      if (!admissible && first !== undefined) {
        const message = `With ${setting}, ${counted(below.length, 'quantity falls', 'quantities fall')} below zero, such as \`${context.nameOf(first.slot)}\` ${whenWords(first)}. The file gives no range, so the value may not be meant to be possible.`;
        beyond.push(context.at(constant.definition, message, false));
        continue;
      }
      for (const one of below) {
        const known = found.get(one.slot);
        const isWorse = known === undefined || one.value < known.worst;
        const words = `${shown(one.value)}${context.unitWords(one.slot)} ${whenWords(one)} with ${setting}`;
        found.set(one.slot, {
          count: (known?.count ?? 0) + 1,
          ...(isWorse ? { worst: one.value, words } : { worst: known.worst, words: known.words }),
        });
      }
    }
    const places = [...found].map(([slot, one]) => placeOf(context, slot, one));
    const without = broken.map((message) => ({ message, documented: [], fails: false }));
    return judged([...places, ...beyond, ...without], {
      done: `Each of ${context.constants().length} constants was set to the ends of its range, to 0 and 1 for a share, and to 0 and 10 times its value where the file gives no range: ${extremes.length} settings${extremes.length < tried.length ? ` of ${tried.length}, evenly chosen since the model is large (all: --thorough)` : ''}, ${context.behaviorWords}.`,
      found:
        places.length === 0
          ? 'No stock falls below zero and no flow turns round at any admissible value.'
          : `${counted(places.length, 'quantity falls', 'quantities fall')} below zero at some admissible value.`,
      numbers: [
        { label: 'settings', value: extremes.length },
        { label: 'settings without a result', value: broken.length },
      ],
    });
  },
};

/** So many of a list, evenly chosen. */
function spreadOut<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  return Array.from({ length: most }, (_, place) => list[Math.floor((place * list.length) / most)]).flatMap(
    (one) => (one === undefined ? [] : [one]),
  );
}

interface Found {
  readonly worst: number;
  readonly words: string;
  /** Settings under which it happens. */
  readonly count: number;
}

function placeOf(context: ConfidenceContext, slot: Slot, { count, words }: Found): ConfidencePlace {
  const more = count > 1 ? ` (and under ${counted(count - 1, 'other setting')})` : '';
  return context.atSlot(slot, `\`${context.nameOf(slot)}\` falls to ${words}${more}.`);
}
