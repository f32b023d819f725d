import type { CanonicalName } from '../names/canonical-name.js';
import type { Around, OwnIndex } from './around.js';
import { elementAt } from './axis.js';
import type { Range } from './dimension-table.js';
import { mapped } from './dimension-table.js';

/**
 * The element of a range that its name stands for in an equation: that of the same range on the left-hand side, or the
 * one which a mapping or a shared element gives.
 *
 * @param occurrence - How often the name stood before in the same brackets.
 * @source OASIS XMILE 1.0, 3.7.1; Vensim, subscript mapping.
 */
export function currentElement(
  range: Range,
  { own, axes }: Pick<Around, 'own' | 'axes'>,
  occurrence = 0,
): CanonicalName | undefined {
  const same = own.filter((index) => index.range === range);
  const declared = own.filter((index) => index.declared === range);
  const direct = same[occurrence] ?? same[0] ?? declared[occurrence] ?? declared[0];
  if (direct !== undefined) return direct.element;
  const loop = axes.find((axis) => axis.named && axis.range === range);
  if (loop !== undefined) return elementAt(loop, loop.at);
  return (
    first(own, ({ range: left, element }) => mapped(left, element, range)) ??
    first(own, ({ declared: left, element }) => mapped(left, element, range)) ??
    first(own, ({ element }) => (range.positionOf.has(element) ? element : undefined))
  );
}

function first(
  own: readonly OwnIndex[],
  find: (index: OwnIndex) => CanonicalName | undefined,
): CanonicalName | undefined {
  for (const index of own) {
    const found = find(index);
    if (found !== undefined) return found;
  }
  return undefined;
}
