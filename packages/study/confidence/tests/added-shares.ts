import type { CanonicalName, Expression, Variable } from '@weir/model';
import { partsOf, printExpression, subexpressions } from '@weir/model';
import type { ConfidenceContext } from '../confidence-context.js';
import { type ConfidenceTest, counted, judged, notApplicable, shown } from '../confidence-test.js';
import { type ShareOf, type ShareRange, shareRange } from '../share-terms.js';

/** Whether sums of shares that divide a quantity stay between nothing and the whole. */
export const addedShares: ConfidenceTest = {
  id: 'added-shares',
  title: 'Added shares stay between nothing and the whole',
  family: 'structure',
  limits:
    'Shares are taken to vary freely within their ranges, from 0 to 1 where the file gives none. Where something outside the equation keeps their sum below 1, the finding says only that the equation does not.',
  source: 'Forrester and Senge 1980, extreme conditions, on single equations',
  run(context) {
    const terms = factors(context);
    if (terms.length === 0) return notApplicable('No quantity is multiplied by a sum of shares.');
    const outside = terms.filter(({ range }) => range.high > 1 + ROUNDING || range.low < -ROUNDING);
    const places = [...new Set(outside.map(({ shares }) => shares))].flatMap((shares) => {
      const group = outside.filter((one) => one.shares === shares);
      const [first] = group;
      if (first === undefined) return [];
      const others = group
        .filter(({ variable }) => variable !== first.variable)
        .map(({ variable }) => variable);
      const low = Math.min(...group.map(({ range }) => range.low));
      const high = Math.max(...group.map(({ range }) => range.high));
      const limits = [
        ...(high > 1 + ROUNDING ? [`above the whole (up to ${shown(high)})`] : []),
        ...(low < -ROUNDING ? [`below zero (down to ${shown(low)})`] : []),
      ];
      const also = others.length === 0 ? '' : ` So do ${others.map(({ name }) => `\`${name}\``).join(', ')}.`;
      const message = `\`${first.variable.name}\` takes \`${printExpression(first.term)}\` of a quantity, which can go ${limits.join(' and ')}.${also}`;
      const all = group.map(({ variable }) => context.at(variable, message));
      const documented = [...new Set(all.flatMap((place) => place.documented))];
      return [{ ...context.at(first.variable, message), documented }];
    });
    return judged(places, {
      done: `${counted(terms.length, 'product')} with a sum of shares ${terms.length === 1 ? 'was' : 'were'} evaluated with each share at the ends of its range.`,
      found:
        places.length === 0
          ? 'All sums stay between 0 and 1.'
          : `${counted(places.length, 'sum')} of shares can leave 0 to 1.`,
      numbers: [{ label: 'products with a sum of shares', value: terms.length }],
    });
  },
};

/** Beyond what adding up rounds. */
const ROUNDING = 1e-9;

interface Factor {
  readonly variable: Variable;
  readonly term: Expression;
  readonly range: ShareRange;
  /** Names in the term, in order: terms of the same shares are told together. */
  readonly shares: string;
}

function factors(context: ConfidenceContext): readonly Factor[] {
  const units = context.units();
  const shareOf = sharesOf(context);
  return [...context.model.variables.values()].flatMap((variable) => {
    if (variable.kind === 'graphical' || variable.kind === 'stock') return [];
    const { equation } = variable;
    const inner = new Set(subexpressions(equation).flatMap((term) => (isProduct(term) ? partsOf(term) : [])));
    const products = subexpressions(equation).filter((term) => isProduct(term) && !inner.has(term));
    return products.flatMap((product) => {
      const { terms, number } = productOf(product);
      return terms.flatMap((term, place) => {
        const others = terms.filter((_, other) => other !== place);
        const isQuantity = others.some((other) => (units.ofTerm(other)?.size ?? 0) > 0);
        const range = isQuantity ? shareRange(term, shareOf) : undefined;
        if (range === undefined) return [];
        const names = subexpressions(term).flatMap((one) => (one.kind === 'name' ? [one.key] : []));
        const scaled = { low: range.low * number, high: range.high * number };
        return [{ variable, term, range: scaled, shares: [...new Set(names)].sort().join(' ') }];
      });
    });
  });
}

function isProduct(term: Expression): boolean {
  return (
    term.kind === 'binary' &&
    (term.operator === '*' || (term.operator === '/' && term.right.kind === 'number'))
  );
}

/** The factors of a product, numbers multiplied. */
function productOf(term: Expression): { readonly terms: readonly Expression[]; readonly number: number } {
  if (term.kind === 'number') return { terms: [], number: term.value };
  if (term.kind !== 'binary' || !isProduct(term)) return { terms: [term], number: 1 };
  const [left, right] = [productOf(term.left), productOf(term.right)];
  const number = term.operator === '*' ? left.number * right.number : left.number / right.number;
  return { terms: [...left.terms, ...right.terms], number };
}

/** Where variables lie that are shares: without a unit, and from 0 to 1 by range, and all through the run. */
function sharesOf(context: ConfidenceContext): ShareOf {
  const run = context.baseRun();
  const known = new Map<CanonicalName, ShareRange | undefined>();
  const judge = (key: CanonicalName): ShareRange | undefined => {
    const slot = context.slotOf(key);
    const dimension = context.units().of(key);
    if (slot === undefined || dimension === undefined || dimension.size > 0) return undefined;
    const { min = 0, max = 1 } = context.model.variables.get(key)?.range ?? {};
    const isInside = (value: number) => value >= 0 && value <= 1;
    const values =
      run.status === 'failed'
        ? [context.start()[slot] ?? Number.NaN]
        : [...run.times.keys()].map((moment) => run.value(slot, moment));
    return isInside(min) && isInside(max) && values.every(isInside) ? { low: min, high: max } : undefined;
  };
  return (key) => {
    if (!known.has(key)) known.set(key, judge(key));
    return known.get(key);
  };
}
