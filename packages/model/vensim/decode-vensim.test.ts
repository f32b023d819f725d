import { expect, it } from 'vitest';
import { decodeVensim } from './decode-vensim.js';

it('decodes UTF-8 with or without its mark, and older files as Windows-1252', () => {
  const utf8 = new TextEncoder().encode('{UTF-8}\ncafé = 1');
  expect(decodeVensim(utf8)).toBe('{UTF-8}\ncafé = 1');
  expect(decodeVensim(new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]))).toBe('{UTF-8}\ncafé = 1');
  expect(decodeVensim(new Uint8Array([0x63, 0x61, 0x66, 0xe9, 0x80]))).toBe('café€');
});
