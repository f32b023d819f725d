import type { Expression } from '../equation/expression.js';
import type { Flow, Stock, Variable } from '../model.js';
import type { CanonicalName } from '../names/canonical-name.js';
import { canonicalName } from '../names/canonical-name.js';
import type { Span } from '../source/source-text.js';
import { components } from '../structure/graph.js';
import { referencesIn } from '../structure/references.js';
import { flowValue, withEquation } from './hidden-graph.js';
import type { Reporter } from './reporter.js';

interface Limit {
  readonly stock: Stock;
  /** Outflows that take their share before this one. */
  readonly before: readonly CanonicalName[];
  readonly inflows: readonly CanonicalName[];
}

/**
 * Limits the outflows of non-negative stocks, so that none takes more than there is: each is at most the stock over DT
 * plus what flows in, less what the outflows before it take, in the order of the `<outflow>` tags. What one stock
 * loses, the next gets: nothing is made or destroyed.
 *
 * Where an inflow itself depends on the outflow within one step, it cannot count towards it: the limit is then
 * stricter, with a warning.
 *
 * @param stocks - Keys of the non-negative stocks.
 * @returns The variables with limited flows in place of the others; hidden functions stand before their flow.
 * @errors Warns non-negative-circle.
 * @source OASIS XMILE 1.0, 3.6.2 and 4.8.4; isee systems, non-negative stocks.
 */
export function limitOutflows(
  reporter: Reporter,
  variables: ReadonlyMap<CanonicalName, Variable>,
  stocks: ReadonlySet<CanonicalName>,
): readonly Variable[] {
  const limits = limitsOf(variables, stocks);
  if (limits.size === 0) return [...variables.values()];
  const circles = circlesWith(variables, limits);
  const found: Variable[] = [];
  for (const variable of variables.values()) {
    const limit = limits.get(variable.key);
    if (limit === undefined || variable.kind === 'stock' || variable.kind === 'graphical') {
      found.push(variable);
      continue;
    }
    const own = circles.get(variable.key);
    const inflows = limit.inflows.filter((key) => own === undefined || circles.get(key) !== own);
    if (inflows.length < limit.inflows.length)
      reporter.warning(
        'non-negative-circle',
        variable.span,
        `\`${variable.name}\` is limited by what \`${limit.stock.name}\` holds alone: what flows in depends on it.`,
        {
          variable: variable.name,
          hint: 'Remove `<non_negative/>` from the stock where the limit is not wanted.',
        },
      );
    const flow: Flow = { ...variable, kind: 'flow' };
    const value = flowValue(flow, (hidden) => found.push(hidden));
    found.push(withEquation(flow, limited(limit, inflows, value, variables)));
  }
  return found;
}

function limitsOf(
  variables: ReadonlyMap<CanonicalName, Variable>,
  stocks: ReadonlySet<CanonicalName>,
): ReadonlyMap<CanonicalName, Limit> {
  const limits = new Map<CanonicalName, Limit>();
  for (const stock of variables.values()) {
    if (stock.kind !== 'stock' || !stocks.has(stock.key)) continue;
    const before: CanonicalName[] = [];
    for (const { key } of stock.outflows) {
      if (!limits.has(key))
        limits.set(key, { stock, before: [...before], inflows: stock.inflows.map((flow) => flow.key) });
      before.push(key);
    }
  }
  return limits;
}

/** For each variable in a circle that the limits would close: the number of its circle. */
function circlesWith(
  variables: ReadonlyMap<CanonicalName, Variable>,
  limits: ReadonlyMap<CanonicalName, Limit>,
): ReadonlyMap<CanonicalName, number> {
  const keys = [...variables.keys()];
  const indexOf = new Map(keys.map((key, index) => [key, index]));
  const edges = keys.map((key): readonly number[] => {
    const variable = variables.get(key);
    if (variable === undefined || variable.kind === 'stock' || variable.kind === 'graphical') return [];
    const limit = limits.get(key);
    const needed = referencesIn(variable.equation).flatMap(({ initial, later, key: other }) =>
      initial || later || variables.get(other)?.kind === 'stock' ? [] : [other],
    );
    return [...needed, ...(limit?.inflows ?? []), ...(limit?.before ?? [])].flatMap(
      (other) => indexOf.get(other) ?? [],
    );
  });
  const circles = new Map<CanonicalName, number>();
  const found = components(keys.length, (node) => edges[node] ?? [], keys.keys());
  for (const [number, component] of found.entries()) {
    if (component.length < 2) continue;
    for (const node of component) {
      const key = keys[node];
      if (key !== undefined) circles.set(key, number);
    }
  }
  return circles;
}

/** MIN(MAX(0, stock / DT + inflows - earlier outflows), value) */
function limited(
  { stock, before }: Limit,
  inflows: readonly CanonicalName[],
  value: Expression,
  variables: ReadonlyMap<CanonicalName, Variable>,
): Expression {
  const { span } = value;
  const name = (key: CanonicalName): Expression => ({
    kind: 'name',
    written: variables.get(key)?.name ?? key,
    key,
    span,
  });
  const join = (operator: '+' | '-' | '/', left: Expression, right: Expression): Expression => ({
    kind: 'binary',
    operator,
    left,
    right,
    span,
  });
  const held = join('/', name(stock.key), name(canonicalName('dt')));
  const filled = inflows.reduce((sum, key) => join('+', sum, name(key)), held);
  const left = before.reduce((sum, key) => join('-', sum, name(key)), filled);
  const least = call('MAX', [{ kind: 'number', value: 0, span }, left], span);
  return call('MIN', [least, value], span);
}

function call(written: string, operands: readonly Expression[], span: Span): Expression {
  return { kind: 'call', written, key: canonicalName(written), arguments: operands, span };
}
