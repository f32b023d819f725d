import type { CanonicalName, Expression } from '@weir/model';
import { printExpression, subexpressions } from '@weir/model';

/** Most shares in a term whose corners are tried: 4,096 of them. */
const MOST = 12;

/** Where a share, or a term made of shares, can lie. */
export interface ShareRange {
  readonly low: number;
  readonly high: number;
}

/** Where a variable lies between 0 and 1; nothing where it is no share. */
export type ShareOf = (key: CanonicalName) => ShareRange | undefined;

type Symbols = Map<string, ShareRange>;

/** Numbers that a term needs, by the text of its parts. */
type Corner = ReadonlyMap<string, number>;

/**
 * Where a term of shares can lie: sums, differences, products, means, MIN and MAX of shares. Its extremes are at the
 * corners, since such a term is linear in each share.
 *
 * @param shareOf - Where a variable lies, if it is a share.
 * @returns Nothing for terms with other parts, or without a sum of two shares.
 */
export function shareRange(term: Expression, shareOf: ShareOf): ShareRange | undefined {
  const symbols: Symbols = new Map();
  if (!collect(term, shareOf, symbols) || symbols.size < 2 || symbols.size > MOST) return undefined;
  if (!subexpressions(term).some(addsShares)) return undefined;
  const names = [...symbols];
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let corner = 0; corner < 2 ** names.length; corner += 1) {
    const values = new Map(
      names.map(([name, range], bit) => [
        name,
        Math.floor(corner / 2 ** bit) % 2 === 0 ? range.low : range.high,
      ]),
    );
    const value = valueAt(term, values);
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return { low, high };
}

/** Whether two terms that both hold names are added or subtracted. */
function addsShares(term: Expression): boolean {
  if (term.kind !== 'binary' || (term.operator !== '+' && term.operator !== '-')) return false;
  const holdsName = (part: Expression) => subexpressions(part).some(({ kind }) => kind === 'name');
  return holdsName(term.left) && holdsName(term.right);
}

/** Notes the shares of a term; whether it is made of nothing else. */
function collect(term: Expression, shareOf: ShareOf, symbols: Symbols): boolean {
  const within = (part: Expression) => collect(part, shareOf, symbols);
  switch (term.kind) {
    case 'number':
      return true;
    case 'name':
      return noted(symbols, term.key, shareOf(term.key));
    case 'unary':
      return term.operator !== 'not' && within(term.operand);
    case 'binary':
      if (term.operator === '/') return term.right.kind === 'number' && within(term.left);
      return ['+', '-', '*'].includes(term.operator) && within(term.left) && within(term.right);
    case 'call': {
      if (isClamp(term)) {
        return noted(symbols, printExpression(term), { low: 0, high: 1 });
      }
      return (term.key === 'min' || term.key === 'max') && term.arguments.every(within);
    }
    default:
      return false;
  }
}

function noted(symbols: Symbols, name: string, range: ShareRange | undefined): boolean {
  if (range !== undefined) symbols.set(name, range);
  return range !== undefined;
}

/** `MIN(MAX(x, 0), 1)` or the other way round: between 0 and 1 whatever x is. */
function isClamp(term: Expression): boolean {
  const bound = (call: Expression, key: string, limit: number): Expression | undefined => {
    if (call.kind !== 'call' || call.key !== key || call.arguments.length !== 2) return undefined;
    const others = call.arguments.filter((one) => !(one.kind === 'number' && one.value === limit));
    return others.length === 1 ? others[0] : undefined;
  };
  const high = bound(term, 'min', 1);
  const low = bound(term, 'max', 0);
  return (
    (high !== undefined && bound(high, 'max', 0) !== undefined) ||
    (low !== undefined && bound(low, 'min', 1) !== undefined)
  );
}

function valueAt(term: Expression, corner: Corner): number {
  switch (term.kind) {
    case 'number':
      return term.value;
    case 'name':
      return corner.get(term.key) ?? Number.NaN;
    case 'unary':
      return (term.operator === '-' ? -1 : 1) * valueAt(term.operand, corner);
    case 'binary': {
      const [left, right] = [valueAt(term.left, corner), valueAt(term.right, corner)];
      if (term.operator === '+') return left + right;
      if (term.operator === '-') return left - right;
      return term.operator === '*' ? left * right : left / right;
    }
    case 'call': {
      const known = corner.get(printExpression(term));
      if (known !== undefined) return known;
      const values = term.arguments.map((one) => valueAt(one, corner));
      return term.key === 'min' ? Math.min(...values) : Math.max(...values);
    }
    default:
      return Number.NaN;
  }
}
