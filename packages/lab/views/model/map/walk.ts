import { centreOf, type Scene } from '@weir/figures';

/** Where an arrow key leads. */
export type Way = 'left' | 'right' | 'up' | 'down';

interface Place {
  readonly key: string;
  readonly x: number;
  readonly y: number;
}

/**
 * The stock to which an arrow key leads from a variable: the nearest one that lies more in that direction than across
 * it. Stays where there is none.
 */
export function stockTowards(scene: Scene, from: string, way: Way): string {
  const start = places(scene).find(({ key }) => key === from) ?? places(scene)[0];
  if (start === undefined) return from;
  const sign = way === 'left' || way === 'up' ? -1 : 1;
  const isLevel = way === 'left' || way === 'right';
  let best: { key: string; cost: number } | undefined;
  for (const { key, x, y } of stocksOf(scene)) {
    const along = sign * (isLevel ? x - start.x : y - start.y);
    const across = Math.abs(isLevel ? y - start.y : x - start.x);
    if (key === start.key || along <= 0 || across > along * 1.5) continue;
    const cost = along + 2 * across;
    if (best === undefined || cost < best.cost) best = { key, cost };
  }
  return best?.key ?? start.key;
}

/**
 * The next flow at a stock, or the next at the same valve's stocks: `[` goes back and `]` on through a round of them.
 *
 * @param round - Flows of the stock, in the order of the file.
 */
export function flowBeside(round: readonly string[], from: string, step: 1 | -1): string | undefined {
  if (round.length === 0) return undefined;
  const at = round.indexOf(from);
  if (at < 0) return step === 1 ? round[0] : round[round.length - 1];
  return round[(at + step + round.length) % round.length];
}

function stocksOf(scene: Scene): readonly Place[] {
  return scene.nodes
    .filter(({ kind }) => kind === 'stock')
    .map(({ variable, outline }) => ({ key: variable, ...centreOf(outline) }));
}

function places(scene: Scene): readonly Place[] {
  return [
    ...stocksOf(scene),
    ...scene.nodes
      .filter(({ kind }) => kind !== 'stock')
      .map(({ variable, outline }) => ({ key: variable, ...centreOf(outline) })),
    ...scene.flows.map(({ variable, valve }) => ({ key: variable, ...valve })),
  ];
}
