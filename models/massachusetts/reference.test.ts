import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const script = fileURLToPath(new URL('../../scripts/check-reference.mjs', import.meta.url));

it('rows of the published sensitivity sample, where their files are at hand', (context) => {
  const done = spawnSync(process.execPath, [script, '--rows', '8'], { encoding: 'utf8' });
  if (done.stdout.startsWith('Not checked')) {
    console.warn(done.stdout.trim());
    context.skip(done.stdout.trim());
  }
  expect(done.stderr).toBe('');
  expect(done.stdout).toContain('8 published runs with 42 varied parameters, joined by run id');
  expect(done.status).toBe(0);
});
