import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settled, tank } from '../../testing/small-study.js';
import { readInputsFile } from './inputs-file.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'weir-inputs-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (text: string | Uint8Array) => {
  const path = join(folder, 'inputs.csv');
  writeFileSync(path, text);
  return path;
};
const read = (text: string | Uint8Array) => readInputsFile(tank(), file(text));
const faults = (text: string | Uint8Array) =>
  read(text).diagnostics.map(({ code, place }) => [code, place?.line ?? 0, place?.column ?? 0]);

describe('a file of inputs', () => {
  it('names its runs by the first column and its inputs by their names', () => {
    const { names, keys, inputs } = settled(
      read('\uFEFFrun_id,RATE,"Mean stay"\r\nx-1, 5 ,4\r\n\r\n"a, b",1e1,.5\n'),
    );
    expect(names).toEqual(['RATE', 'Mean stay']);
    expect(keys).toEqual(['x-1', 'a, b']);
    expect([...inputs.data]).toEqual([5, 10, 4, 0.5]);
  });

  it('may be larger than what is read at a time', () => {
    const rows = 200_000;
    const text = Array.from({ length: rows }, (_, i) => `r${i},${i}`).join('\n');
    const { keys, inputs } = settled(read(`run_id,rate\n${text}`));
    expect([keys.length, keys.at(-1), inputs.data.at(-1)]).toEqual([rows, `r${rows - 1}`, rows - 1]);
  });
});

describe('is refused with the line', () => {
  it.each<readonly [string, string, readonly (readonly [string, number, number])[]]>([
    ['an unknown column', 'run_id,rat,stay\na,1,2\n', [['unknown-name', 1, 8]]],
    ['a column that is computed', 'run_id,Double\na,1\n', [['not-settable', 1, 8]]],
    ['a column without a name', 'run_id,rate,\na,1,2\n', [['inputs-header', 1, 13]]],
    ['one input twice', 'run_id,rate,Arrival rate\na,1,2\n', [['set-twice', 1, 13]]],
    ['no run_id column', 'rate,stay\n1,2\n', [['inputs-header', 1, 1]]],
    ['no run_id', 'run_id,rate\na,1\n,2\n', [['inputs-key', 3, 1]]],
    ['a run_id twice', 'run_id,rate\na,1\nb,1\na,2\n', [['inputs-key', 4, 1]]],
    ['a run_id like a formula', 'run_id,rate\n=a,1\n', [['inputs-key', 2, 1]]],
    ['what is no number', 'run_id,rate,stay\na,1,2\nb,1,two\n', [['inputs-value', 3, 5]]],
    ['an empty value', 'run_id,rate\na,\n', [['inputs-value', 2, 3]]],
    ['a value without end', 'run_id,rate\na,1e999\n', [['inputs-value', 2, 3]]],
    ['a short row', 'run_id,rate,stay\na,1\n', [['inputs-row', 2, 1]]],
    ['a long row', 'run_id,rate\na,1,2\n', [['inputs-row', 2, 1]]],
    ['a header alone', 'run_id,rate\n', [['inputs-empty', 0, 0]]],
    ['nothing', '', [['inputs-empty', 0, 0]]],
  ])('%s', (_, text, expected) => {
    expect(faults(text)).toEqual(expected);
  });

  it('many faults are not listed without end', () => {
    const rows = Array.from({ length: 1000 }, (_, i) => `r${i},x`).join('\n');
    expect(faults(`run_id,rate\n${rows}`)).toHaveLength(20);
  });

  it('what is no text, no file, one endless line, or more than fits in memory', () => {
    expect(faults(Uint8Array.of(114, 0xff, 0xfe, 10, 1))).toEqual([['not-utf8', 0, 0]]);
    expect(readInputsFile(tank(), join(folder, 'none.csv')).diagnostics[0]?.code).toBe('cannot-read');
    expect(faults(`run_id,rate\n${'1'.repeat(3_000_000)}`)).toEqual([['inputs-row', 0, 0]]);
    expect(readInputsFile(tank(), file('run_id,rate\na,1\nb,2\n'), 1).diagnostics[0]?.code).toBe(
      'inputs-too-large',
    );
  });
});
