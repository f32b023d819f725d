import type { Program, ProgramStock, Slot } from '@weir/engine';
import { subexpressions } from '@weir/model';
import type { ConfidenceContext } from '../confidence-context.js';
import { type ConfidenceTest, counted, judged, notApplicable, shown } from '../confidence-test.js';
import { flowEnds } from '../material-chains.js';
import { neededSlots } from '../needed-slots.js';

/** Relative difference of two shares from which on they are told apart. */
const TOLERANCE = 0.01;

/** Whether what people are told apart by is carried along where they pass through a stock together. */
export const statusMemory: ConfidenceTest = {
  id: 'status-memory',
  title: 'A status is carried through, not given anew',
  family: 'structure',
  limits:
    'Seen where two stocks drain into one and are filled again from it or from what follows it. The share is compared at rest, or at the end of the run.',
  source: 'Sterman 2000, coflows (chapter 12); Forrester and Senge 1980, structure verification',
  run(context) {
    const { program } = context.prepared;
    const found = lostStatuses(context);
    if (found.length === 0)
      return notApplicable('No two stocks drain into one and are filled again behind it by a share.');
    const rest = context.rest() ?? context.baseRun();
    if (rest.status === 'failed') return notApplicable(`The baseline breaks off: ${rest.reason}`);
    const last = rest.times.length - 1;
    const value = (slot: Slot) => rest.value(slot, last);
    const places = found.flatMap(({ merge, first, second, back, split }) => {
      if (carried(program, back, second)) return [];
      const share = value(second.leaving) / (value(first.leaving) + value(second.leaving));
      const given = value(back.toSecond) / (value(back.toFirst) + value(back.toSecond));
      const differs = Math.abs(given - share) > TOLERANCE * Math.max(share, given);
      const [kept, lost] = [context.nameOf(second.stock.slot), context.nameOf(merge.slot)];
      const message = `${shown(100 * share)} % of those who enter \`${lost}\` come from \`${kept}\`; there they are no longer told apart. Of those who return from it, ${shown(100 * given)} % go to \`${kept}\`, by \`${context.nameOf(split)}\`${differs ? ', which does not follow them' : ': the same share'}.`;
      return [context.atSlot(split, message, differs)];
    });
    const failing = places.filter(({ fails }) => fails).length;
    return judged(places, {
      done: `${counted(found.length, 'pair')} of stocks that drain into one stock and are filled again behind it; the share of the second among those who enter was compared with that among those who return.`,
      found:
        failing === 0
          ? 'Statuses are carried through, or the shares agree.'
          : 'A status is lost on the way and given anew by a share that does not follow it.',
      numbers: [{ label: 'pairs', value: found.length }],
    });
  },
};

interface Side {
  readonly stock: ProgramStock;
  /** The flow into the stock where both come together. */
  readonly leaving: Slot;
}

interface LostStatus {
  readonly merge: ProgramStock;
  readonly first: Side;
  readonly second: Side;
  readonly back: { readonly from: ProgramStock; readonly toFirst: Slot; readonly toSecond: Slot };
  /** The share that divides those who return. */
  readonly split: Slot;
}

/**
 * Two stocks, the second reached from the first by a flow and never back, that drain into one and are filled again
 * behind it, divided by a share.
 */
function lostStatuses(context: ConfidenceContext): readonly LostStatus[] {
  const { program } = context.prepared;
  const ends = flowEnds(program);
  const flowsBetween = (from: ProgramStock, to: ProgramStock) =>
    from.outflows.filter((flow) => ends.get(flow)?.to === to);
  return program.stocks.flatMap((merge) =>
    program.stocks.flatMap((first) =>
      program.stocks.flatMap((second): readonly LostStatus[] => {
        if (merge === first || merge === second || first === second) return [];
        const [gone, also] = [flowsBetween(first, merge)[0], flowsBetween(second, merge)[0]];
        if (
          gone === undefined ||
          also === undefined ||
          flowsBetween(first, second).length === 0 ||
          flowsBetween(second, first).length > 0
        )
          return [];
        return behind(program, merge, first, second).flatMap((from) => {
          const [toFirst, toSecond] = [flowsBetween(from, first)[0], flowsBetween(from, second)[0]];
          if (toFirst === undefined || toSecond === undefined) return [];
          const split = splitBy(context, toFirst, toSecond);
          if (split === undefined) return [];
          return [
            {
              merge,
              first: { stock: first, leaving: gone },
              second: { stock: second, leaving: also },
              back: { from, toFirst, toSecond },
              split,
            },
          ];
        });
      }),
    ),
  );
}

/** The stock where two come together and those reached from it, without passing through the two. */
function behind(
  program: Program,
  merge: ProgramStock,
  first: ProgramStock,
  second: ProgramStock,
): readonly ProgramStock[] {
  const ends = flowEnds(program);
  const found = new Set<ProgramStock>();
  const waiting = [merge];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === first || next === second || found.has(next)) continue;
    found.add(next);
    for (const flow of next.outflows) {
      const to = ends.get(flow)?.to;
      if (to !== undefined) waiting.push(to);
    }
  }
  return [...found];
}

/**
 * Whether the way back depends on what carries the status: a stock that is filled along with the flow of the second
 * into the common stock, or one that is filled from such a stock: a coflow.
 */
function carried(program: Program, { from, toSecond }: LostStatus['back'], second: Side): boolean {
  const read = neededSlots(program, [toSecond]);
  const carriers = new Set<ProgramStock>();
  let waiting = program.stocks.filter(
    (stock) =>
      stock !== second.stock &&
      stock.inflows.some(
        (flow) => flow !== second.leaving && neededSlots(program, [flow]).has(second.leaving),
      ),
  );
  while (waiting.length > 0) {
    for (const stock of waiting) carriers.add(stock);
    const moved = new Set(waiting.flatMap(({ outflows }) => outflows));
    waiting = program.stocks.filter(
      (stock) => !carriers.has(stock) && stock !== from && stock.inflows.some((flow) => moved.has(flow)),
    );
  }
  return [...carriers].some((stock) => stock !== from && read.has(stock.slot));
}

/** The share s that divides two flows: s in the second, 1 - s in the first. Nothing where there is none. */
function splitBy(context: ConfidenceContext, toFirst: Slot, toSecond: Slot): Slot | undefined {
  const [one, other] = [context.variableAt(toFirst), context.variableAt(toSecond)];
  if (one === undefined || other === undefined || one.kind === 'graphical' || other.kind === 'graphical')
    return undefined;
  const rest = subexpressions(one.equation).flatMap((term) => {
    if (term.kind !== 'binary' || term.operator !== '-' || term.right.kind !== 'name') return [];
    return term.left.kind === 'number' && term.left.value === 1 ? [term.right.key] : [];
  });
  const names = subexpressions(other.equation).flatMap((term) => (term.kind === 'name' ? [term.key] : []));
  const { program } = context.prepared;
  return rest
    .filter((key) => names.includes(key))
    .flatMap((key) => context.slotOf(key) ?? [])
    .find((slot) => program.variables[slot]?.timing === 'dynamic');
}
