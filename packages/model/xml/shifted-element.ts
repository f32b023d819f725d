import type { MappedText } from '../source/mapped-text.js';
import type { Span } from '../source/source-text.js';
import type { XmlAttribute, XmlElement } from './xml-element.js';

/**
 * An element with all its spans moved, for a file whose text stands further along in a longer one.
 *
 * Goes down by recursion, as deep as `XML_LIMITS.depth` lets a file nest.
 *
 * @param by - UTF-16 code units.
 */
export function shiftedElement(element: XmlElement, by: number): XmlElement {
  const attributes = new Map(
    [...element.attributes].map(([name, attribute]) => [name, shiftedAttribute(attribute, by)]),
  );
  return {
    name: element.name,
    attributes,
    children: element.children.map((child) => shiftedElement(child, by)),
    rawText: element.rawText.map((raw) => shifted(raw, by)),
    span: shifted(element.span, by),
    startTag: shifted(element.startTag, by),
  };
}

function shiftedAttribute({ name, value, span }: XmlAttribute, by: number): XmlAttribute {
  const moved: MappedText = { text: value.text, pieces: value.pieces.map((piece) => shifted(piece, by)) };
  return { name, value: moved, span: shifted(span, by) };
}

function shifted<S extends Span>(span: S, by: number): S {
  return { ...span, start: span.start + by, end: span.end + by };
}
