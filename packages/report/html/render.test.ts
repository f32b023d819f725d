import { describe, expect, it } from 'vitest';
import { h } from './element.js';
import { renderHtml } from './render.js';

describe('renderHtml', () => {
  it('closes what HTML wants closed and opens lists of children', () => {
    expect(renderHtml(h('tr', {}, [h('td'), undefined, [h('br'), 'a & b']]))).toBe(
      '<tr><td></td><br/>a &amp; b</tr>',
    );
  });

  it('leaves styles as they are and refuses what would end them', () => {
    expect(renderHtml(h('style', {}, 'a>b{content:"x"}'))).toBe('<style>a>b{content:"x"}</style>');
    expect(() => renderHtml(h('style', {}, '</style>'))).toThrow(/must not hold/);
  });
});
