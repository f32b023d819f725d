import type { Lane, TaskEnded } from './lane.js';
import type { FromWorker, ToWorker } from './messages.js';

/** What a lane in a worker needs. */
export interface WorkerLaneParts {
  readonly make: () => Worker;
  /** What takes over where no worker ever answered: some surroundings have none. */
  readonly instead: () => Lane;
}

/**
 * A lane in a worker. A worker that crashes settles what it was doing as a fault and is made anew; one that fails
 * before it ever answered is given up, and all goes to the lane that stands in.
 */
export function workerLane({ make, instead }: WorkerLaneParts): Lane {
  const programs = new Map<string, string>();
  let standIn: Lane | undefined;
  let worker: Worker | undefined;
  let current: { readonly id: number; readonly settle: (ended: TaskEnded) => void } | undefined;
  let task: Parameters<Lane['do']>[0] | undefined;
  let hasAnswered = false;
  let lastId = 0;

  const finish = (ended: TaskEnded): void => {
    const waiting = current;
    current = undefined;
    waiting?.settle(ended);
  };
  const standingIn = (): Lane => {
    if (standIn !== undefined) return standIn;
    const lane = instead();
    for (const [key, text] of programs) lane.take(key, text);
    standIn = lane;
    return lane;
  };
  const fail = (message: string): void => {
    worker?.terminate();
    worker = undefined;
    if (hasAnswered || task === undefined) finish({ ok: false, fault: { message, diagnostics: [] } });
    else standingIn().do(task).then(finish);
  };
  const hear = ({ data }: MessageEvent<FromWorker>): void => {
    if (data.id !== current?.id) return;
    hasAnswered = true;
    if (data.kind === 'fault') finish({ ok: false, fault: data.fault });
    else finish({ ok: true, answer: data.answer, milliseconds: data.milliseconds });
  };
  const started = (): Worker => {
    if (worker !== undefined) return worker;
    const fresh = make();
    worker = fresh;
    fresh.addEventListener('message', hear);
    fresh.addEventListener('error', (event) => fail(event.message || 'A background worker stopped.'));
    fresh.addEventListener('messageerror', () => fail('A message of a background worker was lost.'));
    for (const [key, text] of programs) fresh.postMessage(programMessage(key, text));
    return fresh;
  };

  return {
    take(key, text) {
      programs.set(key, text);
      if (standIn !== undefined) standIn.take(key, text);
      else worker?.postMessage(programMessage(key, text));
    },
    do(wanted) {
      if (standIn !== undefined) return standIn.do(wanted);
      lastId += 1;
      const id = lastId;
      task = wanted;
      return new Promise((settle) => {
        current = { id, settle };
        try {
          const message: ToWorker = { kind: 'task', id, task: wanted };
          started().postMessage(message);
        } catch (error) {
          fail(String(error));
        }
      });
    },
    end() {
      worker?.terminate();
      worker = undefined;
      standIn?.end();
      finish({ ok: false, fault: { message: 'The lab ended this work.', diagnostics: [] } });
    },
  };
}

function programMessage(key: string, text: string): ToWorker {
  return { kind: 'program', key, text };
}
