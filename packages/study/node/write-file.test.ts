import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFileWhole } from './write-file.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'weir-write-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('writeFileWhole', () => {
  it('writes and replaces, and leaves nothing else behind', () => {
    const path = join(folder, 'runs.csv');
    writeFileSync(path, 'old and longer');
    expect(writeFileWhole(path, 'new')).toMatchObject({ ok: true, value: path });
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['runs.csv']);
  });

  it('says why it cannot, and leaves what was there', () => {
    const nowhere = writeFileWhole(join(folder, 'no', 'runs.csv'), 'x');
    expect(nowhere.diagnostics[0]).toMatchObject({
      code: 'cannot-write',
      message: expect.stringContaining('there is no such file or folder'),
    });
    mkdirSync(join(folder, 'taken'));
    expect(writeFileWhole(join(folder, 'taken'), 'x').diagnostics[0]).toMatchObject({ code: 'cannot-write' });
    expect(readdirSync(folder)).toEqual(['taken']);
  });
});
