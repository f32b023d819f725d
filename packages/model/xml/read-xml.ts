import { SaxesParser } from 'saxes';
import type { Diagnostic, Outcome } from '../source/diagnostic.js';
import { reached, refused } from '../source/diagnostic.js';
import type { ModelCode } from '../source/diagnostic-codes.js';
import { finding } from '../source/findings.js';
import type { TextPiece } from '../source/mapped-text.js';
import type { SourceText, Span } from '../source/source-text.js';
import { placeOf } from '../source/source-text.js';
import { decodePiece, ENTITIES } from './decode.js';
import { explain, explainNotXml } from './explain.js';
import type { RawText, XmlAttribute, XmlElement } from './xml-element.js';

/** How much of a file is read before it is refused. */
export interface XmlLimits {
  /** Longest file, in UTF-16 code units. */
  readonly length: number;
  /** Deepest nesting of elements. */
  readonly depth: number;
  /** Most elements. */
  readonly elements: number;
}

/**
 * Far above any model, far below what exhausts memory: XMILE nests about ten deep, so that readers may walk the tree
 * by recursion, and a model of a hundred thousand variables has about a million elements.
 */
export const XML_LIMITS: XmlLimits = { length: 64 * 1024 * 1024, depth: 200, elements: 4_000_000 };

/** Carries the one diagnostic out of the parser's callbacks; never leaves this file. */
class Fault extends Error {
  constructor(readonly diagnostic: Diagnostic) {
    super(diagnostic.message);
  }
}

interface OpenElement {
  readonly name: string;
  readonly start: number;
  startTag: Span;
  attributes: ReadonlyMap<string, XmlAttribute>;
  readonly children: XmlElement[];
  readonly rawText: RawText[];
}

/**
 * Reads a file as XML into a tree of elements with exact spans.
 *
 * Strict: the first fault of form ends the reading, with one diagnostic. Namespace prefixes need no
 * declaration, since most model files use `isee:` without one. A document type is refused, and nothing
 * outside the file is ever read.
 *
 * @errors xml-empty, not-xml, xml-doctype, xml-too-large, xml-too-deep, xml-too-many-elements,
 *   xml-unclosed-element, xml-unexpected-end-tag, xml-unfinished, xml-malformed.
 */
export function readXml(source: SourceText, limits: XmlLimits = XML_LIMITS): Outcome<XmlElement> {
  const refusal = refuseUnread(source, limits);
  if (refusal !== undefined) return refused([refusal]);
  try {
    return reached(parse(source, limits));
  } catch (fault) {
    if (fault instanceof Fault) return refused([fault.diagnostic]);
    throw fault;
  }
}

function refuseUnread(source: SourceText, limits: XmlLimits): Diagnostic | undefined {
  const start = { start: 0, end: 1 };
  if (source.text.length > limits.length)
    return finding(
      source,
      'error',
      'xml-too-large',
      start,
      `This file is longer than ${limits.length} characters; Weir reads no more.`,
    );
  if (source.text.replace(/^\uFEFF/, '').trim() === '')
    return finding(source, 'error', 'xml-empty', start, 'This file is empty.');
  const other = explainNotXml(source);
  return other && finding(source, 'error', 'not-xml', start, other.message, { hint: other.hint });
}

