// Weir as a contender.
import { batchOf } from '@weir/engine';
import { timed } from './contest.mjs';

/** The value of an outcome, or an end with its messages. */
export function reachedValue(outcome) {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.diagnostics.map(({ message }) => message).join('\n'));
}

/** A batch as a contender; `result()` is its last result, all rows of which must be well. */
export function weirBatch(programOrExecutable, end, request) {
  const batch = reachedValue(batchOf(programOrExecutable, end));
  let last;
  return {
    go: timed(() => {
      last = reachedValue(batch.run(request));
    }),
    result() {
      const failed = last.status.filter((status) => status !== 0).length;
      if (failed > 0) throw new Error(`${failed} of ${request.rows} runs failed.`);
      return last;
    },
  };
}

/** Largest relative difference between Weir's observed values and the stocks of a native peer's rows. */
export async function differenceFrom(peer, contender) {
  const { values } = contender.result();
  const shown = (await peer.show()).flatMap((row) => row.slice(1));
  let largest = 0;
  for (const [index, value] of values.entries()) {
    const size = Math.max(Math.abs(value), Math.abs(shown[index]), 1e-6);
    const difference = Math.abs(value - shown[index]) / size;
    if (!(difference <= largest)) largest = difference;
  }
  return largest;
}

/** Ends a benchmark whose contenders do not agree. */
export function mustAgree(what, difference, tolerance) {
  if (!(difference <= tolerance)) throw new Error(`${what}: differs by ${difference}, above ${tolerance}.`);
}
