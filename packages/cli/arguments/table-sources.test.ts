import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tableSource } from './table-sources.js';

let folder = '';
let file = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'weir-tables-'));
  file = join(folder, 'my data.csv');
  writeFileSync(file, 'month,a,b\n0,1,2\n');
  writeFileSync(join(folder, 'other.csv'), new Uint8Array([0xff, 0xfe, 0x00]));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('tableSource', () => {
  it('reads a file once, for any number of its columns', () => {
    const first = tableSource(`x=${file}`, undefined);
    const both = tableSource(`y=${file}:b`, first);
    expect(both.get('x')).toMatchObject({ source: { file, text: 'month,a,b\n0,1,2\n' } });
    expect(both.get('y')).toMatchObject({ column: 'b' });
    expect(both.get('y')?.source).toBe(both.get('x')?.source);
  });

  it.each(['x', '=a.csv', 'x=', 'x=file.xlsx', 'x=:b'])('refuses %j', (text) => {
    expect(() => tableSource(text, undefined)).toThrow(InvalidArgumentError);
  });

  it('says when a file cannot be read', () => {
    expect(() => tableSource(`x=${join(folder, 'none.csv')}`, undefined)).toThrow(/could not be read/);
    expect(() => tableSource(`x=${join(folder, 'other.csv')}`, undefined)).toThrow(/not text in UTF-8/);
    expect(() => tableSource(`x=${file}`, tableSource(`x=${file}`, undefined))).toThrow(/given twice/);
  });
});
