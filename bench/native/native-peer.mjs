// Compiles the models written by hand in C, and lets them run as contenders.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const SOURCE = fileURLToPath(new URL('peer.c', import.meta.url));
/** What a compiler is asked for: the best it can do for this machine. */
export const FLAGS = ['-O3', '-march=native'];

/** The version line of the C compiler, or undefined where there is none that makes this machine's vectors. */
export function compiler() {
  try {
    if (process.arch !== 'x64') return undefined;
    return execFileSync('gcc', ['--version'], { encoding: 'utf8' }).split('\n')[0];
  } catch {
    return undefined;
  }
}

/**
 * Compiles a model for runs one at a time, two at a time (128 bit) and four at a time (256 bit).
 *
 * @param {'massachusetts' | 'sir'} model - Which of the models in this folder.
 * @returns What makes contenders; `close` ends them all and removes what was compiled.
 */
export function nativeModel(model) {
  const folder = mkdtempSync(join(tmpdir(), 'weir-native-'));
  const program = join(folder, model);
  const headers = [`-DMODEL="${model}-model.h"`, `-DSTEP="${model}-step.h"`];
  execFileSync('gcc', [...FLAGS, ...headers, SOURCE, '-o', program, '-lm']);
  const running = [];
  return {
    /**
     * @param {{ lanes: 1|2|4, task: 'euler'|'rk4'|'published'|'rest', rows: number, parameters: Float64Array, dt: number, months?: number }} work
     */
    peer({ lanes, task, rows, parameters, dt, months = 0 }) {
      const file = join(folder, `${running.length}.bin`);
      writeFileSync(file, parameters);
      const child = spawn(program, [lanes, task, rows, file, dt, months].map(String), {
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      running.push(child);
      const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
      const line = async () => (await lines.next()).value;
      return {
        async go() {
          child.stdin.write('go\n');
          return Number(await line());
        },
        /** Rows of results: months, then the stocks. */
        async show() {
          child.stdin.write('show\n');
          const shown = [];
          for (let row = 0; row < rows; row += 1) shown.push((await line()).split(' ').map(Number));
          return shown;
        },
      };
    },
    close() {
      for (const child of running) child.kill();
      rmSync(folder, { recursive: true });
    },
  };
}
