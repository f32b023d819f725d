// Finds a Chromium for the tests of the lab, or installs Debian's.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) =>
    existsSync(path),
  );
}

function isDebian() {
  return existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

/** The path of a Chromium; undefined where there is none and none can be installed. */
export function findBrowser() {
  const named = process.env.WEIR_CHROMIUM;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    console.error(`WEIR_CHROMIUM names no file: ${named}`);
    return undefined;
  }
  const found = onPath();
  if (found !== undefined) return found;
  if (!isDebian() || process.getuid?.() !== 0) return undefined;
  console.error('Installing the package chromium for the browser tests (once, a minute or two) ...');
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const words of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
  ]) {
    const done = spawnSync('apt-get', words, { stdio: ['ignore', 'ignore', 2], env: environment });
    if (done.status !== 0) {
      console.error(`apt-get ${words[0]} failed.`);
      return undefined;
    }
  }
  return onPath();
}
