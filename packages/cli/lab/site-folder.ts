import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataFailure } from '../failure.js';

/** The folder of this checkout; undefined where Weir was installed without it. */
function checkout(): string | undefined {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'packages', 'lab', 'package.json'))) {
    const above = dirname(folder);
    if (above === folder) return undefined;
    folder = above;
  }
  return folder;
}

/**
 * The folder of the built site. Builds it where something it is made from has changed, with what the build says on
 * stderr.
 *
 * @throws Failure where there is no lab in this installation, or it cannot be built.
 */
export async function siteFolder(): Promise<string> {
  const root = checkout();
  if (root === undefined) {
    const hint = 'Run it from a checkout of Weir, or open the single file of the lab in a browser.';
    throw dataFailure('no-lab', 'This installation has no lab.', hint);
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'scripts', 'build-lab.mjs'), '--site'], {
      stdio: ['ignore', 2, 2],
    });
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0) {
    throw dataFailure(
      'lab-not-built',
      'The lab could not be built.',
      'Run `npm run build`, which says more.',
    );
  }
  return join(root, 'packages', 'lab', 'site');
}
