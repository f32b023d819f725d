import { useEffect, useState } from 'react';
import { useLab } from '../app/lab-context.js';
import type { TaskFault } from './messages.js';
import { emptyTable, type PairedTable, withChunk } from './paired-table.js';
import type { BatchAnswer, BatchTask, PairedTask } from './task.js';

/** What a hook knows of a request. */
export interface Asked<R> {
  /** The last result that is there; of other inputs than those of now where {@link isOld}. */
  readonly result: R | undefined;
  /** Whether the inputs have changed since. */
  readonly isOld: boolean;
  /** Whether the workers are at it. */
  readonly isBusy: boolean;
  readonly fault: TaskFault | undefined;
  /** Asks again, after a fault. */
  readonly retry: () => void;
}

/** How a hook asks. */
export interface AskOptions {
  readonly chunkRows?: number;
  readonly urgency?: number;
  /** Milliseconds that the inputs must have stood still before it is asked; 0 unless given. */
  readonly delay?: number;
}

/** A result with the task it is of. */
interface Held<T, R> {
  readonly task: T;
  readonly result: R;
}

/**
 * Asks for paired draws and gives the table as it grows. While a new task has no rows yet, the last table stays, as old.
 *
 * @param task - Made with `useMemo`: another object is another task. Undefined asks for nothing.
 */
export function usePaired(
  channel: string,
  task: PairedTask | undefined,
  { chunkRows, urgency, delay = 0 }: AskOptions = {},
): Asked<PairedTable> {
  const { compute } = useLab();
  const [held, setHeld] = useState<Held<PairedTask, PairedTable>>();
  const [ended, setEnded] = useState<Ended<PairedTask>>();
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: an attempt asks again for the same.
  useEffect(() => {
    if (task === undefined) return compute.cancel(channel);
    const ask = (): void => {
      let table = emptyTable(task);
      compute
        .paired(channel, task, {
          ...(chunkRows === undefined ? {} : { chunkRows }),
          ...(urgency === undefined ? {} : { urgency }),
          onPart: (part, rows) => {
            table = withChunk(table, part, rows);
            setHeld({ task, result: table });
          },
        })
        .then((finished) => {
          if (finished.kind === 'superseded') return;
          setEnded({ task, fault: finished.kind === 'failed' ? finished.fault : undefined });
        });
    };
    if (delay === 0) ask();
    const waiting = delay === 0 ? undefined : setTimeout(ask, delay);
    return () => {
      clearTimeout(waiting);
      compute.cancel(channel);
    };
  }, [compute, channel, task, chunkRows, urgency, delay, attempt]);

  return asked(task, held, ended, () => setAttempt((count) => count + 1));
}

/** The same for a batch; its answer comes as a whole. */
export function useBatch(
  channel: string,
  task: BatchTask | undefined,
  { chunkRows, urgency }: AskOptions = {},
): Asked<BatchAnswer> {
  const { compute } = useLab();
  const [held, setHeld] = useState<Held<BatchTask, BatchAnswer>>();
  const [ended, setEnded] = useState<Ended<BatchTask>>();
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: an attempt asks again for the same.
  useEffect(() => {
    if (task === undefined) return compute.cancel(channel);
    const options = {
      ...(chunkRows === undefined ? {} : { chunkRows }),
      ...(urgency === undefined ? {} : { urgency }),
    };
    compute.batch(channel, task, options).then((finished) => {
      if (finished.kind === 'superseded') return;
      if (finished.kind === 'done') setHeld({ task, result: finished.answer });
      setEnded({ task, fault: finished.kind === 'failed' ? finished.fault : undefined });
    });
    return () => compute.cancel(channel);
  }, [compute, channel, task, chunkRows, urgency, attempt]);

  return asked(task, held, ended, () => setAttempt((count) => count + 1));
}

interface Ended<T> {
  readonly task: T;
  readonly fault: TaskFault | undefined;
}

function asked<T, R>(
  task: T | undefined,
  held: Held<T, R> | undefined,
  ended: Ended<T> | undefined,
  retry: () => void,
): Asked<R> {
  const isEnded = ended !== undefined && ended.task === task;
  return {
    result: held?.result,
    isOld: held !== undefined && held.task !== task,
    isBusy: task !== undefined && !isEnded,
    fault: isEnded ? ended.fault : undefined,
    retry,
  };
}
