import type { GraphicalFunction } from '../../model.js';
import type { Dimension, EquationPart, WrittenVariable } from '../../model-file.js';
import type { CanonicalName } from '../../names/canonical-name.js';
import { NOT_AVAILABLE } from '../constant-list.js';
import { asVensimName } from '../vensim-name.js';
import type { PrintContext } from './print-expression.js';
import { printVensim } from './print-expression.js';
import { printRemarks } from './print-remarks.js';

/** What the writing of a variable needs to know. */
export interface WriteContext extends PrintContext {
  readonly dimensions: ReadonlyMap<CanonicalName, Dimension>;
  /** How elements and ranges are written. */
  readonly subscriptName: (key: CanonicalName) => string;
}

/**
 * One variable as entries of a Vensim file: an equation for each part, units and comment with the last.
 *
 * What Vensim cannot say is refused: limits from below, multipliers, steps in graphical functions.
 */
export function writeVariable(variable: WrittenVariable, context: WriteContext): string {
  const { refusals } = context;
  refusals.variable = variable.name;
  if (variable.nonNegative)
    refusals.refuse(
      variable.span,
      'a stock or flow that is limited from below',
      'Write `MAX(0, ...)` in the flow.',
    );
  if (variable.multiplier !== undefined)
    refusals.refuse(variable.span, 'the multiplier of a flow', 'Write it into the equations of the flows.');
  if (variable.parts.length === 0) refusals.refuse(variable.span, 'a variable without an equation');
  const equations = variable.parts.flatMap((part) => writePart(variable, part, context));
  return `${equations.join(' ~~|\n')}\n${printRemarks(variable, refusals)}\n`;
}

function writePart(variable: WrittenVariable, part: EquationPart, context: WriteContext): readonly string[] {
  const { refusals } = context;
  const keys = part.subscripts.length > 0 ? part.subscripts : variable.dimensions;
  const left = `${asVensimName(variable.written)}${bracketed(keys, context)}${exceptions(part, context)}`;
  const print = (expression: NonNullable<EquationPart['expression']>): string =>
    printVensim(expression, context, true);
  const { expression, graph, initial, list } = part;
  if (list !== undefined)
    return variable.kind === 'stock'
      ? stockOfList(variable, keys, list, context)
      : [`${left}=\n\t${printList(list, keys, context)}`];
  if (
    graph !== undefined &&
    graph.type !== 'continuous' &&
    !(graph.type === 'extrapolate' && expression === undefined)
  )
    refusals.refuse(
      part.span,
      `a graphical function that is ${graph.type === 'discrete' ? 'a staircase' : 'extended beyond its ends'} here`,
    );
  if (expression === undefined) {
    if (graph === undefined) refusals.refuse(part.span, 'a variable without an equation');
    return [`${left}(\n\t${graph === undefined ? '' : printPoints(graph)})`];
  }
  if (graph !== undefined)
    return [`${left}= WITH LOOKUP (\n\t${printVensim(expression, context)},\n\t\t(${printPoints(graph)}))`];
  if (variable.kind === 'stock')
    return [
      `${left}= INTEG (\n\t${rate(variable, keys, context)},\n\t\t${printVensim(expression, context)})`,
    ];
  if (initial !== undefined)
    return [
      `${left}= ACTIVE INITIAL (\n\t${printVensim(expression, context)},\n\t\t${printVensim(initial, context)})`,
    ];
  return [`${left}=\n\t${print(expression)}`];
}

/** The flows of a stock as a sum. */
function rate(variable: WrittenVariable, keys: readonly CanonicalName[], context: WriteContext): string {
  const subscripts = bracketed(keys, context);
  const inflows = variable.inflows.map(({ written }) => `${asVensimName(written)}${subscripts}`);
  const outflows = variable.outflows.map(({ written }) => `-${asVensimName(written)}${subscripts}`);
  const sum = `${inflows.join('+')}${outflows.join('')}`;
  return sum === '' ? '0' : sum;
}

/** A stock of constants: Vensim takes a list only for what never changes, so each element has an equation. */
function stockOfList(
  variable: WrittenVariable,
  keys: readonly CanonicalName[],
  list: readonly number[],
  context: WriteContext,
): readonly string[] {
  let places: readonly (readonly CanonicalName[])[] = [[]];
  for (const key of keys)
    places = places.flatMap((place) => elementsOf(key, context).map((element) => [...place, element]));
  return places.map(
    (place, index) =>
      `${asVensimName(variable.written)}${bracketed(place, context)}= INTEG (\n\t${rate(variable, place, context)},\n\t\t${list[index] ?? 0})`,
  );
}

function elementsOf(key: CanonicalName, { dimensions }: WriteContext): readonly CanonicalName[] {
  return dimensions.get(key)?.elements.map((element) => element.key) ?? [key];
}

function bracketed(keys: readonly CanonicalName[], context: WriteContext): string {
  return keys.length === 0 ? '' : `[${keys.map(context.subscriptName).join(',')}]`;
}

function exceptions({ except }: EquationPart, context: WriteContext): string {
  if (except.length === 0) return '';
  return ` :EXCEPT: ${except.map((pattern) => bracketed(pattern, context)).join(', ')}`;
}

/** Numbers in rows as long as the last dimension; one row ends without a semicolon. */
function printList(list: readonly number[], keys: readonly CanonicalName[], context: WriteContext): string {
  const sizes = keys.map((key) => elementsOf(key, context).length).filter((size) => size > 1);
  const width = sizes.at(-1) ?? 1;
  const printed = list.map((value) => (value === NOT_AVAILABLE ? ':NA:' : String(value)));
  if (printed.length <= width) return printed.length === 1 ? `${printed[0]},` : printed.join(',');
  const rows: string[] = [];
  for (let at = 0; at < printed.length; at += width) rows.push(`${printed.slice(at, at + width).join(',')};`);
  return rows.join('\n\t');
}

function printPoints({ x, y }: GraphicalFunction): string {
  const low = (values: readonly number[]) =>
    values.reduce((least, value) => Math.min(least, value), values[0] ?? 0);
  const high = (values: readonly number[]) =>
    values.reduce((most, value) => Math.max(most, value), values[0] ?? 0);
  const range = `[(${low(x)},${low(y)})-(${high(x)},${high(y)})]`;
  return [range, ...x.map((value, index) => `(${value},${y[index] ?? 0})`)].join(',');
}
