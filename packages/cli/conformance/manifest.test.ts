import { describe, expect, it } from 'vitest';
import { MANIFEST_COLUMNS, readManifest } from './manifest.js';

const HEAD = MANIFEST_COLUMNS.join(',');
const rows = (...lines: readonly string[]) => {
  const manifest = readManifest([HEAD, ...lines].join('\n'));
  if (!manifest.ok) throw new Error(manifest.reason);
  return manifest.rows;
};

describe('readManifest', () => {
  it('reads a row', () => {
    expect(rows('a/m.mdl,mdl,fair,a/out.tab,euler,1e-05,1e-06,x y,"one, two"')).toEqual([
      {
        line: 2,
        path: 'a/m.mdl',
        format: 'mdl',
        class: 'fair',
        canonical: 'a/out.tab',
        tolerance: { relative: 1e-5, absolute: 1e-6 },
        ignored: ['x', 'y'],
        notes: 'one, two',
      },
    ]);
  });

  it.each([
    ['a.mdl,mdl,good,out.tab,euler,1,1,,', "unknown class 'good'"],
    ['a.xls,xls,fair,out.tab,euler,1,1,,', "unknown format 'xls'"],
    ['a.mdl,mdl,fair,,euler,1,1,,', 'no canonical output'],
    ['a.mdl,mdl,fair,out.tab,euler,,,,', 'no tolerances'],
    ['a.mdl,mdl,fair,out.tab,euler,-1,1,,', 'no tolerances'],
    ['../a.mdl,mdl,fair,out.tab,euler,1,1,,', 'leads out of the corpus'],
    ['a.mdl,mdl,fair,/etc/passwd,euler,1,1,,', 'leads out of the corpus'],
    ['a/../../b.mdl,mdl,fair,out.tab,euler,1,1,,', 'leads out of the corpus'],
    [',mdl,fair,out.tab,euler,1,1,,', 'names no file'],
  ])('gives a reason instead of passing over: %s', (line, reason) => {
    expect(rows(line)).toMatchObject([{ reason: expect.stringContaining(reason) }]);
  });

  it('says that a file is listed twice', () => {
    const line = 'a.mdl,mdl,fair,out.tab,euler,1,1,,';
    expect(rows(line, line)[1]).toMatchObject({ reason: 'the manifest lists this file twice' });
  });

  it('refuses a manifest that is empty, lists nothing or lacks a column', () => {
    expect(readManifest('')).toMatchObject({ ok: false });
    expect(readManifest(HEAD)).toMatchObject({ ok: false });
    expect(readManifest('path,format\na.mdl,mdl')).toMatchObject({ ok: false });
  });
});
