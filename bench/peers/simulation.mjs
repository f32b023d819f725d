// Runs the Massachusetts model in the package `simulation` and in Weir, at the same step, by Euler's method, compares
// the stocks at the end, and then times both. The peer gets the equations of the loop written by hand, one by one.
import { readFileSync } from 'node:fs';
import { javascript, simulate } from '@weir/engine';
import { Model } from 'simulation';
import { DEFAULTS, initialState, STOCKS } from '../massachusetts/hand-written.mjs';
import { loadMassachusetts } from '../massachusetts/load.mjs';
import { largestDifference, median, ratio, timeInTurn } from '../measure.mjs';

const MONTHS = 24;
const DT = 1 / 64;
const TOLERANCE = 1e-9;

const { program, slotOf } = loadMassachusetts();
const executable = javascript(program);
const settings = { method: 'euler', dt: DT, stop: { kind: 'time', time: MONTHS } };
const peer = peerModel();

const own = weir();
const simulated = peer.simulate();
const theirs = STOCKS.map((name) =>
  simulated.series(peer.getStock(({ name: other }) => other === name)).at(-1),
);
const difference = largestDifference(
  STOCKS.map((name) => own.values[slotOf(name)]),
  theirs,
);
console.log(
  `${STOCKS.length} stocks after ${MONTHS} months, dt 1/64, Euler: largest relative difference ${difference.toExponential(2)}`,
);
if (!(difference <= TOLERANCE)) throw new Error(`That is above ${TOLERANCE}.`);
for (const [what, saveEvery] of [
  ['every variable saved at every step', DT],
  ['Weir: every variable at the end; simulation: at every step', MONTHS],
]) {
  const times = timeInTurn({ weir: () => weir(saveEvery), peer: () => peer.simulate() }, 5, 2);
  console.log(
    `One run of ${MONTHS / DT} steps, ${what}: Weir ${median(times.weir).toPrecision(3)} ms, simulation ${median(times.peer).toPrecision(3)} ms: ${Math.round(ratio(times.peer, times.weir))} times as long`,
  );
}

function weir(saveEvery = DT) {
  const run = simulate(executable, [], { ...settings, saveEvery });
  if (run.status !== 'ok') throw new Error(run.message);
  return run;
}

/** The loop by hand, an equation a variable; the change of each stock is one flow. */
function peerModel() {
  const text = readFileSync(new URL('../massachusetts/hand-written.mjs', import.meta.url), 'utf8');
  const body = text.slice(text.indexOf('// What does not change'), text.lastIndexOf('}\n}'));
  const statements = body
    .split('\n')
    .filter((line) => !line.trim().startsWith('//') && !line.includes('for (let step'))
    .join(' ')
    .split(';')
    .map((one) => one.replace(/\s+/g, ' ').trim());
  const constants = { ...DEFAULTS, VIOLENCE: 0.1, SUBSTANCE_ABUSE: 0.2, AGING_RATE: 1 / 36 };
  const aliases = {
    toEm: 'p_AdultExiting_to_EmServices',
    toST: 'p_AdultExiting_to_STServices',
    toLT: 'p_AdultExiting_to_LTServices',
    toEmYouth: 'p_YouthExiting_to_EmServices',
    toSTYouth: 'p_YouthExiting_to_STServices',
    toLTYouth: 'p_YouthExiting_to_LTServices',
  };
  const model = new Model({
    timeStart: 0,
    timeLength: MONTHS,
    timeStep: DT,
    algorithm: 'Euler',
    timeUnits: 'Months',
  });
  model.globals = 'Function Clamp(value, low, high)\n  Min(Max(value, low), high)\nEnd Function';
  const made = new Map();
  for (const [name, value] of Object.entries(constants)) made.set(name, model.Variable({ name, value }));
  const start = initialState();
  const stocks = STOCKS.map((name, index) => model.Stock({ name, initial: start[index] }));
  for (const [index, name] of STOCKS.entries()) made.set(name, stocks[index]);
  const equations = [];
  const flows = [];
  for (const one of statements) {
    const [, name, right] = one.match(/^const (\w+) = (.*)$/) ?? [];
    const [, stock, change] = one.match(/^state\[(\d+)\] = \w+ \+ dt \* (.*)$/) ?? [];
    if (stock !== undefined) flows.push([Number(stock), change]);
    else if (name !== undefined && !right.startsWith('state[')) equations.push([name, right]);
  }
  for (const [name] of equations) made.set(name, model.Variable({ name, value: '0' }));
  for (const [index] of flows) {
    const name = `change of ${STOCKS[index]}`;
    made.set(name, model.Flow(null, stocks[index], { name, rate: '0', nonNegative: false }));
  }
  const give = (name, right) => {
    const variable = made.get(name);
    for (const read of new Set(right.match(/\b[A-Za-z_]\w*/g) ?? [])) {
      const source = made.get(aliases[read] ?? read);
      if (source !== undefined && source !== variable) model.Link(source, variable);
    }
    const equation = translated(right, made, aliases);
    if (name.startsWith('change of ')) variable.rate = equation;
    else variable.value = equation;
  };
  for (const [name, right] of equations) give(name, right);
  for (const [index, change] of flows) give(`change of ${STOCKS[index]}`, change);
  return model;
}

function translated(right, made, aliases) {
  return right
    .replace(/\bp\.(\w+)/g, '$1')
    .replace(/,\s*\)/g, ')')
    .replace(/clamp\(/g, 'Clamp(')
    .replace(
      /(\w+) === 0\s*\?\s*(\d)\s*:\s*((?:[^()]|\((?:[^()]|\([^()]*\))*\))*?)(?=\)\s*\+|\)\)|\)$|$)/g,
      'IfThenElse($1 = 0, $2, $3)',
    )
    .replace(/Math\.max\(/g, 'Max(')
    .replace(/Math\.min\(/g, 'Min(')
    .replace(/\b[A-Za-z_]\w*/g, (word) => {
      const name = aliases[word] ?? word;
      return made.has(name) ? `[${name}]` : word;
    });
}
