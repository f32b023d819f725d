import { RK4_STAGES } from '../integrate/runge-kutta.js';
import { neededFor } from '../lower/node-walk.js';
import type { Program, Slot } from '../lower/program.js';
import { rateNode } from '../lower/rate-node.js';
import { printBlock } from './block.js';
import { type Code, element } from './code.js';
import { Graph } from './graph.js';
import { functionSource, PARAMETERS } from './kernel-source.js';
import { leafInValues, settleSource } from './settle-source.js';

/** Stocks of one generated function. */
const CHUNK = 100;

/**
 * Euler and RK4 for models too large for one function: every value lives in `values`, and functions of
 * moderate size work on it in turn. What no flow needs is left out.
 */
export function chunkedSource(program: Program): string {
  const flows = program.stocks.flatMap((stock): readonly Slot[] => [...stock.inflows, ...stock.outflows]);
  const settle = settleSource('flow', neededFor(flows, program.dynamic));
  const count = program.stocks.length;
  const onStocks = (prefix: string, parameters: string, line: (stock: number) => string) => {
    const sources: string[] = [];
    const calls: string[] = [];
    for (let from = 0; from < count; from += CHUNK) {
      const name = `${prefix}${calls.length}`;
      const lines = Array.from({ length: Math.min(CHUNK, count - from) }, (_, index) => line(from + index));
      sources.push(functionSource(name, parameters, lines));
      calls.push(`${name}(${parameters});`);
    }
    return { source: sources.join(''), calls };
  };
  const value = (stock: number): string => element('values', slotAt(program, stock));

  const euler = onStocks('step', 'values, dt', (stock) => {
    const { statements, rate } = rateCode(program, stock);
    return `{ ${statements} ${value(stock)} = ${value(stock)} + dt * ${rate}; }`;
  });
  const shift = onStocks(
    'shift',
    'values, base, rate, h',
    (stock) => `${value(stock)} = ${element('base', stock)} + h * ${element('rate', stock)};`,
  );
  const gather = onStocks('gather', 'values, rate, sum, weight', (stock) => {
    const { statements, rate } = rateCode(program, stock);
    const kept = `${element('rate', stock)} = ${rate};`;
    const total = `${element('sum', stock)} = ${element('sum', stock)} + weight * ${element('rate', stock)};`;
    return `{ ${statements} ${kept} ${total} }`;
  });
  const finish = onStocks(
    'finish',
    'values, base, sum, sixth',
    (stock) => `${value(stock)} = ${element('base', stock)} + sixth * ${element('sum', stock)};`,
  );
  const keep = onStocks('keep', 'values, base', (stock) => `${element('base', stock)} = ${value(stock)};`);
  const loop = 'for (let k = step, end = step + steps; k < end; k += 1) {';

  return [
    settle.source,
    ...[euler, shift, gather, finish, keep].map(({ source }) => source),
    functionSource('euler', PARAMETERS.advance, [
      loop,
      'const time = start + k * dt;',
      ...settle.calls,
      ...euler.calls,
      '}',
    ]),
    functionSource('rk4', PARAMETERS.advance, [
      `const offsets = [${RK4_STAGES.map(({ offset }) => offset).join(', ')}];`,
      `const weights = [${RK4_STAGES.map(({ weight }) => weight).join(', ')}];`,
      ...['base', 'rate', 'sum'].map((name) => `const ${name} = new Float64Array(${count});`),
      'const sixth = dt / 6;',
      loop,
      ...keep.calls,
      'rate.fill(0);',
      'sum.fill(0);',
      `for (let stage = 0; stage < ${RK4_STAGES.length}; stage += 1) {`,
      'const h = offsets[stage] * dt, weight = weights[stage], time = start + k * dt + h;',
      ...shift.calls,
      ...settle.calls,
      ...gather.calls,
      '}',
      ...finish.calls,
      '}',
    ]),
  ].join('');
}

function slotAt(program: Program, stock: number): Slot {
  const found = program.stocks[stock];
  if (found === undefined) throw new RangeError(`no stock ${stock}`);
  return found.slot;
}

/** The rate of a stock, its flows read from `values`, and the statements it relies on. */
function rateCode(program: Program, stock: number): { statements: string; rate: Code } {
  const found = program.stocks[stock];
  if (found === undefined) throw new RangeError(`no stock ${stock}`);
  const graph = new Graph();
  const root = graph.add(rateNode(found));
  const block = printBlock({ graph, roots: [root], prefix: 't', leaf: leafInValues });
  return { statements: block.statements.join(' '), rate: block.codeOf(root) };
}
