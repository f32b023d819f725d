import type { ExecutionProgress } from '@weir/study';
import type { Io } from '../io.js';

const QUIET_MS = 1000;
const REDRAW_MS = 200;
const CLEAR = '\r\u001b[K';

/** One line on a terminal that says how far work is; silent elsewhere and for work of under a second. */
export interface Progress {
  report(progress: Omit<ExecutionProgress, 'time'> & Partial<ExecutionProgress>): void;
  /** Clears the line. */
  end(): void;
}

/** Starts the clock of a piece of work. */
export function startProgress(io: Io): Progress {
  const begun = io.now();
  let drawn: number | undefined;
  return {
    report: ({ runsDone, runs }) => {
      const now = io.now();
      if (!io.errIsTerminal || now - begun < QUIET_MS) return;
      if (drawn !== undefined && now - drawn < REDRAW_MS) return;
      drawn = now;
      io.err(`${CLEAR}${runsDone} of ${runs} runs done${timeLeft(now - begun, runsDone, runs)}`);
    },
    end: () => {
      if (drawn !== undefined) io.err(CLEAR);
    },
  };
}

function timeLeft(elapsedMs: number, done: number, all: number): string {
  if (done === 0) return '';
  return `, about ${Math.max(1, Math.ceil(((elapsedMs / done) * (all - done)) / 1000))} s left`;
}
