/**
 * What one request gets of a supply that is shared by priority. Each request is spread evenly over priorities from
 * `width / 2` below its own to as much above; the supply goes to the highest first, down to one priority for all.
 *
 * @param index - Which request, from 1.
 * @param width - Spread of each request; with 0, a higher priority is served in full first.
 * @param both - Requests and priorities, one list after the other: shape `[2 k]`. Requests below 0 count as 0.
 * @source Vensim, ALLOCATE BY PRIORITY.
 * @example allocateByPriority(1, 0, 6, [4, 4, 2, 1]) // 4
 */
export function allocateByPriority(
  index: number,
  width: number,
  supply: number,
  both: readonly number[],
): number {
  const count = both.length / 2;
  if (Number.isNaN(width) || Number.isNaN(supply) || both.some(Number.isNaN)) return Number.NaN;
  const requests = both.slice(0, count).map((request) => Math.max(0, request));
  const priorities = both.slice(count);
  const own = Math.round(index) - 1;
  const request = requests[own];
  const priority = priorities[own];
  if (request === undefined || priority === undefined) return Number.NaN;

  if (width <= 0) return shareWithoutSpread(request, priority, supply, requests, priorities);

  const half = width / 2;
  /** Share of a request that lies above a level of priority. */
  const shareAbove = (its: number, level: number): number =>
    Math.min(1, Math.max(0, (its + half - level) / width));
  const total = (level: number): number =>
    requests.reduce((sum, its, at) => sum + its * shareAbove(priorities[at] ?? 0, level), 0);

  // Between two neighbouring levels all shares change evenly.
  const levels = [...new Set(priorities.flatMap((its) => [its + half, its - half]))].sort((a, b) => b - a);
  const available = Math.max(0, supply);
  let upper = Number.POSITIVE_INFINITY;
  let givenAbove = 0;
  for (const level of levels) {
    const given = total(level);
    if (given > available) {
      const part = (available - givenAbove) / (given - givenAbove);
      const [most, least] = [shareAbove(priority, level), shareAbove(priority, upper)];
      return request * (least + part * (most - least));
    }
    upper = level;
    givenAbove = given;
  }
  return request;
}

/** Strict order: what is left after all higher priorities, in proportion among equals. */
function shareWithoutSpread(
  request: number,
  priority: number,
  supply: number,
  requests: readonly number[],
  priorities: readonly number[],
): number {
  const wanted = (which: (its: number) => boolean): number =>
    requests.reduce((sum, its, at) => (which(priorities[at] ?? 0) ? sum + its : sum), 0);
  const left = Math.max(0, supply - wanted((its) => its > priority));
  const equals = wanted((its) => its === priority);
  return equals <= left ? request : (request * left) / equals;
}
