import { builtinNamed } from '../equation/builtin-signature.js';
import type { Expression, Subscript, WrittenExpression } from '../equation/expression.js';
import type { Around } from './around.js';
import type { Axis } from './axis.js';
import { wholeAxis } from './axis.js';
import { currentElement } from './current-element.js';
import type { Range } from './dimension-table.js';
import { carriedOver } from './dimension-table.js';
import { fold } from './fold.js';
import { shownElements } from './match-parts.js';
import type { ScopedVariable } from './scope.js';
import { lookUp } from './scope.js';

type ElementNode = Extract<WrittenExpression, { kind: 'element' }>;

/** What one subscript comes to. */
export type Slot =
  /** A position in the dimension, counted from 0. */
  | { readonly kind: 'fixed'; readonly position: number }
  | { readonly kind: 'free'; readonly axis: Axis }
  /** A position, counted from 1, that only a run knows. */
  | { readonly kind: 'computed'; readonly position: Expression }
  /** No element of the dimension. */
  | { readonly kind: 'outside' };

/**
 * The axes that an element or slice leaves open: `*`, `1:3`, `name!` and, in a function over arrays, names of
 * dimensions that the equation does not have.
 */
export function freeAxes(node: ElementNode, variable: ScopedVariable, around: Around): readonly Axis[] {
  return node.subscripts.flatMap((subscript, place) => {
    const dimension = variable.dimensions[place];
    return dimension === undefined ? [] : (freeAxis(subscript, dimension, around) ?? []);
  });
}

function freeAxis(subscript: Subscript, dimension: Range, around: Around): Axis | undefined {
  switch (subscript.kind) {
    case 'all': {
      const range = subscript.of === undefined ? undefined : around.services.table.range(subscript.of);
      return range === undefined ? wholeAxis(dimension) : wholeAxis(range, true);
    }
    case 'range':
      return stretch(subscript, dimension, around);
    case 'position':
      return undefined;
    case 'expression': {
      const { expression } = subscript;
      if (!around.whole || expression.kind !== 'name' || dimension.positionOf.has(expression.key))
        return undefined;
      const range = around.services.table.range(expression.key);
      if (range === undefined) return undefined;
      const loops = { own: around.own, axes: [] };
      return currentElement(range, loops) === undefined ? wholeAxis(range, true) : undefined;
    }
  }
}

function stretch(
  { from, to }: Extract<Subscript, { kind: 'range' }>,
  dimension: Range,
  around: Around,
): Axis | undefined {
  const first = staticPosition(from, dimension, around);
  const last = staticPosition(to, dimension, around);
  const size = dimension.elements.length;
  if (first !== undefined && last !== undefined && first >= 0 && last < size && first <= last)
    return { range: dimension, from: first, size: last - first + 1, named: false };
  around.services.reporter.error(
    'unknown-subscript',
    { start: from.span.start, end: to.span.end },
    `This is no stretch of \`${dimension.name}\`, which has ${size} elements.`,
    { variable: around.owner.variable, hint: 'Write two positions or elements, the lower first: `A[1:3]`.' },
  );
  return undefined;
}

/** A position that needs no run: of an element by name, or of numbers; counted from 0. */
function staticPosition(expression: WrittenExpression, dimension: Range, around: Around): number | undefined {
  if (expression.kind === 'name') {
    const named = dimension.positionOf.get(expression.key);
    if (named !== undefined) return named;
  }
  const value = fold(around.services.flatten(expression, around));
  return value === undefined ? undefined : Math.floor(value) - 1;
}

/**
 * What each subscript of an element or slice comes to; nothing where the number of subscripts is wrong.
 *
 * @errors subscript-count, unknown-subscript; warns subscript-out-of-range.
 * @source OASIS XMILE 1.0, 3.7.1: an element's name hides a variable; positions count from 1.
 */
