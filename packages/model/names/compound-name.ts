import type { CanonicalName } from './canonical-name.js';

/**
 * The key of a name within a module: `module.variable`. An empty first part gives the root: `.variable`.
 *
 * @source OASIS XMILE 1.0, 3.2.2.3.
 */
export function qualifiedKey(parts: readonly CanonicalName[]): CanonicalName {
  return parts.join('.') as CanonicalName;
}

/** The key of one element of an array: `array[element,element]`. */
export function elementKey(array: CanonicalName, elements: readonly CanonicalName[]): CanonicalName {
  return `${array}[${elements.join(',')}]` as CanonicalName;
}

/** The name of one element of an array as shown to people: `Array[Element, Element]`. */
export function elementName(array: string, elements: readonly string[]): string {
  return `${array}[${elements.join(', ')}]`;
}
