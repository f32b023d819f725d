import type { EquationPart, WrittenVariable } from '../model-file.js';
import type { CanonicalName } from '../names/canonical-name.js';
import { elementName } from '../names/compound-name.js';
import { flatIndex, forEachCombination, sizeOf } from './array-index.js';
import type { DimensionTable, Range } from './dimension-table.js';
import type { Reporter } from './reporter.js';

/**
 * Decides which of a variable's equations stands for each element: the one that covers the fewest elements, of those
 * that apply.
 *
 * @param complete - Whether every element needs an equation. Vensim lets some have none.
 * @returns For each element, in row-major order, the position of its part in `variable.parts`; -1 for none.
 * @errors unknown-subscript, subscript-count, array-element-twice, array-element-missing, array-list-count.
 * @source OASIS XMILE 1.0, 4.5.1; Vensim, :EXCEPT:.
 */
export function matchParts(
  reporter: Reporter,
  table: DimensionTable,
  variable: WrittenVariable,
  dimensions: readonly Range[],
  complete: boolean,
): Int32Array {
  const partOf = new Int32Array(sizeOf(dimensions)).fill(-1);
  const covered = variable.parts.map((part) => coveredBy(reporter, table, variable, dimensions, part));
  const order = [...covered.keys()].sort((left, right) => count(covered, right) - count(covered, left));
  for (const index of order) {
    const part = variable.parts[index];
    for (const element of covered[index] ?? []) {
      const other = partOf[element] ?? -1;
      if (other >= 0 && count(covered, other) === count(covered, index)) {
        reporter.error(
          'array-element-twice',
          (part ?? variable).span,
          `\`${nameOfElement(variable, dimensions, element)}\` has two equations.`,
          { variable: variable.name, hint: 'Keep one of them.' },
        );
        break;
      }
      partOf[element] = index;
    }
  }
  if (complete) {
    const missing = partOf.indexOf(-1);
    if (missing >= 0 && covered.every((part) => part !== undefined))
      reporter.error(
        'array-element-missing',
        variable.span,
        `\`${nameOfElement(variable, dimensions, missing)}\` has no equation.`,
        { variable: variable.name, hint: 'Add an `<element>` for it.' },
      );
  }
  return partOf;
}

function count(covered: readonly (readonly number[] | undefined)[], index: number): number {
  return covered[index]?.length ?? 0;
}

/** The elements a part applies to, in row-major order of its own subscripts. */
export function coveredElements(
  table: DimensionTable,
  dimensions: readonly Range[],
  part: EquationPart,
): readonly number[] | undefined {
  const all = elementsOfPattern(table, dimensions, part.subscripts);
  if (all === undefined || part.except.length === 0) return all;
  const excluded = new Set(
    part.except.flatMap((pattern) => elementsOfPattern(table, dimensions, pattern) ?? []),
  );
  return all.filter((element) => !excluded.has(element));
}

function elementsOfPattern(
  table: DimensionTable,
  dimensions: readonly Range[],
  pattern: readonly CanonicalName[],
): readonly number[] | undefined {
  const lists: (readonly CanonicalName[])[] = [];
  for (const [place, dimension] of dimensions.entries()) {
    const wanted = pattern[place];
    const keys =
      wanted === undefined ? dimension.elements.map(({ key }) => key) : keysOf(table, dimension, wanted);
    if (keys === undefined) return undefined;
    lists.push(keys);
  }
  const found: number[] = [];
  forEachCombination(lists, (elements) => {
    const index = flatIndex(dimensions, elements);
    if (index !== undefined) found.push(index);
  });
  return found;
}

/** The elements of a dimension that a subscript of a left-hand side names. */
function keysOf(
  table: DimensionTable,
  dimension: Range,
  wanted: CanonicalName,
): readonly CanonicalName[] | undefined {
  if (dimension.positionOf.has(wanted)) return [wanted];
  const range = wanted === dimension.key ? dimension : table.range(wanted);
  const keys = range?.elements.map(({ key }) => key);
  return keys?.every((key) => dimension.positionOf.has(key)) ? keys : undefined;
}

function coveredBy(
  reporter: Reporter,
  table: DimensionTable,
  variable: WrittenVariable,
  dimensions: readonly Range[],
  part: EquationPart,
): readonly number[] | undefined {
  for (const pattern of [part.subscripts, ...part.except]) {
    if (pattern.length !== 0 && pattern.length !== dimensions.length) {
      const has = `\`${variable.name}\` has ${dimensions.length} dimensions, but this equation names ${pattern.length} subscripts.`;
      reporter.error('subscript-count', part.span, has, { variable: variable.name });
      return undefined;
    }
    for (const [place, dimension] of dimensions.entries()) {
      const wanted = pattern[place];
      if (wanted === undefined || keysOf(table, dimension, wanted) !== undefined) continue;
      reporter.error(
        'unknown-subscript',
        part.span,
        `\`${wanted}\` is no element of \`${dimension.name}\`.`,
        {
          variable: variable.name,
          hint: `Its elements are ${shownElements(dimension)}.`,
        },
      );
      return undefined;
    }
  }
  const elements = coveredElements(table, dimensions, part);
  if (part.list !== undefined && elements !== undefined && part.list.length !== elements.length)
    reporter.error(
      'array-list-count',
      part.span,
      `\`${variable.name}\` gets ${part.list.length} numbers for ${elements.length} elements.`,
      { variable: variable.name, hint: 'Give each element one number.' },
    );
  return elements;
}

/** How many elements a hint names. */
const SHOWN = 8;

/** The elements of a dimension for a hint. */
export function shownElements({ elements }: Range): string {
  const names = elements.slice(0, SHOWN).map(({ name }) => `\`${name}\``);
  return names.join(', ') + (elements.length > SHOWN ? ` and ${elements.length - SHOWN} more` : '');
}

/** The name of the element at a position. */
export function nameOfElement(
  variable: { readonly name: string },
  dimensions: readonly Range[],
  index: number,
): string {
  if (dimensions.length === 0) return variable.name;
  const names: string[] = [];
  let rest = index;
  for (const { elements } of dimensions.toReversed()) {
    names.unshift(elements[rest % elements.length]?.name ?? '');
    rest = Math.floor(rest / elements.length);
  }
  return elementName(variable.name, names);
}
