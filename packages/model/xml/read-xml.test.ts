import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spanIn } from '../source/mapped-text.js';
import { sourceText } from '../source/source-text.js';
import { readXml } from './read-xml.js';
import { attributeOf, textOf } from './xml-element.js';

const read = (text: string) => {
  const source = sourceText('f', text);
  const outcome = readXml(source);
  if (!outcome.ok) throw new Error(outcome.diagnostics.map(({ message }) => message).join());
  return { source, root: outcome.value };
};
const faults = (text: string) => {
  const { diagnostics } = readXml(sourceText('f', text));
  return diagnostics.map(({ code, message, hint, place }) => ({
    code,
    message,
    hint,
    at: `${place?.line}:${place?.column}`,
  }));
};

describe('readXml', () => {
  it('gives exact spans of elements and start tags', () => {
    const text = '<a>\n <b c="1"/><d>x</d>\n</a>';
    const { root } = read(text);
    const cut = (span: { start: number; end: number }) => text.slice(span.start, span.end);
    expect(cut(root.span)).toBe(text);
    expect(root.children.map((child) => cut(child.span))).toEqual(['<b c="1"/>', '<d>x</d>']);
    expect(root.children.map((child) => cut(child.startTag))).toEqual(['<b c="1"/>', '<d>']);
    expect(cut(root.children[0]?.attributes.get('c')?.span ?? root.span)).toBe('c="1"');
  });

  it('joins text, entities, CDATA, line ends and comments, and maps each character to the file', () => {
    const text = '<a>x &lt; 1 <!-- no --><![CDATA[< 2\r\n]]>&#65;&#x42;\r\nend<?pi?>!</a>';
    const { source, root } = read(text);
    const mapped = textOf(source, root);
    expect(mapped.text).toBe('x < 1 < 2\nAB\nend!');
    const behind = (part: string) => {
      const at = mapped.text.indexOf(part);
      const span = spanIn(mapped, at, at + part.length);
      return text.slice(span.start, span.end);
    };
    expect(behind('x')).toBe('x');
    expect(behind('A')).toBe('&#65;');
    expect(behind('B')).toBe('&#x42;');
    expect(behind('end')).toBe('end');
    expect(behind('!')).toBe('!');
  });

  it('keeps text between children apart from theirs', () => {
    const { source, root } = read('<a>one<b>two</b>three</a>');
    expect(textOf(source, root).text).toBe('onethree');
  });

  it('decodes attributes, and reads names that objects inherit', () => {
    const { root } = read(`<a constructor='1' __proto__="2" toString="x &amp; &#34;&#xA;y\tz"/>`);
    expect([...root.attributes.keys()]).toEqual(['constructor', '__proto__', 'toString']);
    expect(attributeOf(root, '__proto__')).toBe('2');
    expect(attributeOf(root, 'toString')).toBe('x & "\ny z');
    expect(attributeOf(root, 'hasOwnProperty')).toBeUndefined();
  });

  it('accepts undeclared prefixes, a byte order mark and instructions', () => {
    const { root } = read('\uFEFF<?xml version="1.0"?>\n<!-- c --><xmile><isee:prefs a:b="c"/></xmile>\n');
    expect(root.children[0]?.name).toBe('isee:prefs');
    expect(root.children[0]?.span).toEqual({ start: 40, end: 61 });
  });

  it('says where a cut file was open', () => {
    expect(faults('<xmile>\n<model>\n<aux name="a">\n  <eqn>1</eqn>')).toEqual([
      {
        code: 'xml-unclosed-element',
        message: '`<aux>` opened on line 3 is never closed: the file ends on line 4.',
        hint: 'Add `</aux>` where it ends.',
        at: '3:1',
      },
    ]);
  });

  it.each([
    ['<a><b></a>', 'xml-unclosed-element', '1:4'],
    ['<a></b>', 'xml-unexpected-end-tag', '1:4'],
    ['<a/></b>', 'xml-unexpected-end-tag', '1:5'],
    ['<a><!-- x', 'xml-unfinished', '1:4'],
    ['<a><![CDATA[ x', 'xml-unfinished', '1:4'],
    ['<a b="', 'xml-unfinished', '1:1'],
    ['<a></', 'xml-unfinished', '1:4'],
    ['<a', 'xml-unfinished', '1:1'],
    ['<', 'xml-unfinished', '1:1'],
    ['<a>\n&nbsp;</a>', 'xml-malformed', '2:1'],
    ['<a>\nx & y</a>\n', 'xml-malformed', '2:3'],
    ['<a>\nx & y <b>&lt;</b></a>', 'xml-malformed', '2:3'],
    ['<a>&constructor;</a>', 'xml-malformed', '1:4'],
    ['<a b="x & y"></a>', 'xml-malformed', '1:9'],
    ['<a b="x & y;"></a>', 'xml-malformed', '1:9'],
    ['<a b=1/>', 'xml-malformed', '1:6'],
    ['<a b="1" b="2"/>', 'xml-malformed', '1:16'],
    ['<a/><b/>', 'xml-malformed', '1:7'],
    ['<a/>text', 'xml-malformed', '1:5'],
    ['<a>1 < 2</a>', 'xml-malformed', '1:7'],
    ['', 'xml-empty', '1:1'],
    ['\uFEFF \n', 'xml-empty', '1:1'],
    ['not xml', 'not-xml', '1:1'],
    ['<html><body>404</body></html>', 'not-xml', '1:1'],
    ['<!doctype html><p>', 'not-xml', '1:1'],
    ['{UTF-8}\nx = 1 ~~|', 'not-xml', '1:1'],
    ['<\u0000a\u0000/\u0000>', 'not-xml', '1:1'],
    ['<!-- nothing -->', 'not-xml', '1:1'],
    ['<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', 'xml-doctype', '1:1'],
  ])('refuses %j with %s at %s', (text, code, at) => {
    expect(faults(text).map((fault) => [fault.code, fault.at])).toEqual([[code, at]]);
  });

  it('refuses every cut of a file with one message', () => {
    const text = '<?xml version="1.0"?><xmile a="&lt;"><!-- c --><b>x &amp; y<![CDATA[z]]></b><c/></xmile>';
    for (let length = 0; length < text.length; length += 1) {
      expect(faults(text.slice(0, length))).toHaveLength(1);
    }
    expect(faults(text)).toEqual([]);
  });

  it('never throws', () => {
    const piece = fc.constantFrom(
      '<a>',
      '</a>',
      '<b c="',
      '"',
      '>',
      '&lt;',
      '&',
      ';',
      '<!--',
      '-->',
      ']]>',
      '<![CDATA[',
      'x',
      '\r\n',
      '<?',
      '?>',
      '<!DOCTYPE',
      '[',
      '/',
      '=',
      '\u0000',
      '\uD800',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const outcome = readXml(sourceText('f', pieces.join('')));
        expect(outcome.ok ? 0 : outcome.diagnostics.length).toBe(outcome.ok ? 0 : 1);
      }),
      { numRuns: 2000 },
    );
  });

  it('maps any text that is written escaped', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', '<', '&', '\n', 'é', '😀', '>'), { maxLength: 20 }),
        (characters) => {
          const escaped = (character: string) =>
            character === '<'
              ? '&lt;'
              : character === '&'
                ? '&amp;'
                : character === '\n'
                  ? '\r\n'
                  : character;
          const { source, root } = read(`<a>${characters.map(escaped).join('')}</a>`);
          const mapped = textOf(source, root);
          expect(mapped.text).toBe(characters.join(''));
          let at = 0;
          for (const character of characters) {
            const span = spanIn(mapped, at, at + character.length);
            expect(source.text.slice(span.start, span.end)).toBe(escaped(character));
            at += character.length;
          }
        },
      ),
    );
  });
});
