import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TestContext } from 'vitest';

const SHARED = fileURLToPath(new URL('../../../../shared', import.meta.url));

/** A file of proof data beside the project; the test is skipped where that folder is not there. */
export function sharedFile(context: TestContext, path: string): string {
  const file = `${SHARED}/${path}`;
  if (!existsSync(file)) context.skip(`the folder of proof data ../shared is not there: ${path}`);
  return readFileSync(file, 'utf8');
}
