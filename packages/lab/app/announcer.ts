/** Time between announcements, so that a screen reader can finish. */
const PAUSE_MILLISECONDS = 1_000;

/** Says texts one at a time: the latest wins, and none comes within a second of the last. */
export function announcer(say: (text: string) => void): (text: string) => void {
  let last = Number.NEGATIVE_INFINITY;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return (text) => {
    if (waiting !== undefined) clearTimeout(waiting);
    const pause = Math.max(0, last + PAUSE_MILLISECONDS - performance.now());
    waiting = setTimeout(() => {
      waiting = undefined;
      last = performance.now();
      say(text);
    }, pause);
  };
}
