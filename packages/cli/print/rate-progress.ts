import type { Io } from '../io.js';

const QUIET_MS = 1000;
const REDRAW_MS = 200;
const CLEAR = '\r\u001b[K';

/** One line on a terminal that says how far much work is, how fast it goes and how long it will take. */
export interface RateProgress {
  report(done: number, all: number): void;
  /** Clears the line. */
  end(): void;
}

/** Starts the clock. What is done at the first report was done before, and does not count for the rate. */
export function startRateProgress(io: Io): RateProgress {
  const begun = io.now();
  let before: number | undefined;
  let drawn: number | undefined;
  return {
    report(done, all) {
      before ??= done;
      const elapsed = io.now() - begun;
      if (!io.errIsTerminal || elapsed < QUIET_MS) return;
      if (drawn !== undefined && elapsed - drawn < REDRAW_MS) return;
      drawn = elapsed;
      io.err(
        `${CLEAR}${counted(done)} of ${counted(all)} runs${rateText(done - before, all - done, elapsed)}`,
      );
    },
    end() {
      if (drawn !== undefined) io.err(CLEAR);
    },
  };
}

function rateText(made: number, left: number, elapsedMs: number): string {
  if (made <= 0) return '';
  const rate = (made / elapsedMs) * 1000;
  const shown = rate >= 10 ? counted(Math.round(rate)) : rate.toPrecision(2);
  return `, ${shown} a second, about ${timeText(left / rate)} left`;
}

/** A time to wait, in the largest unit that leaves two digits. */
function timeText(seconds: number): string {
  if (seconds < 100) return `${Math.max(1, Math.ceil(seconds))} s`;
  if (seconds < 6000) return `${Math.ceil(seconds / 60)} min`;
  return `${Math.ceil(seconds / 3600)} h`;
}

/** A whole number with commas between thousands. */
export function counted(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}
