import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceText } from '../source/source-text.js';
import { readXml } from '../xml/read-xml.js';
import { attributeOf, textOf } from '../xml/xml-element.js';
import { isXmlText, printXml, toXmlText, xmlNode } from './xml-node.js';

/** Any text, the characters that XML treats apart more often than chance would have it. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('<', '>', '&', '"', "'", ']', '-', '\n', '\r', '\t', ' ', 'a', '\u00a0'),
  }),
  fc.string({ unit: 'grapheme' }),
);

function readBack(xml: string) {
  const source = sourceText('test.xml', xml);
  const read = readXml(source);
  if (!read.ok) throw new Error(`${read.diagnostics[0]?.message} in ${JSON.stringify(xml)}`);
  return { source, element: read.value };
}

describe('printXml', () => {
  it('gives back any text, to the character', () => {
    fc.assert(
      fc.property(anyText.filter(isXmlText), (text) => {
        const { source, element } = readBack(printXml(xmlNode('doc', {}, text)));
        expect(textOf(source, element).text).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('gives back any attribute, to the character', () => {
    fc.assert(
      fc.property(anyText.filter(isXmlText), (text) => {
        const { element } = readBack(printXml(xmlNode('doc', { name: text, left: undefined })));
        expect(attributeOf(element, 'name')).toBe(text);
        expect(attributeOf(element, 'left')).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  it('makes XML of a text that XML cannot say, and leaves others alone', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const made = toXmlText(text);
        expect(isXmlText(made)).toBe(true);
        expect(made).toHaveLength(text.length);
        if (isXmlText(text)) expect(made).toBe(text);
        readBack(printXml(xmlNode('doc', { name: made }, made)));
      }),
    );
  });

  it('cannot say a control character or half of a pair', () => {
    for (const text of ['\u0000', 'a\u0001b', '\u000b', '\ud800', '\udc00x', '\ud800\ud800', '\uffff'])
      expect(isXmlText(text)).toBe(false);
    for (const text of ['', '\t\n\r', '\u{1f40b}', '\ufffd', '\ue000']) expect(isXmlText(text)).toBe(true);
  });

  it('indents elements and nothing else', () => {
    const node = xmlNode('a', { b: '1' }, [
      xmlNode('c'),
      xmlNode('d', {}, ' e '),
      xmlNode('f', {}, [xmlNode('g')]),
    ]);
    expect(printXml(node)).toBe('<a b="1">\n  <c/>\n  <d> e </d>\n  <f>\n    <g/>\n  </f>\n</a>\n');
  });
});
