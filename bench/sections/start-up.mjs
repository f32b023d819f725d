// From text to the first result in a cold process.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { number } from '../contest.mjs';
import { median } from '../measure.mjs';

const COLD = fileURLToPath(new URL('../cold.mjs', import.meta.url));
const TRIES = 7;

export function startUp() {
  const row = (what, goal, kind) => {
    const tries = Array.from({ length: TRIES }, () =>
      JSON.parse(execFileSync(process.execPath, [COLD, kind], { encoding: 'utf8' })),
    );
    const middle = (part) => number(median(tries.map((one) => one[part])));
    return `| ${[what, middle('read'), middle('make'), middle('run'), middle('all'), goal].join(' | ')} |`;
  };
  return `## From text to the first result

The Massachusetts model in a process that has done nothing else, modules loaded; medians of ${TRIES} processes, in ms of wall time.

| what | read and lower | make code | first run | all | goal |
|---|---|---|---|---|---|
${row('2,048 steps of RK4, WebAssembly backend', 50, 'steps')}
${row('a point of rest', 150, 'rest')}`;
}
