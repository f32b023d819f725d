import { builtinNamed } from '../equation/builtin-signature.js';
import type { Expression, WrittenExpression } from '../equation/expression.js';
import { canonicalName, displayName } from '../names/canonical-name.js';
import { nearest } from '../names/nearest.js';
import type { Span } from '../source/source-text.js';
import type { Around } from './around.js';
import { positionsOn, wholeAxis } from './axis.js';
import { currentElement } from './current-element.js';
import { elementAtPositions, referenceTo } from './element-reference.js';
import type { ScopedVariable } from './scope.js';
import { lookUp } from './scope.js';
import { slotsOf } from './subscripts.js';

type NameNode = Extract<WrittenExpression, { kind: 'name' }>;
type ElementNode = Extract<WrittenExpression, { kind: 'element' }>;

const numberNode = (value: number, span: Span): Expression => ({ kind: 'number', value, span });

/**
 * A name as one value: a variable, the element of an array that omitted subscripts mean, the number of a dimension's
 * current element or of an element. Names that mean none of these are left for built-ins.
 *
 * @errors array-without-subscript, array-element-missing; in modules and macros unknown-name.
 * @source OASIS XMILE 1.0, 3.7.1.
 */
export function flattenName(node: NameNode, around: Around): Expression {
  const { services, scope } = around;
  const { key, span } = node;
  const parameter = scope.parameters.get(key);
  if (parameter !== undefined) return parameter;
  const variable = variableNamed(around, node);
  if (variable !== undefined) {
    if (variable.dimensions.length > 0) return wholeArray(variable, span, around);
    return variable.key === key ? node : { kind: 'name', written: variable.name, key: variable.key, span };
  }
  const number = numberFor(node, around);
  if (number !== undefined) return numberNode(number, span);
  const isRange = services.table.range(key) !== undefined;
  if (isRange)
    services.reporter.error(
      'array-without-subscript',
      span,
      `\`${displayName(node.written)}\` is a dimension, and this equation has no element of it.`,
      { variable: around.owner.variable },
    );
  else if (scope.key !== '' && builtinNamed(key) === undefined) reportUnknown(node, around);
  return node;
}

/** The variable a name means; in a Vensim macro, one of the model where the macro has none. */
export function variableNamed(
  { scope, services }: Around,
  { key }: { readonly key: NameNode['key'] },
): ScopedVariable | undefined {
  const found = lookUp(scope, key);
  if (found !== undefined || scope.kind !== 'macro' || services.file.dialect !== 'vensim') return found;
  return scope.root === undefined ? undefined : lookUp(scope.root, key);
}

function wholeArray(variable: ScopedVariable, span: Span, around: Around): Expression {
  const axes = variable.dimensions.map((dimension) => wholeAxis(dimension));
  const positions = positionsOn(axes, around.axes);
  if (positions !== undefined) return referenceTo(variable, positions, span, around);
  reportArray(variable, span, around);
  return numberNode(0, span);
}

function reportArray(scoped: ScopedVariable, span: Span, around: Around): void {
  const { variable, dimensions } = scoped;
  around.services.reporter.error(
    'array-without-subscript',
    span,
    `\`${variable.name}\` is an array over ${dimensions.map(({ name }) => `\`${name}\``).join(', ')}; one value is needed here.`,
    {
      variable: around.owner.variable,
      hint: `Name an element, such as \`${elementAtPositions(scoped, []).name}\`, or put it into a function such as SUM.`,
    },
  );
}

/** The number that a dimension's or element's name stands for; `Location.Boston` too. */
function numberFor({ key }: NameNode, around: Around): number | undefined {
  const { table } = around.services;
  const range = table.range(key);
  if (range !== undefined) {
    const element = currentElement(range, around);
    return element === undefined ? undefined : table.numberOf(range, element);
  }
  const holder = table.holding(key);
  if (holder !== undefined) return table.numberOf(holder, key);
  const dot = key.indexOf('.');
  if (dot <= 0) return undefined;
  const named = table.range(canonicalName(key.slice(0, dot)));
  const position = named?.positionOf.get(canonicalName(key.slice(dot + 1)));
  return position === undefined ? undefined : position + 1;
}

function reportUnknown({ written, span }: NameNode | ElementNode, around: Around): void {
  if (!around.services.reporter.isNew('unknown-name', span)) return;
  const shown = displayName(written);
  const near = nearest(
    shown,
    [...around.scope.variables.values()].map(({ variable }) => variable.name),
  );
  const where = around.scope.key === '' ? 'this model' : `\`${around.scope.name}\``;
  around.services.reporter.error('unknown-name', span, `\`${shown}\` is not a variable of ${where}.`, {
    variable: around.owner.variable,
    hint: near === undefined ? 'Add the variable, or correct the name.' : `Did you mean \`${near}\`?`,
  });
}

/**
 * An element, or the one element of a slice that the surrounding axes choose. A computed subscript gives
 * `element_at(position, first element, ..., last element)`.
 *
 * @errors unknown-name, not-an-array, subscript-count, unknown-subscript, array-without-subscript,
 *   array-element-missing; warns subscript-out-of-range.
 */
export function flattenElement(node: ElementNode, around: Around): Expression {
  const { reporter } = around.services;
  const variable = variableNamed(around, node);
  if (variable === undefined) {
    reportUnknown(node, around);
    return numberNode(0, node.span);
  }
  if (variable.dimensions.length === 0) {
    reporter.error(
      'not-an-array',
      node.span,
      `\`${variable.variable.name}\` is no array, but has a subscript here.`,
      {
        variable: around.owner.variable,
        hint: `Write \`${variable.variable.name}\`.`,
      },
    );
    return numberNode(0, node.span);
  }
  const slots = slotsOf(node, variable, around);
  if (slots === undefined || slots.some(({ kind }) => kind === 'outside')) return numberNode(0, node.span);
  const axes = slots.flatMap((slot) => (slot.kind === 'free' ? [slot.axis] : []));
  const chosen = positionsOn(axes, around.axes);
  if (chosen === undefined) {
    reportArray(variable, node.span, around);
    return numberNode(0, node.span);
  }
  let next = 0;
  const places = slots.map((slot, place): number | Expression => {
    if (slot.kind === 'fixed') return slot.position;
    if (slot.kind === 'computed') return slot.position;
    if (slot.kind === 'outside') return 0;
    const at = slot.axis.from + (chosen[next] ?? 0);
    next += 1;
    const element = slot.axis.range.elements[at]?.key;
    const dimension = variable.dimensions[place];
    return (element === undefined ? undefined : dimension?.positionOf.get(element)) ?? at;
  });
  return picked(variable, places, [], node.span, around);
}

/** Works the subscripts off from the left; each computed one makes a choice among the elements of its dimension. */
function picked(
  variable: ScopedVariable,
  places: readonly (number | Expression)[],
  settled: readonly number[],
  span: Span,
  around: Around,
): Expression {
  const place = places[settled.length];
  if (place === undefined) return referenceTo(variable, settled, span, around);
  if (typeof place === 'number') return picked(variable, places, [...settled, place], span, around);
  const elements = variable.dimensions[settled.length]?.elements ?? [];
  if (!around.services.budget.takeTerms(elements.length)) return numberNode(0, span);
  const choices = elements.map((_, position) =>
    picked(variable, places, [...settled, position], span, around),
  );
  return {
    kind: 'call',
    written: 'element_at',
    key: canonicalName('element_at'),
    arguments: [place, ...choices],
    span,
  };
}
