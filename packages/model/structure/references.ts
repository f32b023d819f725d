import { BUILTINS, builtinNamed } from '../equation/builtin-signature.js';
import type { Expression } from '../equation/expression.js';
import { partsOf } from '../equation/subexpressions.js';
import type { CanonicalName } from '../names/canonical-name.js';
import type { Span } from '../source/source-text.js';

/** A name in an equation: a variable, a built-in or a graphical function, as yet unresolved. */
export interface Reference {
  readonly key: CanonicalName;
  readonly written: string;
  readonly span: Span;
  /** Number of arguments of a call; absent where the name stands alone. */
  readonly arguments?: number;
  /** Whether it stands in the argument of INIT, so that only its initial value counts. */
  readonly initial: boolean;
  /** Whether it bears on later values only, as the input of SMTH1 does: not needed at the same time. */
  readonly later: boolean;
  /** Whether it is not needed at the first time either, as where SMTH1 is given an initial value. */
  readonly replaced: boolean;
  /** Whether it names a graphical function for LOOKUP: no value is needed. */
  readonly graph: boolean;
}

type Standing = Pick<Reference, 'initial' | 'later' | 'replaced' | 'graph'>;

/** Built-ins whose first argument is the name of a graphical function. */
const LOOKUPS: ReadonlySet<string> = new Set([
  'lookup',
  'lookup_extrapolate',
  'lookup_forward',
  'lookup_backward',
]);

/** Every name in an equation, in the order written. */
export function referencesIn(expression: Expression): readonly Reference[] {
  const found: Reference[] = [];
  const waiting: { readonly node: Expression; readonly standing: Standing }[] = [
    { node: expression, standing: { initial: false, later: false, replaced: false, graph: false } },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, standing } = next;
    if (node.kind === 'name')
      found.push({ key: node.key, written: node.written, span: node.span, ...standing });
    if (node.kind === 'call')
      found.push({
        key: node.key,
        written: node.written,
        // The name alone: a message about it should not underline its arguments.
        span: { start: node.span.start, end: Math.min(node.span.end, node.span.start + node.written.length) },
        arguments: node.arguments.length,
        ...standing,
        graph: false,
      });
    const parts = partsOf(node);
    for (let place = parts.length - 1; place >= 0; place -= 1) {
      const part = parts[place];
      if (part === undefined) continue;
      waiting.push({ node: part, standing: node.kind === 'call' ? within(node, place, standing) : standing });
    }
  }
  return found;
}

/** How an argument of a call stands, given how the call does. */
function within(
  { key, arguments: operands }: Extract<Expression, { kind: 'call' }>,
  place: number,
  standing: Standing,
): Standing {
  const builtin = builtinNamed(key);
  const dynamics = builtin === undefined ? undefined : BUILTINS[builtin].dynamics;
  const { now, initial } = dynamics ?? {};
  return {
    initial: standing.initial || builtin === 'init',
    later: standing.later || (builtin !== 'init' && now !== undefined && !now.includes(place)),
    replaced: standing.replaced || (place === 0 && initial !== undefined && operands.length > initial),
    graph: place === 0 && LOOKUPS.has(key),
  };
}
