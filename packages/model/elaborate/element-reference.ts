import type { Expression } from '../equation/expression.js';
import { elementKey, elementName } from '../names/compound-name.js';
import type { Span } from '../source/source-text.js';
import type { Around } from './around.js';
import type { FlatName, ScopedVariable } from './scope.js';

/** Row-major position of the element at these positions. */
function indexAt({ dimensions }: ScopedVariable, positions: readonly number[]): number {
  return dimensions.reduce(
    (total, { elements }, place) => total * elements.length + (positions[place] ?? 0),
    0,
  );
}

/** The key and name, in the flat model, of the element of a variable at these positions; made once for all who ask. */
export function elementAtPositions(variable: ScopedVariable, positions: readonly number[]): FlatName {
  const { key, name, dimensions, flatNames } = variable;
  if (dimensions.length === 0) return { key, name };
  const index = indexAt(variable, positions);
  const known = flatNames[index];
  if (known !== undefined) return known;
  const elements = dimensions.flatMap(({ elements: all }, place) => all[positions[place] ?? 0] ?? []);
  const made = {
    key: elementKey(
      key,
      elements.map((element) => element.key),
    ),
    name: elementName(
      name,
      elements.map((element) => element.name),
    ),
  };
  flatNames[index] = made;
  return made;
}

/**
 * A reference to the element of a variable at these positions.
 *
 * @errors array-element-missing where it has no equation.
 */
export function referenceTo(
  variable: ScopedVariable,
  positions: readonly number[],
  span: Span,
  around: Around,
): Extract<Expression, { kind: 'name' }> {
  const { key, name } = elementAtPositions(variable, positions);
  const index = indexAt(variable, positions);
  if (variable.dimensions.length > 0 && variable.partOf[index] === -1 && variable.connection === undefined)
    around.services.reporter.error('array-element-missing', span, `\`${name}\` has no equation.`, {
      variable: around.owner.variable,
      hint: `Give \`${name}\` an equation, or leave it out here.`,
    });
  return { kind: 'name', written: name, key, span };
}
