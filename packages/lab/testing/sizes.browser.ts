import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { siteSizes, sizeTable } from './site-sizes.js';

const SITE = process.env.WEIR_LAB_SITE ?? fileURLToPath(new URL('../site', import.meta.url));

describe('the built site', () => {
  it('keeps to what each part may weigh', () => {
    const rows = siteSizes(SITE);
    console.log(sizeTable(rows));
    expect(rows.filter(({ size, most }) => size > most).map(({ part }) => part)).toEqual([]);
    expect(rows.length).toBeGreaterThan(8);
  });
});
