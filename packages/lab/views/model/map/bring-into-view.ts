/** Scrolls a window so that a point of its content is in the middle, where it is not well inside already. */
export function bringIntoView(window: HTMLElement | null, x: number, y: number): void {
  if (window === null) return;
  const { scrollLeft, scrollTop, clientWidth, clientHeight } = window;
  const isInside = (at: number, from: number, length: number) => at > from + 80 && at < from + length - 80;
  if (isInside(x, scrollLeft, clientWidth) && isInside(y, scrollTop, clientHeight)) return;
  window.scrollTo(x - clientWidth / 2, y - clientHeight / 2);
}
