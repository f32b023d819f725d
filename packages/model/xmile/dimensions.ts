import type { Dimension, DimensionElement } from '../model-file.js';
import type { CanonicalName } from '../names/canonical-name.js';
import { canonicalName, displayName } from '../names/canonical-name.js';
import type { Findings } from '../source/findings.js';
import type { XmlElement } from '../xml/xml-element.js';
import { attributeOf, childNamed, childrenNamed } from '../xml/xml-element.js';
import { numberIn } from './number.js';

/** Most elements of a numbered dimension: as many as a model may have variables. */
const MOST_ELEMENTS = 250_000;

/**
 * The dimensions a file declares: with named elements, or numbered from 1 to their size.
 *
 * @errors missing-name, duplicate-name, bad-dimension.
 * @source OASIS XMILE 1.0, 2.9 and 4.5.
 */
export function readDimensions(findings: Findings, root: XmlElement): ReadonlyMap<CanonicalName, Dimension> {
  const dimensions = new Map<CanonicalName, Dimension>();
  const section = childNamed(root, 'dimensions');
  for (const element of section === undefined ? [] : childrenNamed(section, 'dim')) {
    const written = attributeOf(element, 'name')?.trim() ?? '';
    const key = canonicalName(written);
    if (key === '') {
      findings.error('missing-name', element.startTag, 'This `<dim>` has no name.', {
        hint: 'Write `<dim name="...">`.',
      });
      continue;
    }
    const name = displayName(written);
    if (dimensions.has(key)) {
      findings.error('duplicate-name', element.startTag, `The dimension \`${name}\` is declared twice.`, {
        hint: 'Rename one of them.',
      });
      continue;
    }
    const named = childrenNamed(element, 'elem');
    const elements =
      named.length > 0 ? namedElements(findings, element, name) : numberedElements(findings, element, name);
    if (elements === undefined) continue;
    dimensions.set(key, {
      written,
      name,
      key,
      elements,
      numbered: named.length === 0,
      mappings: [],
      span: element.span,
    });
  }
  return dimensions;
}

function namedElements(
  findings: Findings,
  dimension: XmlElement,
  name: string,
): readonly DimensionElement[] | undefined {
  const elements: DimensionElement[] = [];
  const keys = new Set<CanonicalName>();
  for (const element of childrenNamed(dimension, 'elem')) {
    const written = attributeOf(element, 'name')?.trim() ?? '';
    const key = canonicalName(written);
    if (key === '' || keys.has(key)) {
      const what = key === '' ? 'has no name' : 'has the name of another';
      findings.error('bad-dimension', element.span, `An element of the dimension \`${name}\` ${what}.`, {
        hint: 'Write `<elem name="..."/>`, each name once.',
      });
      return undefined;
    }
    keys.add(key);
    elements.push({ written, name: displayName(written), key });
  }
  return elements;
}

function numberedElements(
  findings: Findings,
  dimension: XmlElement,
  name: string,
): readonly DimensionElement[] | undefined {
  const written = attributeOf(dimension, 'size');
  const size = written === undefined ? undefined : numberIn(written);
  if (size !== undefined && Number.isInteger(size) && size >= 1 && size <= MOST_ELEMENTS)
    return Array.from({ length: size }, (_, position) => {
      const number = String(position + 1);
      return { written: number, name: number, key: canonicalName(number) };
    });
  findings.error(
    'bad-dimension',
    dimension.span,
    written === undefined
      ? `The dimension \`${name}\` has neither elements nor a size.`
      : `The size of the dimension \`${name}\` is \`${written}\`; it must be a whole number from 1 to ${MOST_ELEMENTS}.`,
    { hint: 'Write `<dim name="..." size="3"/>`, or name its elements by `<elem name="..."/>`.' },
  );
  return undefined;
}
