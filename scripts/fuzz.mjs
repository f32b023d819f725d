// Mutation fuzzing of everything that reads what users bring: XMILE, .mdl, equations, units.
//   node scripts/fuzz.mjs [--inputs 200000] [--seed 1234] [--save FOLDER]
// Each input is made from the seed and its number alone. It is tried in a process with 512 MB of heap; an input on which the
// process dies, throws, takes more than a second, opens a file or changes a prototype is a fault, and the exit code 1.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const HEAP_MB = 512;
/** Silence after which an input is taken to hang. The worker itself counts the second in processor time. */
const SILENCE_MS = 10_000;
const START_MS = 30_000;
const WORKERS = 2;
/** Faults after which there is nothing more to learn. */
const ENOUGH = 50;

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '200000' },
    seed: { type: 'string', default: '1234' },
    save: { type: 'string' },
  },
});
const root = fileURLToPath(new URL('..', import.meta.url));
const worker = fileURLToPath(new URL('fuzz/worker.mjs', import.meta.url));
const total = Number(values.inputs);
const faults = [];
const counts = { ok: 0, refused: 0 };
let slowest = 0;
let memory = 0;
let tried = 0;

function report(fault) {
  faults.push(fault);
  console.log(`input ${fault.input} (${fault.kind ?? 'unknown'}): ${fault.what}`);
  if (values.save === undefined || fault.text === undefined) return;
  mkdirSync(values.save, { recursive: true });
  writeFileSync(join(values.save, `${fault.input}.${fault.kind}`), fault.text);
}

/** Runs inputs `from` to `to`; begins again after one that killed the process. */
function runRange(from, to) {
  return new Promise((resolve) => {
    if (from >= to || faults.length >= ENOUGH) return resolve();
    const child = spawn(
      process.execPath,
      [`--max-old-space-size=${HEAP_MB}`, worker, root, values.seed, String(from), String(to)],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let at = from - 1;
    let done = false;
    let hung = false;
    let errors = '';
    const arm = (ms) =>
      setTimeout(() => {
        hung = true;
        child.kill('SIGKILL');
      }, ms);
    let timer = arm(START_MS);
    child.stderr.on('data', (data) => {
      errors = (errors + data).slice(-4000);
    });
    createInterface({ input: child.stdout }).on('line', (line) => {
      const message = JSON.parse(line);
      clearTimeout(timer);
      timer = arm(SILENCE_MS);
      if (message.at !== undefined) {
        at = message.at;
        tried += 1;
      } else if (message.fault !== undefined)
        report({ input: message.fault, kind: message.kind, what: message.verdict, text: message.text });
      else if (message.slow !== undefined)
        report({
          input: message.slow,
          kind: message.kind,
          what: `took ${message.seconds.toFixed(1)} s`,
          text: message.text,
        });
      else if (message.done !== undefined) {
        done = true;
        counts.ok += message.done.ok;
        counts.refused += message.done.refused;
        slowest = Math.max(slowest, message.slowest);
        memory = Math.max(memory, message.memory);
      }
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (done) return resolve();
      if (at < from) {
        console.error(`The worker did not start (${code ?? signal}).\n${errors}`);
        process.exit(1);
      }
      const memoryFault = /heap out of memory|allocation failed/i.test(errors);
      report({
        input: at,
        what: hung
          ? `hangs for more than ${SILENCE_MS / 1000} s`
          : memoryFault
            ? `needs more than ${HEAP_MB} MB`
            : `ended the process (${code ?? signal})`,
      });
      resolve(runRange(at + 1, to));
    });
  });
}

const begin = performance.now();
const share = Math.ceil(total / WORKERS);
await Promise.all(
  Array.from({ length: WORKERS }, (_, index) =>
    runRange(index * share, Math.min(total, (index + 1) * share)),
  ),
);
const seconds = (performance.now() - begin) / 1000;
console.log(
  `${tried} inputs, seed ${values.seed}, in ${seconds.toFixed(0)} s (${Math.round(tried / seconds)} a second): ${counts.ok} read, ${counts.refused} refused with a message, ${faults.length} faults; slowest ${slowest.toFixed(2)} s, most memory ${Math.round(memory / 2 ** 20)} MB.`,
);
process.exit(faults.length === 0 ? 0 : 1);