function parse(source: SourceText, limits: XmlLimits): XmlElement {
  const { text } = source;
  const parser = new SaxesParser({ xmlns: false, position: true });
  // The parser's own table inherits from Object, so that `&constructor;` would pass.
  parser.ENTITIES = Object.assign(Object.create(null), Object.fromEntries(ENTITIES));
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  let count = 0;
  /** End of the last tag, comment, instruction or CDATA section: character data begins here. */
  let markupEnd = 0;

  const fail = (code: ModelCode, span: Span, message: string, hint?: string): never => {
    throw new Fault(finding(source, 'error', code, span, message, { hint }));
  };
  const lineOf = (offset: number) => placeOf(source, { start: offset, end: offset }).line;
  /** Hands the character data since the last markup to the element it stands in. */
  const closeText = (end: number) => {
    if (end > markupEnd) open.at(-1)?.rawText.push({ start: markupEnd, end, cdata: false });
  };
  const unclosed = (element: OpenElement, noticed: string): never =>
    fail(
      'xml-unclosed-element',
      element.startTag,
      `\`<${element.name}>\` opened on line ${lineOf(element.start)} is never closed: ${noticed}.`,
      `Add \`</${element.name}>\` where it ends.`,
    );

  /** The parser notices a stray `&` at the next `;`, be it pages later: this finds the `&` itself. */
  const strayAmpersand = (end: number) => {
    const match = /&(?!(?:#[0-9]+|#x[0-9a-fA-F]+|amp|lt|gt|quot|apos);)[\w.:-]*;?/.exec(
      text.slice(markupEnd, end),
    );
    if (match === null) return;
    const start = markupEnd + match.index;
    const { message, hint } = explain(
      match[0].length > 2 && match[0].endsWith(';') ? 'undefined entity' : 'empty entity name',
    );
    fail('xml-malformed', { start, end: start + match[0].length }, message, hint);
  };

  parser.on('error', (error) => {
    const complaint = error.message.replace(/^\d+:\d+: /, '');
    // Stray text is noticed at its end.
    const stray = complaint.startsWith('text data outside') ? text.slice(markupEnd).search(/\S/) : -1;
    const at = stray < 0 ? Math.max(0, Math.min(parser.position - 1, text.length)) : markupEnd + stray;
    if (complaint.startsWith('unmatched closing tag')) {
      const start = text.lastIndexOf('</', at);
      fail(
        'xml-unexpected-end-tag',
        { start, end: at + 1 },
        `\`${text.slice(start, at + 1)}\` closes nothing.`,
      );
    }
    if (/entity/.test(complaint)) strayAmpersand(text.length);
    const { message, hint } = explain(complaint);
    fail('xml-malformed', { start: at, end: at + 1 }, message, hint);
  });
  parser.on('doctype', () => {
    const start = text.indexOf('<!DOCTYPE', markupEnd);
    fail(
      'xml-doctype',
      { start, end: start + '<!DOCTYPE'.length },
      'This file has a document type (`<!DOCTYPE`), which Weir refuses: it can pull in other files or swell without end.',
      'Remove the `<!DOCTYPE ...>`; XMILE needs none.',
    );
  });
  parser.on('opentagstart', (tag) => {
    const start = text.lastIndexOf('<', parser.position - 1);
    closeText(start);
    count += 1;
    const span = { start, end: start + 1 + tag.name.length };
    if (count > limits.elements)
      fail(
        'xml-too-many-elements',
        span,
        `This file has more than ${limits.elements} elements; Weir reads no more.`,
      );
    if (open.length >= limits.depth)
      fail('xml-too-deep', span, `\`<${tag.name}>\` is nested more than ${limits.depth} elements deep.`);
    open.push({ name: tag.name, start, startTag: span, attributes: new Map(), children: [], rawText: [] });
    markupEnd = start;
  });
  parser.on('opentag', () => {
    const element = open.at(-1);
    markupEnd = parser.position;
    if (element === undefined) return;
    element.startTag = { start: element.start, end: markupEnd };
    element.attributes = attributesIn(text, element.name, element.startTag);
  });
  parser.on('closetag', (tag) => {
    const element = open.pop();
    if (element === undefined) return;
    const end = parser.position;
    if (!tag.isSelfClosing) {
      const start = text.lastIndexOf('</', end - 1);
      const written = text.slice(start + 2, end - 1).trim();
      if (written !== element.name) {
        if (open.some((outer) => outer.name === written))
          unclosed(element, `\`</${written}>\` on line ${lineOf(start)} comes first`);
        fail(
          'xml-unexpected-end-tag',
          { start, end },
          `\`</${written}>\` does not close \`<${element.name}>\`, opened on line ${lineOf(element.start)}.`,
          `Did you mean \`</${element.name}>\`?`,
        );
      }
      if (start > markupEnd) element.rawText.push({ start: markupEnd, end: start, cdata: false });
    }
    markupEnd = end;
    const { name, attributes, children, rawText, startTag } = element;
    const closed: XmlElement = {
      name,
      attributes,
      children,
      rawText,
      startTag,
      span: { start: element.start, end },
    };
    const parent = open.at(-1);
    if (parent === undefined) root = closed;
    else parent.children.push(closed);
  });
  // The parser reports a comment when it has met `--`, one character before its end.
  parser.on('comment', () => {
    closeText(text.indexOf('<!--', markupEnd));
    markupEnd = parser.position + 1;
  });
  parser.on('cdata', () => {
    const start = text.indexOf('<![CDATA[', markupEnd);
    closeText(start);
    markupEnd = parser.position;
    open
      .at(-1)
      ?.rawText.push({ start: start + '<![CDATA['.length, end: markupEnd - ']]>'.length, cdata: true });
  });
  parser.on('processinginstruction', () => {
    closeText(text.indexOf('<?', markupEnd));
    markupEnd = parser.position;
  });
  parser.on('xmldecl', () => {
    markupEnd = parser.position;
  });

  parser.write(text);
  const unfinished = text.indexOf('<', markupEnd);
  if (unfinished >= 0) {
    // An `&` without `;` swallows the rest of the file: it, not the tag, is at fault.
    const tagEnd = text.indexOf('>', unfinished);
    strayAmpersand(unfinished > markupEnd || tagEnd < 0 ? unfinished : tagEnd);
    const what = ['<!--', '<![CDATA[', '<!DOCTYPE', '<?', '</'].find((start) =>
      text.startsWith(start, unfinished),
    );
    const around = open.findLast((element) => element.start < unfinished);
    const within =
      around === undefined ? '' : `, within \`<${around.name}>\` opened on line ${lineOf(around.start)}`;
    fail(
      'xml-unfinished',
      { start: unfinished, end: text.length },
      `The file ends inside the ${UNFINISHED[what ?? '<'] ?? 'tag'} that begins here${within}.`,
      'The file may have been cut off; get a whole copy.',
    );
  }
  const innermost = open.at(-1);
  if (innermost !== undefined) unclosed(innermost, `the file ends on line ${lineOf(text.length)}`);
  if (root === undefined) return fail('not-xml', { start: 0, end: 1 }, 'This file holds no XML element.');
  parser.close();
  return root;
}

const UNFINISHED: Readonly<Record<string, string>> = {
  '<!--': 'comment',
  '<![CDATA[': 'CDATA section',
  '<!DOCTYPE': 'document type',
  '<?': 'processing instruction',
  '</': 'end tag',
  '<': 'tag',
};

const ATTRIBUTE = /([^\s=<>"'/]+)\s*=\s*("[^"]*"|'[^']*')/g;

/** The attributes of a start tag that the parser has found well-formed. */
function attributesIn(text: string, name: string, tag: Span): ReadonlyMap<string, XmlAttribute> {
  const attributes = new Map<string, XmlAttribute>();
  const from = tag.start + 1 + name.length;
  for (const match of text.slice(from, tag.end).matchAll(ATTRIBUTE)) {
    const [whole, written = '', quoted = ''] = match;
    const start = from + match.index;
    const end = start + whole.length;
    const raw = { start: end - quoted.length + 1, end: end - 1 };
    const pieces: TextPiece[] = [];
    const value = decodePiece(text, raw, 'attribute', '', pieces);
    if (pieces.length === 0) pieces.push({ at: 0, length: 0, ...raw });
    attributes.set(written, { name: written, value: { text: value, pieces }, span: { start, end } });
  }
  return attributes;
}
