/** An element to be printed: with text, or with children, or empty. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly content: string | readonly XmlNode[];
}

/** Makes an element. Attributes that are undefined are left out. */
export function xmlNode(
  name: string,
  attributes: XmlNode['attributes'] = {},
  content: XmlNode['content'] = [],
): XmlNode {
  return { name, attributes, content };
}

/** An element with text, or none where there is no text to say. */
export function textNode(name: string, text: string | undefined): readonly XmlNode[] {
  return text === undefined ? [] : [xmlNode(name, {}, text)];
}

/**
 * Prints an element as XML, two blanks a level. Text stands inside its tags with nothing added, so that reading
 * gives back every character of it.
 *
 * @param depth - Level of the element; trees made here are a handful of levels deep.
 */
export function printXml(node: XmlNode, depth = 0): string {
  const indent = '  '.repeat(depth);
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeAttribute(value)}"`))
    .join('');
  const { content } = node;
  if (typeof content === 'string')
    return content === ''
      ? `${indent}<${node.name}${attributes}/>\n`
      : `${indent}<${node.name}${attributes}>${escapeText(content)}</${node.name}>\n`;
  if (content.length === 0) return `${indent}<${node.name}${attributes}/>\n`;
  const inside = content.map((child) => printXml(child, depth + 1)).join('');
  return `${indent}<${node.name}${attributes}>\n${inside}${indent}</${node.name}>\n`;
}

const TEXT_ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\r': '&#13;',
};
const ATTRIBUTE_ESCAPES: Readonly<Record<string, string>> = {
  ...TEXT_ESCAPES,
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
};

function escapeText(text: string): string {
  return text.replace(/[&<>\r]/g, (character) => TEXT_ESCAPES[character] ?? character);
}

function escapeAttribute(text: string): string {
  return text.replace(/[&<>"\r\n\t]/g, (character) => ATTRIBUTE_ESCAPES[character] ?? character);
}

// XML 1.0, 2.2: control characters other than tab and line ends, lone surrogates and two code points beyond.
const NOT_XML =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters sought.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Whether XML 1.0 can say a text at all: not even an escape can stand for a control character. */
export function isXmlText(text: string): boolean {
  return text.search(NOT_XML) < 0;
}

/** The text with every character that XML cannot say made U+FFFD. */
export function toXmlText(text: string): string {
  return text.replace(NOT_XML, '\ufffd');
}
