import type { Slot } from '@weir/engine';
import { runBehavior } from '../behavior.js';
import { type ConfidenceTest, counted, judged, notApplicable, shown } from '../confidence-test.js';
import { materialChains } from '../material-chains.js';

/** Steps over which stocks are followed. */
const STEPS = 4000;
/** Rounding allowed, in units of the last place of the largest total, for each stock. */
const ROUNDING = 16 * Number.EPSILON;

/** Whether what leaves a stock arrives in the next, counted step by step in a run. */
export const massBalance: ConfidenceTest = {
  id: 'mass-balance',
  title: 'Nothing is lost or made between stocks',
  family: 'structure',
  limits:
    'Flows from and to outside are taken as they are: whether they should cross the boundary is for people to say.',
  source: 'Forrester and Senge 1980, structure verification; Sterman 2000, conservation of matter',
  run(context) {
    const { program } = context.prepared;
    const chains = materialChains(program).filter(({ stocks }) => stocks.length > 1);
    if (chains.length === 0) return notApplicable('No flow joins two stocks.');
    const dt = program.dt;
    const steps = Math.max(1, Math.min(STEPS, Math.floor((program.stop - program.start) / dt)));
    const run = runBehavior(context.executable, context.baseInputs, {
      method: 'euler',
      dt,
      stop: { kind: 'time', time: program.start + steps * dt },
      saveEvery: dt,
    });
    if (run.status === 'failed') return notApplicable(`The run broke off: ${run.reason}`);
    let worst = 0;
    const places = chains.flatMap(({ stocks, entering, leaving }) => {
      const sum = (slots: readonly Slot[], moment: number) =>
        slots.reduce((total, slot) => total + run.value(slot, moment), 0);
      const size = (slots: readonly Slot[], moment: number) =>
        slots.reduce((total, slot) => total + Math.abs(run.value(slot, moment)), 0);
      const inside = stocks.map(({ slot }) => slot);
      const gross = stocks.flatMap(({ inflows, outflows }) => [...inflows, ...outflows]);
      let own = 0;
      for (let moment = 0; moment + 1 < run.times.length; moment += 1) {
        const change = sum(inside, moment + 1) - sum(inside, moment);
        const net = dt * (sum(entering, moment) - sum(leaving, moment));
        const scale = size(inside, moment + 1) + size(inside, moment) + dt * size(gross, moment);
        if (scale > 0) own = Math.max(own, Math.abs(change - net) / (scale * ROUNDING * inside.length));
      }
      worst = Math.max(worst, own * ROUNDING * inside.length);
      const first = stocks[0];
      if (own <= 1 || first === undefined) return [];
      return [
        context.atSlot(
          first.slot,
          'The stocks that flows join to this one change by more than crosses their boundary.',
        ),
      ];
    });
    const joined = chains.reduce((total, { joining }) => total + joining.length, 0);
    return judged(places, {
      done: `Stocks that flows join were added up at each of ${steps} steps of ${dt} with euler; the change of the sum was set against what enters and leaves them.`,
      found:
        places.length === 0
          ? `The sums change by what crosses their boundary, to rounding (largest gap ${shown(worst)} of what moves).`
          : `${counted(places.length, 'group')} of stocks gains or loses on the way.`,
      numbers: [
        { label: 'groups of joined stocks', value: chains.length },
        { label: 'flows between stocks', value: joined },
        { label: 'largest gap, relative', value: worst },
      ],
    });
  },
};
