import type { Method, RunSettings, Slot } from '@weir/engine';
import type { BoundOutcome } from '../../study-file/bound-study.js';
import { type Behavior, runBehavior } from '../behavior.js';
import type { ConfidenceContext } from '../confidence-context.js';
import { type ConfidenceTest, judged, notApplicable, shown } from '../confidence-test.js';
import { neededSlots } from '../needed-slots.js';

/** Difference of an outcome that fails the test, and that is told: as a share of its largest value in the run. */
const TOLERANCE = 0.02;
const WORTH_TELLING = 1e-3;
/** Methods that the run is repeated with, at the step of the file where they take one. */
const METHODS: readonly Method[] = ['rk4', 'rk45', 'gear'];

/** Whether results depend on the time step or the method of integration. */
export const integrationError: ConfidenceTest = {
  id: 'integration-error',
  title: 'Results do not depend on the time step or the method',
  family: 'structure-oriented behavior',
  limits:
    'Outcomes of the baseline at its saved rows. Where a model decides by IF at exact dates or values, another method may rightly differ.',
  source: 'Sterman 2000, chapter 21, integration error',
  run(context) {
    const own = context.fileSettings;
    const base = context.baseRun();
    if (base.status === 'failed') return notApplicable(`The baseline breaks off: ${base.reason}`);
    const halved = { label: `half the step (${own.dt / 2})`, settings: { ...own, dt: own.dt / 2 } };
    const others = METHODS.filter((method) => method !== own.method).map((method) => ({
      label: method,
      settings: { ...own, method },
    }));
    // Where a study reads its results where a run ends, what comes before is only told.
    const readAtEnd = typeof context.prepared.defaultUntil !== 'number';
    const compared = [halved, ...others].map(({ label, settings }) => ({
      label,
      ...difference(context, base, settings),
    }));
    const places = compared.flatMap(({ label, atEnd, onTheWay, reason }) => {
      if (reason !== undefined) return [{ message: `With ${label}: ${reason}`, documented: [], fails: true }];
      const told = (one: Gap, where: string, fails: boolean) =>
        context.atSlot(
          one.slot,
          `With ${label}, \`${one.id}\` differs by ${shown(100 * one.relative)} % of its largest value ${where}.`,
          fails,
        );
      return [
        ...(atEnd !== undefined && atEnd.relative > WORTH_TELLING
          ? [told(atEnd, 'at the end', atEnd.relative > TOLERANCE)]
          : []),
        ...(onTheWay !== undefined && onTheWay.relative > WORTH_TELLING
          ? [told(onTheWay, `at time ${shown(onTheWay.time)}`, !readAtEnd && onTheWay.relative > TOLERANCE)]
          : []),
      ];
    });
    const worst = Math.max(
      ...compared.map(({ atEnd, onTheWay }) => (readAtEnd ? atEnd : onTheWay)?.relative ?? 0),
    );
    const failing = places.filter(({ fails }) => fails).length;
    return judged(places, {
      done: `The baseline (${context.runWords}) was run again with half the step, and with ${others.map(({ label }) => label).join(', ')}; outcomes were compared at ${readAtEnd ? 'the end, where the study reads them, and at' : ''} ${base.times.length} moments.`.replace(
        '  ',
        ' ',
      ),
      found:
        failing === 0
          ? `The largest difference of an outcome${readAtEnd ? ' at the end' : ''} is ${shown(100 * worst)} % of its largest value.`
          : `Some results differ by more than ${100 * TOLERANCE} %.`,
      numbers: compared
        .filter(({ reason }) => reason === undefined)
        .flatMap(({ label, atEnd, onTheWay }) => [
          { label: `largest difference with ${label}, at the end, relative`, value: atEnd?.relative ?? 0 },
          { label: `largest difference with ${label}, in the run, relative`, value: onTheWay?.relative ?? 0 },
        ]),
    });
  },
};

/** A difference of an outcome between two runs. */
interface Gap {
  readonly id: string;
  readonly slot: Slot;
  /** As a share of the outcome's largest value. */
  readonly relative: number;
  readonly time: number;
}

interface Difference {
  readonly atEnd?: Gap;
  readonly onTheWay?: Gap;
  readonly reason?: string;
}

function difference(
  context: ConfidenceContext,
  base: Behavior & { readonly status: 'ok' },
  settings: RunSettings & { readonly saveEvery: number },
): Difference {
  const other = runBehavior(context.executable, context.baseInputs, settings);
  if (other.status === 'failed') return { reason: other.reason };
  const last = base.times.length - 1;
  const gaps = movingOutcomes(context).flatMap(
    ({ definition: { id }, variable: { slot } }): readonly Gap[] => {
      const moments = [...base.times.keys()];
      const size = Math.max(...moments.map((moment) => Math.abs(base.value(slot, moment))));
      if (!(size > 0)) return [];
      return moments.map((moment) => ({
        id,
        slot,
        relative: Math.abs(base.value(slot, moment) - other.value(slot, moment)) / size,
        time: moment === last ? Number.POSITIVE_INFINITY : (base.times[moment] ?? Number.NaN),
      }));
    },
  );
  const largest = (some: readonly Gap[]) =>
    some.reduce<Gap | undefined>(
      (best, gap) => (best === undefined || gap.relative > best.relative ? gap : best),
      undefined,
    );
  const atEnd = largest(gaps.filter(({ time }) => time === Number.POSITIVE_INFINITY));
  const onTheWay = largest(gaps.filter(({ time }) => time !== Number.POSITIVE_INFINITY));
  return { ...(atEnd === undefined ? {} : { atEnd }), ...(onTheWay === undefined ? {} : { onTheWay }) };
}

/** The outcomes that stocks bear on: others do not come from integration. */
function movingOutcomes({ prepared: { bound, program } }: ConfidenceContext): readonly BoundOutcome[] {
  const stocks = new Set(program.stocks.map(({ slot }) => slot));
  return bound.outcomes.filter(
    ({ variable: { slot } }) =>
      stocks.has(slot) || [...neededSlots(program, [slot])].some((needed) => stocks.has(needed)),
  );
}
