// Measures how the time of reading, checking and compiling grows with a model: chains of stocks and flows as XMILE and as
// Vensim files, one array of as many elements, and the models of the repository. Prints a table; exits 1 where ten times as
// many variables take more than about twelve times as long, on the average over the sizes measured.
//   node bench/reading.mjs [--most 10000] [--rounds 5] [MODEL FILE ...]
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { javascript, lower } from '@weir/engine';
import { checkUnits, decodeVensim, readModel, readModelFile, sourceText, writeXmile } from '@weir/model';

/** Longest time that ten times as many variables may take: about twelve, and the noise of a busy machine. */
const MOST_GROWTH = 13;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { most: { type: 'string', default: '10000' }, rounds: { type: 'string', default: '5' } },
});
const rounds = Number(values.rounds);

/** A chain of tanks: each level drains into the next at a rate of its own. Three variables a link. */
function chain(links, { stock, flow, aux, whole }) {
  const parts = [];
  for (let link = 0; link < links; link += 1) {
    parts.push(stock(link), flow(link), aux(link));
  }
  return whole(parts.join(''));
}

const xmile = {
  stock: (k) =>
    `<stock name="Level ${k}"><eqn>${k + 1}</eqn>${k > 0 ? `<inflow>draining_${k - 1}</inflow>` : ''}<outflow>draining_${k}</outflow><units>litre</units></stock>\n`,
  flow: (k) =>
    `<flow name="draining ${k}"><eqn>Level_${k} / MAX(1, time_${k})</eqn><units>litre/day</units></flow>\n`,
  aux: (k) =>
    `<aux name="time ${k}"><eqn>${k % 7} + 2 * 3</eqn><units>day</units><doc>Residence time.</doc></aux>\n`,
  whole: (variables) =>
    `<xmile version="1.0"><header><vendor>x</vendor><product version="1">x</product></header><sim_specs time_units="day"><start>0</start><stop>10</stop><dt>0.5</dt></sim_specs><model><variables>${variables}</variables></model></xmile>`,
};
const vensim = {
  stock: (k) =>
    `Level ${k}= INTEG (${k > 0 ? `draining ${k - 1}` : ''}-draining ${k}, ${k + 1})\n\t~\tlitre\n\t~\t|\n\n`,
  flow: (k) => `draining ${k}=\n\tLevel ${k} / MAX(1, time ${k})\n\t~\tlitre/day\n\t~\t|\n\n`,
  aux: (k) => `time ${k}=\n\t${k % 7} + 2 * 3\n\t~\tday\n\t~\tResidence time.\n\t|\n\n`,
  whole: (equations) =>
    `{UTF-8}\n${equations}FINAL TIME = 10 ~~|\nINITIAL TIME = 0 ~~|\nSAVEPER = 1 ~~|\nTIME STEP = 0.5 ~~|\n`,
};

/** Three arrays of one dimension: as many elements as the chain has variables. */
function arrays(links) {
  return xmile
    .whole(
      `<stock name="Level"><dimensions><dim name="D"/></dimensions><eqn>D</eqn><outflow>draining</outflow></stock>
<flow name="draining"><dimensions><dim name="D"/></dimensions><eqn>Level / residence</eqn></flow>
<aux name="residence"><dimensions><dim name="D"/></dimensions><eqn>D + 2</eqn></aux>`,
    )
    .replace('<model>', `<dimensions><dim name="D" size="${links}"/></dimensions><model>`);
}

const MODELS = {
  'XMILE chain': { file: 'chain.xmile', make: (variables) => chain(variables / 3, xmile) },
  'Vensim chain': { file: 'chain.mdl', make: (variables) => chain(variables / 3, vensim) },
  'XMILE array': { file: 'array.xmile', make: (variables) => arrays(variables / 3) },
};

/** Milliseconds of processor time of each stage, the least of several rounds: what others do on the machine only adds. */
function stagesOf(file, text) {
  const taken = {};
  const time = (name, work) => {
    const begin = process.cpuUsage();
    const result = work();
    const { user, system } = process.cpuUsage(begin);
    taken[name] = [...(taken[name] ?? []), (user + system) / 1000];
    return result;
  };
  let variables = 0;
  for (let round = -1; round < rounds; round += 1) {
    if (round === 0) for (const name of Object.keys(taken)) taken[name] = [];
    const source = sourceText(file, text);
    const read = time('read', () => readModelFile(source));
    if (!read.ok) throw new Error(read.diagnostics[0]?.message);
    const model = time('read and check', () => readModel(source));
    if (!model.ok) throw new Error(model.diagnostics[0]?.message);
    variables = model.value.variables.size;
    time('units', () => checkUnits(model.value));
    const lowered = time('lower', () => lower(model.value));
    if (!lowered.ok) throw new Error(lowered.diagnostics[0]?.message);
    time('JavaScript', () => javascript(lowered.value));
    time('write', () => writeXmile(read.value));
  }
  const stages = Object.fromEntries(Object.entries(taken).map(([name, all]) => [name, Math.min(...all)]));
  const total = stages['read and check'] + stages.units + stages.lower + stages.JavaScript;
  return { variables, stages: { ...stages, total } };
}

const number = (value) => (value < 10 ? value.toFixed(2) : value.toFixed(0)).padStart(9);
const heads = ['read', 'read and check', 'units', 'lower', 'JavaScript', 'total', 'write'];
console.log(
  `${'ms of processor time'.padEnd(22)}${'variables'.padStart(10)}${heads.map((head) => head.padStart(15)).join('')}`,
);
const line = (name, variables, stages, format) =>
  console.log(
    `${name.padEnd(22)}${String(variables).padStart(10)}${heads.map((head) => format(stages[head]).padStart(15)).join('')}`,
  );

// Once for the compiler of JavaScript, which makes the first models slow.
for (const { file, make } of Object.values(MODELS)) stagesOf(file, make(1020));
let tooSlow = 0;
for (const [name, { file, make }] of Object.entries(MODELS)) {
  const rows = [];
  for (let size = 102; size <= Number(values.most) * 1.1; size *= 10) {
    const row = stagesOf(file, make(size - (size % 3)));
    line(name, row.variables, row.stages, number);
    rows.push(row);
  }
  const [smallest, largest] = [rows[0], rows.at(-1)];
  if (smallest === undefined || largest === undefined || rows.length < 2) continue;
  const decades = Math.log10(largest.variables / smallest.variables);
  const growth = Object.fromEntries(
    heads.map((head) => [head, (largest.stages[head] / smallest.stages[head]) ** (1 / decades)]),
  );
  line('  for ten times as many', '', growth, (value) => `x${value.toFixed(1)}`);
  if (growth.total <= MOST_GROWTH) continue;
  console.log(`  the total grows by more than ${MOST_GROWTH}`);
  tooSlow += 1;
}
for (const id of ['massachusetts', 'provisioning']) {
  const path = new URL(`../models/${id}/model.xmile`, import.meta.url);
  const { variables, stages } = stagesOf('model.xmile', readFileSync(path, 'utf8'));
  line(id, variables, stages, number);
}
for (const path of positionals) {
  const text = /\.mdl$/i.test(path) ? decodeVensim(readFileSync(path)) : readFileSync(path, 'utf8');
  const { variables, stages } = stagesOf(basename(path), text);
  line(basename(path), variables, stages, number);
}
process.exit(tooSlow === 0 ? 0 : 1);
