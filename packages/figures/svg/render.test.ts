import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { svg } from './node.js';
import { renderSvg } from './render.js';

/** Text and attribute value as an XML parser reads them back. */
function readBack(xml: string): { text: string; attribute: string } {
  const parser = new SaxesParser();
  let text = '';
  let attribute = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('opentag', (tag) => {
    attribute = String(tag.attributes.a ?? '');
  });
  parser.write(xml).close();
  return { text, attribute };
}

describe('renderSvg', () => {
  it('escapes text and attributes so that an XML parser reads the same back', () => {
    const text = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(text, (value) => {
        expect(readBack(renderSvg(svg('t', { a: value }, value)))).toEqual({ text: value, attribute: value });
      }),
    );
  });

  it('is well-formed for any string at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(() => readBack(renderSvg(svg('t', { a: value }, value)))).not.toThrow();
      }),
    );
  });

  it('writes numbers with two decimals and no negative zero', () => {
    expect(renderSvg(svg('line', { x1: 1 / 3, x2: -0.001, y1: undefined }))).toBe('<line x1="0.33" x2="0"/>');
  });
});
