// Tries a range of inputs in a process of its own: `worker.mjs ROOT SEED FROM TO`. Says on stdout which input it is at, and
// every fault. Nothing may open a file once the seeds are read.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { mutate } from './mutate.mjs';
import { randomFor } from './random.mjs';
import { readSeeds } from './seeds.mjs';
import { tryInput } from './try-input.mjs';

const [root, seed, from, to] = process.argv.slice(2);
const seeds = readSeeds(root);
const { writeSync } = fs;
const say = (message) => writeSync(1, `${JSON.stringify(message)}\n`);

let opened = [];
for (const name of [
  'open',
  'openSync',
  'readFile',
  'readFileSync',
  'opendir',
  'readdirSync',
  'createReadStream',
]) {
  fs[name] = (path) => {
    opened.push(String(path));
    throw new Error(`a file was opened: ${path}`);
  };
}
syncBuiltinESMExports();

/** Inputs that were read or refused as they should be. */
const counts = { ok: 0, refused: 0 };
let slowest = 0;
say({ ready: seeds.length });
for (let input = Number(from); input < Number(to); input += 1) {
  const text = mutate(seeds, randomFor(Number(seed), input));
  say({ at: input });
  const begin = process.cpuUsage();
  const verdict = tryInput(text);
  const { user, system } = process.cpuUsage(begin);
  const seconds = (user + system) / 1e6;
  slowest = Math.max(slowest, seconds);
  if (opened.length > 0) {
    say({ fault: input, kind: text.kind, verdict: `fault: opened ${opened.join()}`, text: text.text });
    opened = [];
  } else if (verdict.startsWith('fault')) say({ fault: input, kind: text.kind, verdict, text: text.text });
  else counts[verdict] += 1;
  if (seconds > 1) say({ slow: input, kind: text.kind, seconds, text: text.text });
}
say({ done: counts, slowest, memory: process.resourceUsage().maxRSS * 1024 });
