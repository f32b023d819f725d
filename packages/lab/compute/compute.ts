import { chunksOf, isBatch, isPaired, joinedBatch, joinedPaired } from './chunks.js';
import type { TaskFault } from './messages.js';
import type { Pool } from './pool.js';
import type { Answer, BatchAnswer, BatchTask, PairedAnswer, PairedTask, ProgramKey, Task } from './task.js';

/** What a request came to; `superseded` where a newer one of its channel took its place. */
export type Finished<A extends Answer> =
  | { readonly kind: 'done'; readonly answer: A }
  | { readonly kind: 'failed'; readonly fault: TaskFault }
  | { readonly kind: 'superseded' };

/** How a request is done. */
export interface RequestOptions<A extends Answer> {
  /** Rows of a chunk: near 50 ms of work. All at once unless given. */
  readonly chunkRows?: number;
  /** Lower goes first: 0 for what a person waits for, 1 for draws, 2 for what may come later. 0 unless given. */
  readonly urgency?: number;
  /** Hears of each chunk, in the order of rows: one that ends early waits for those before it. */
  readonly onPart?: (part: A, rows: number) => void;
}

/** The lab's computing: typed requests, done in workers. */
export interface Compute {
  /** Makes a program known by its key. */
  take(key: ProgramKey, text: string): void;
  /**
   * Does a task in chunks. The latest request of a channel wins: what is left of an earlier one is not done, and its
   * answer is `superseded`. The answer is the same for any number of workers and any size of chunks.
   */
  batch(
    channel: string,
    task: BatchTask,
    options?: RequestOptions<BatchAnswer>,
  ): Promise<Finished<BatchAnswer>>;
  /** The same for paired draws. */
  paired(
    channel: string,
    task: PairedTask,
    options?: RequestOptions<PairedAnswer>,
  ): Promise<Finished<PairedAnswer>>;
  /** Gives up what a channel is doing. */
  cancel(channel: string): void;
  end(): void;
}

/** Computing over a pool. */
export function computeOver(pool: Pool): Compute {
  const channels = new Map<string, AbortController>();
  const cancel = (channel: string): void => {
    channels.get(channel)?.abort();
    channels.delete(channel);
  };

  async function request<A extends Answer>(
    channel: string,
    task: Task,
    { chunkRows = Number.POSITIVE_INFINITY, urgency = 0, onPart }: RequestOptions<A>,
    { is, join }: Kind<A>,
  ): Promise<Finished<A>> {
    cancel(channel);
    const start = performance.now();
    const controller = new AbortController();
    const { signal } = controller;
    channels.set(channel, controller);
    const chunks = chunksOf(task, chunkRows);
    const running = chunks.map((chunk) => pool.do(chunk, { urgency, signal }));
    const answers: A[] = [];
    for (const [index, chunk] of running.entries()) {
      const ended = await chunk;
      if (signal.aborted) return { kind: 'superseded' };
      if (!ended.ok) {
        cancel(channel);
        return { kind: 'failed', fault: ended.fault };
      }
      if (!is(ended.answer)) throw new TypeError('A task was answered with another kind of answer.');
      answers.push(ended.answer);
      onPart?.(ended.answer, chunks[index]?.rows ?? 0);
    }
    if (channels.get(channel) === controller) channels.delete(channel);
    performance.measure(`weir ${channel}`, { start, detail: { rows: task.rows } });
    return { kind: 'done', answer: join(answers) };
  }

  return {
    take: (key, text) => pool.take(key, text),
    batch: (channel, task, options = {}) =>
      request(channel, task, options, { is: isBatch, join: joinedBatch }),
    paired: (channel, task, options = {}) =>
      request(channel, task, options, { is: isPaired, join: joinedPaired }),
    cancel,
    end: () => pool.end(),
  };
}

/** One kind of answer. */
interface Kind<A extends Answer> {
  readonly is: (answer: Answer) => answer is A;
  readonly join: (answers: readonly A[]) => A;
}
