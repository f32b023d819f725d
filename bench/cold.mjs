// From the text of a model file to its first result, in a process that has done nothing else: prints milliseconds.
// cold.mjs steps|rest. Modules are loaded before the clock begins.
import { readFileSync } from 'node:fs';
import { batchOf, lower, wasm } from '@weir/engine';
import { readModel, sourceText } from '@weir/model';
import { MODEL_FILE } from './massachusetts/load.mjs';
import { reachedValue } from './weir.mjs';

const text = readFileSync(MODEL_FILE, 'utf8');
const end =
  process.argv[2] === 'rest'
    ? { kind: 'rest' }
    : { kind: 'run', settings: { method: 'rk4', dt: 1 / 16, stop: { kind: 'time', time: 128 } } };
const begin = performance.now();
const program = reachedValue(lower(reachedValue(readModel(sourceText(MODEL_FILE, text)))));
const lowered = performance.now();
const batch = reachedValue(batchOf(process.argv[2] === 'rest' ? program : wasm(program), end));
const made = performance.now();
const observed = program.stocks.map(({ slot }) => slot);
const { status } = reachedValue(batch.run({ rows: 1, given: [], inputs: new Float64Array(0), observed }));
if (status[0] !== 0) throw new Error('The first run failed.');
const done = performance.now();
console.log(
  JSON.stringify({ read: lowered - begin, make: made - lowered, run: done - made, all: done - begin }),
);
