import { spawn } from 'node:child_process';

/** Opens an address in the person's browser, as their system does it. Where nothing can, nothing happens. */
export function openAddress(address: string): void {
  const [command, ...words] = opener();
  const child = spawn(command, [...words, address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

function opener(): readonly [string, ...string[]] {
  if (process.platform === 'darwin') return ['open'];
  if (process.platform === 'win32') return ['explorer'];
  return ['xdg-open'];
}
