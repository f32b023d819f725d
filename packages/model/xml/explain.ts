import type { SourceText } from '../source/source-text.js';

/** What is wrong with the form of a file, in words of our own. */
export interface Explanation {
  readonly message: string;
  readonly hint?: string;
}

// What saxes says, by the words it begins with, and what we say.
const EXPLANATIONS: readonly (readonly [start: string, Explanation])[] = [
  [
    'undefined entity',
    {
      message: 'This entity is not defined: XML knows only `&lt;`, `&gt;`, `&amp;`, `&quot;` and `&apos;`.',
      hint: 'Write the character itself, or its number such as `&#160;`.',
    },
  ],
  [
    'disallowed character in entity name',
    { message: 'A `&` stands alone here.', hint: 'Write `&amp;` for the character `&`.' },
  ],
  [
    'empty entity name',
    { message: 'A `&` stands alone here.', hint: 'Write `&amp;` for the character `&`.' },
  ],
  ['malformed character entity', { message: 'This character reference names no character.' }],
  [
    'disallowed character in tag name',
    { message: 'A tag name cannot go on like this.', hint: 'Write `&lt;` for the character `<`.' },
  ],
  [
    'disallowed character in attribute name',
    {
      message: 'An attribute name, `>` or `/>` should stand here.',
      hint: 'Look for a missing or extra quote.',
    },
  ],
  ['disallowed character in closing tag', { message: 'An end tag holds only its name.' }],
  ['disallowed character', { message: 'This character may not stand in an XML file here.' }],
  ['attribute without value', { message: 'An attribute without `="value"` stands here.' }],
  ['unquoted attribute value', { message: 'The value of this attribute is not in quotes.' }],
  ['no whitespace between attributes', { message: 'A blank is missing between two attributes.' }],
  ['duplicate attribute', { message: 'This tag has an attribute twice.' }],
  ['forward-slash in opening tag', { message: 'A `/` in a tag must be followed by `>`.' }],
  ['malformed comment', { message: 'A comment may not hold `--`.' }],
  ['text data outside of root', { message: 'Text stands outside the outermost element.' }],
  ['documents may contain only one root', { message: 'A second outermost element begins here.' }],
  ['the string "]]>"', { message: '`]]>` may not stand in text.', hint: 'Write `]]&gt;`.' }],
  ['XML declaration', { message: 'The XML declaration (`<?xml ...?>`) is not right.' }],
  ['an XML declaration', { message: 'The XML declaration (`<?xml ...?>`) must be at the very start.' }],
  ['the XML declaration', { message: 'The XML declaration (`<?xml ...?>`) must be at the very start.' }],
];

/** Explains a complaint of the XML parser. */
export function explain(complaint: string): Explanation {
  const found = EXPLANATIONS.find(([start]) => complaint.startsWith(start));
  return found?.[1] ?? { message: 'The XML is not well-formed here.' };
}

/** Says what a file is when its first character shows that it is not XML; `undefined` when it may be. */
export function explainNotXml(source: SourceText): Explanation | undefined {
  const { text } = source;
  if (text.includes('\u0000'))
    return {
      message: 'This file is not text: it holds zero bytes.',
      hint: 'A model file is XML in UTF-8. If an editor saved it as UTF-16, save it as UTF-8.',
    };
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (/^<(!doctype\s+)?html\b/i.test(start))
    return {
      message: 'This file is a web page (HTML), not a model file.',
      hint: 'Download the file itself, not the page that shows it.',
    };
  if (start.startsWith('<')) return undefined;
  if (start.startsWith('{UTF-8}') || text.includes('\\\\\\---///'))
    return { message: 'This file is a Vensim model (.mdl), not XMILE.' };
  if (/^[{[]/.test(start)) return { message: 'This file looks like JSON, not XMILE.' };
  return {
    message: 'This file is not XML: it does not begin with `<`.',
    hint: 'A model file begins with `<?xml` or `<xmile`.',
  };
}
