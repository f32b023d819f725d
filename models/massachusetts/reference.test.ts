import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { differences } from '../../scripts/reference/published-set.mjs';

const script = fileURLToPath(new URL('../../scripts/check-reference.mjs', import.meta.url));

it('rows of the published sensitivity runs, where their files are at hand', (context) => {
  const done = spawnSync(process.execPath, [script, '--rows', '8'], { encoding: 'utf8' });
  if (done.stdout.startsWith('Not checked')) {
    console.warn(done.stdout.trim());
    context.skip(done.stdout.trim());
  }
  expect(done.stderr).toBe('');
  expect(done.stdout).toContain('8 of 5000 runs by run id, 42 parameters varied.\n  112 results compared');
  expect(done.stdout).toContain('8 of 2200 runs by run id, 44 parameters varied.\n  112 results compared');
  expect(done.stdout).toContain('All within their limits');
  expect(done.status).toBe(0);
});

it('a value agrees with a printed number that it rounds to, and with no other', () => {
  expect(differences(0.3994457196, '0.39944572').beyondRounding).toBe(0);
  expect(differences(0.3994457196, '0.39944572').plain).toBeCloseTo(1e-9, 11);
  expect(differences(0.399445726, '0.39944572').beyondRounding).toBeCloseTo(1e-9 / 0.4, 10);
  expect(differences(96.4, '96').beyondRounding).toBe(0);
  expect(differences(97, '96').beyondRounding).toBeCloseTo(0.5 / 97, 12);
  expect(differences(0.0048, '4.7999999999999996E-3').beyondRounding).toBe(0);
  expect(differences(Number.NaN, '1').beyondRounding).toBeNaN();
  expect(differences(1, '').beyondRounding).toBeNaN();
});
