import type { Lane, TaskEnded } from './lane.js';
import type { ProgramKey, Task } from './task.js';

/** A task in the queue. */
interface Waiting {
  readonly task: Task;
  readonly order: Order;
  readonly settle: (ended: TaskEnded) => void;
}

/** Tasks that stand and fall together. Lower `urgency` numbers go first. */
export interface Order {
  readonly urgency: number;
  readonly signal: AbortSignal;
}

/** Lanes and the queue before them. */
export class Pool {
  readonly #free: Lane[];
  readonly #lanes: readonly Lane[];
  readonly #has = new Map<Lane, Set<ProgramKey>>();
  readonly #programs = new Map<ProgramKey, string>();
  #queue: readonly Waiting[] = [];

  constructor(lanes: readonly Lane[]) {
    this.#lanes = lanes;
    this.#free = [...lanes];
  }

  get width(): number {
    return this.#lanes.length;
  }

  /** Keeps a program for the lanes; each gets it before its first task that runs it. */
  take(key: ProgramKey, text: string): void {
    this.#programs.set(key, text);
  }

  /** Does a task when a lane is free. One that is given up before it began is never done. */
  do(task: Task, order: Order): Promise<TaskEnded> {
    return new Promise((settle) => {
      this.#queue = [...this.#queue, { task, order, settle }];
      this.#advance();
    });
  }

  end(): void {
    for (const lane of this.#lanes) lane.end();
  }

  #advance(): void {
    for (;;) {
      for (const { order, settle } of this.#queue) {
        if (order.signal.aborted) settle({ ok: false, fault: GIVEN_UP });
      }
      this.#queue = this.#queue.filter(({ order }) => !order.signal.aborted);
      const next = this.#queue.reduce<Waiting | undefined>(
        (best, one) => (best === undefined || one.order.urgency < best.order.urgency ? one : best),
        undefined,
      );
      const lane = next === undefined ? undefined : this.#free.pop();
      if (next === undefined || lane === undefined) return;
      this.#queue = this.#queue.filter((one) => one !== next);
      this.#hand(lane, next.task.program);
      lane.do(next.task).then((ended) => {
        this.#free.push(lane);
        next.settle(next.order.signal.aborted ? { ok: false, fault: GIVEN_UP } : ended);
        this.#advance();
      });
    }
  }

  #hand(lane: Lane, key: ProgramKey): void {
    const has = this.#has.get(lane) ?? new Set();
    this.#has.set(lane, has);
    const text = this.#programs.get(key);
    if (text === undefined || has.has(key)) return;
    lane.take(key, text);
    has.add(key);
  }
}

const GIVEN_UP = { message: 'Given up for a newer request.', diagnostics: [] } as const;
