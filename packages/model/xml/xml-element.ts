import type { MappedText, TextPiece } from '../source/mapped-text.js';
import type { SourceText, Span } from '../source/source-text.js';
import { decodePiece } from './decode.js';

/** A stretch of character data in an element, as it stands in the file. */
export interface RawText extends Span {
  readonly cdata: boolean;
}

/** An attribute: its name as written (prefix included) and its decoded value. */
export interface XmlAttribute {
  readonly name: string;
  readonly value: MappedText;
  /** From the first letter of the name to the closing quote. */
  readonly span: Span;
}

/** An element of an XML file, prefix included in its name. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, XmlAttribute>;
  readonly children: readonly XmlElement[];
  /** Its own character data, that of its children excepted. */
  readonly rawText: readonly RawText[];
  /** From `<` of the start tag to `>` of the end tag. */
  readonly span: Span;
  readonly startTag: Span;
}

/** The character data of an element, decoded, with comments left out. */
export function textOf(source: SourceText, element: XmlElement): MappedText {
  const pieces: TextPiece[] = [];
  let text = '';
  for (const raw of element.rawText)
    text = decodePiece(source.text, raw, raw.cdata ? 'cdata' : 'text', text, pieces);
  if (pieces.length === 0) {
    // An empty element: its text stands just after the start tag.
    const at = element.startTag.end;
    pieces.push({ at: 0, length: 0, start: at, end: at });
  }
  return { text, pieces };
}

/** The first child of this name. */
export function childNamed(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

/** All children of this name, in order. */
export function childrenNamed(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The decoded value of an attribute. */
export function attributeOf(element: XmlElement, name: string): string | undefined {
  return element.attributes.get(name)?.value.text;
}