export function slotsOf(
  node: ElementNode,
  variable: ScopedVariable,
  around: Around,
): readonly Slot[] | undefined {
  const { dimensions, variable: written } = variable;
  const given = node.subscripts.length;
  if (given !== dimensions.length) {
    const wanted = dimensions.length === 1 ? 'one dimension' : `${dimensions.length} dimensions`;
    around.services.reporter.error(
      'subscript-count',
      node.span,
      `\`${written.name}\` has ${wanted}, but ${given === 1 ? 'one subscript' : `${given} subscripts`} here.`,
      {
        variable: around.owner.variable,
        hint: `Its dimensions are ${dimensions.map(({ name }) => `\`${name}\``).join(', ')}.`,
      },
    );
    return undefined;
  }
  const occurrences = new Map<string, number>();
  const slots: Slot[] = [];
  for (const [place, subscript] of node.subscripts.entries()) {
    const dimension = dimensions[place];
    if (dimension === undefined) continue;
    let occurrence = 0;
    if (subscript.kind === 'expression' && subscript.expression.kind === 'name') {
      const { key } = subscript.expression;
      occurrence = occurrences.get(key) ?? 0;
      occurrences.set(key, occurrence + 1);
    }
    const slot = slotOf(node, subscript, dimension, around, occurrence);
    if (slot === undefined) return undefined;
    slots.push(slot);
  }
  return slots;
}

function slotOf(
  node: ElementNode,
  subscript: Subscript,
  dimension: Range,
  around: Around,
  occurrence: number,
): Slot | undefined {
  const axis = freeAxis(subscript, dimension, around);
  if (axis !== undefined) return { kind: 'free', axis };
  if (subscript.kind === 'position') return ownPosition(node, subscript.position, dimension, around);
  if (subscript.kind !== 'expression') return undefined;
  const { expression } = subscript;
  if (expression.kind === 'name') {
    const named = namedSlot(expression, dimension, around, occurrence);
    if (named !== 'variable') return named;
  }
  const position = around.services.flatten(expression, around);
  const value = fold(position);
  if (value === undefined) return { kind: 'computed', position };
  const at = Math.floor(value) - 1;
  if (at >= 0 && at < dimension.elements.length) return { kind: 'fixed', position: at };
  around.services.reporter.warning(
    'subscript-out-of-range',
    node.span,
    `Position ${value} lies outside \`${dimension.name}\`, which has ${dimension.elements.length} elements; its value is taken as 0.`,
    { variable: around.owner.variable, hint: 'Give the elements at the edge an equation of their own.' },
  );
  return { kind: 'outside' };
}

/** `@n`: the index of the equation's own n-th dimension. */
function ownPosition(
  node: ElementNode,
  position: number,
  dimension: Range,
  around: Around,
): Slot | undefined {
  const own = around.own[position - 1];
  const element = own && carriedOver(own.declared, own.element, dimension);
  const byName = element === undefined ? undefined : dimension.positionOf.get(element);
  const at = byName ?? own?.declared.positionOf.get(own.element);
  if (at !== undefined && at < dimension.elements.length) return { kind: 'fixed', position: at };
  around.services.reporter.error(
    'unknown-subscript',
    node.span,
    `\`@${position}\` stands for no element of \`${dimension.name}\` here.`,
    {
      variable: around.owner.variable,
      hint: 'It means the index of the dimension of that number on the left-hand side.',
    },
  );
  return undefined;
}

/** A name in brackets; `'variable'` where it is none of an element or dimension. */
function namedSlot(
  { key, written, span }: Extract<WrittenExpression, { kind: 'name' }>,
  dimension: Range,
  around: Around,
  occurrence: number,
): Slot | 'variable' | undefined {
  const { table, reporter } = around.services;
  const fixed = dimension.positionOf.get(key);
  if (fixed !== undefined) return { kind: 'fixed', position: fixed };
  const fail = (message: string, hint: string): undefined => {
    reporter.error('unknown-subscript', span, message, { variable: around.owner.variable, hint });
    return undefined;
  };
  const range = table.range(key);
  if (range !== undefined) {
    const element = currentElement(range, around, occurrence);
    if (element === undefined)
      return fail(
        `\`${written}\` stands for no element here: the equation of \`${around.owner.variable}\` has no such dimension.`,
        'Name an element, or put the array into a function such as SUM.',
      );
    const carried = carriedOver(range, element, dimension);
    const position = carried === undefined ? undefined : dimension.positionOf.get(carried);
    if (position !== undefined) return { kind: 'fixed', position };
    // Two dimensions of one size, neither of which the other maps to: element by element.
    const place = range.positionOf.get(element);
    const alike =
      range.elements.length === dimension.elements.length && around.services.file.dialect === 'xmile';
    if (alike && place !== undefined) return { kind: 'fixed', position: place };
    return fail(
      `\`${element}\` of \`${range.name}\` is no element of \`${dimension.name}\`.`,
      `Elements of \`${dimension.name}\` are ${shownElements(dimension)}.`,
    );
  }
  const dot = key.lastIndexOf('.');
  if (dot > 0) {
    const element = [...dimension.positionOf].find(([own]) => own === key.slice(dot + 1));
    const owner = table.holding(key);
    if (element !== undefined && owner === undefined && lookUp(around.scope, key) === undefined)
      return { kind: 'fixed', position: element[1] };
  }
  if (lookUp(around.scope, key) !== undefined || around.scope.parameters.has(key)) return 'variable';
  const other = table.holding(key);
  if (other !== undefined || builtinNamed(key) === undefined)
    return fail(
      other === undefined
        ? `\`${written}\` is neither an element of \`${dimension.name}\` nor a variable.`
        : `\`${written}\` is an element of \`${other.name}\`, not of \`${dimension.name}\`.`,
      `Elements of \`${dimension.name}\` are ${shownElements(dimension)}.`,
    );
  return 'variable';
}
