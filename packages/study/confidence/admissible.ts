import type { Program, ProgramStock, Slot } from '@weir/engine';
import type { Model } from '@weir/model';
import type { Behavior } from './behavior.js';
import { flowEnds } from './material-chains.js';

/** Share of a quantity's own size below zero that rounding may leave. */
const ROUNDING = 1e-9;

/** What may not go below zero in a model. */
export interface OneWay {
  readonly stocks: readonly ProgramStock[];
  /** Flows with an arrow: those of stocks that have other flows too, so that what runs back is not told apart. */
  readonly flows: readonly Slot[];
}

/**
 * What is taken to stay at zero or above: stocks with more than one flow, and their flows. A range in the file that
 * reaches below zero says that a quantity may be negative. The one flow of a stock that has no other is a net change, as
 * in a smooth or an oscillator: it runs both ways, and so may its stock.
 */
export function oneWayOf(model: Model, program: Program): OneWay {
  const mayBeNegative = (slot: Slot): boolean => {
    const key = program.variables[slot]?.key;
    const definition = key === undefined ? undefined : model.variables.get(key);
    const min = definition?.range?.min;
    return definition === undefined || definition.hidden === true || (min !== undefined && min < 0);
  };
  const stocks = program.stocks.filter(
    (stock) => !mayBeNegative(stock.slot) && stock.inflows.length + stock.outflows.length > 1,
  );
  const flows = [...flowEnds(program)].filter(([flow, { from, to }]) => {
    if (mayBeNegative(flow)) return false;
    const ends = [from, to].flatMap((stock) => stock ?? []);
    return ends.length > 1 || ends.some(({ inflows, outflows }) => inflows.length + outflows.length > 1);
  });
  return { stocks, flows: flows.map(([flow]) => flow) };
}

/** A quantity below zero: its lowest value and when. */
export interface BelowZero {
  readonly slot: Slot;
  readonly value: number;
  /** Model time; NaN for a point of rest. */
  readonly time: number;
}

/** Which of these quantities go below zero, by more than rounding, each at its lowest. */
export function belowZero(
  behavior: Behavior & { readonly status: 'ok' },
  slots: readonly Slot[],
): readonly BelowZero[] {
  return slots.flatMap((slot) => {
    let lowest = 0;
    let at = 0;
    let size = 0;
    for (const moment of behavior.times.keys()) {
      const value = behavior.value(slot, moment);
      size = Math.max(size, Math.abs(value));
      if (value < lowest) [lowest, at] = [value, moment];
    }
    const tiny = ROUNDING * Math.max(size, 1);
    return lowest < -tiny ? [{ slot, value: lowest, time: behavior.times[at] ?? Number.NaN }] : [];
  });
}

/** `at rest`, or `at time 12`. */
export function whenWords({ time }: Pick<BelowZero, 'time'>): string {
  return Number.isNaN(time) ? 'at rest' : `at time ${Number(time.toPrecision(6))}`;
}
