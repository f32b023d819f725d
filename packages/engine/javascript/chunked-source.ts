import { neededFor } from '../lower/node-walk.js';
import type { Program, Slot } from '../lower/program.js';
import { rateNode } from '../lower/rate-node.js';
import { printBlock } from './block.js';
import { type Code, element, shifted } from './code.js';
import { Graph } from './graph.js';
import { functionSource, PARAMETERS } from './kernel-source.js';
import { leafInValues, type SettleSource, settleSource } from './settle-source.js';

/** Stocks or memories of one generated function. */
const CHUNK = 100;

/** Functions over many stocks or memories, and the statements that call them. */
interface Chunks {
  readonly source: string;
  readonly calls: readonly string[];
}

function inChunks(count: number, prefix: string, parameters: string, line: (at: number) => string): Chunks {
  const sources: string[] = [];
  const calls: string[] = [];
  for (let from = 0; from < count; from += CHUNK) {
    const name = `${prefix}${calls.length}`;
    const lines = Array.from({ length: Math.min(CHUNK, count - from) }, (_, index) => line(from + index));
    sources.push(functionSource(name, parameters, lines));
    calls.push(`${name}(${parameters});`);
  }
  return { source: sources.join(''), calls };
}

/**
 * Euler and the Runge-Kutta methods for models too large for one function: every value lives in `values`, and
 * functions of moderate size work on it in turn. What no flow or memory needs is left out.
 */
export function chunkedSource(program: Program): string {
  const { stocks, held } = program;
  const settle = settleMotion(program);
  const onStocks = (prefix: string, parameters: string, line: (stock: number) => string): Chunks =>
    inChunks(stocks.length, prefix, parameters, line);
  const value = (stock: number): Code => element('values', slotAt(program, stock));

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
    'values, base, sum, part',
    (stock) => `${value(stock)} = ${element('base', stock)} + part * ${element('sum', stock)};`,
  );
  const keep = onStocks('keep', 'values, base', (stock) => `${element('base', stock)} = ${value(stock)};`);
  const memory = memorySource(program);
  const loop = 'for (let k = step, end = step + steps; k < end; k += 1) {';
  const pending = held.length === 0 ? [] : [`const pending = new Float64Array(${held.length});`];

  return [
    settle.source,
    ...[euler, shift, gather, finish, keep].map(({ source }) => source),
    memory.source,
    functionSource('euler', PARAMETERS.advance, [
      ...pending,
      loop,
      'const stage = 0, time = start + k * dt;',
      ...settle.calls,
      ...memory.capture,
      ...euler.calls,
      ...memory.commit,
      '}',
    ]),
    functionSource('rungeKutta', PARAMETERS.stages, [
      'const count = offsets.length, part = dt / divisor;',
      ...['base', 'rate', 'sum'].map((name) => `const ${name} = new Float64Array(${stocks.length});`),
      ...pending,
      loop,
      ...keep.calls,
      'rate.fill(0);',
      'sum.fill(0);',
      'for (let stage = 0; stage < count; stage += 1) {',
      'const h = offsets[stage] * dt, weight = weights[stage], time = start + k * dt + h;',
      ...shift.calls,
      ...settle.calls,
      ...(held.length === 0 ? [] : ['if (stage === 0) {', ...memory.capture, '}']),
      ...gather.calls,
      '}',
      ...finish.calls,
      ...memory.commit,
      '}',
    ]),
  ].join('');
}

/** The rates of all stocks at one time within a step, in functions of moderate size. */
export function chunkedRatesSource(program: Program): string {
  const settle = settleMotion(program);
  const gather = inChunks(program.stocks.length, 'gather', 'values, rate', (stock) => {
    const { statements, rate } = rateCode(program, stock);
    return `{ ${statements} ${element('rate', stock)} = ${rate}; }`;
  });
  return [
    settle.source,
    gather.source,
    functionSource('rates', PARAMETERS.rates, [
      'const stage = 1, time = start + k * dt + h;',
      ...settle.calls,
      ...gather.calls,
    ]),
  ].join('');
}

/** Settles what the flows and the memories need. */
function settleMotion(program: Program): SettleSource {
  const wanted = [
    ...program.stocks.flatMap((stock): readonly Slot[] => [...stock.inflows, ...stock.outflows]),
    ...program.held.map(({ next }) => next),
  ];
  return settleSource('flow', neededFor(wanted, program.dynamic), program.oncePerStep);
}

/** Functions that set aside what memories take over, and that let them. */
function memorySource({ held }: Program): {
  readonly source: string;
  readonly capture: readonly string[];
  readonly commit: readonly string[];
} {
  const capture = inChunks(held.length, 'capture', 'values, pending', (at) => {
    const memory = held[at];
    if (memory === undefined) throw new RangeError(`no memory ${at}`);
    return `${element('pending', at)} = ${element('values', memory.next)};`;
  });
  const commit = inChunks(held.length, 'commit', 'values, pending, memory, k', (at) => {
    const memory = held[at];
    if (memory === undefined) throw new RangeError(`no memory ${at}`);
    const value = element('pending', at);
    const next = memory.delay === undefined ? value : shifted(element('memory', at), value);
    return `${element('values', memory.slot)} = ${next};`;
  });
  return { source: capture.source + commit.source, capture: capture.calls, commit: commit.calls };
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
  const block = printBlock({ graph, roots: [root], prefix: 't', frozen: 'computed', leaf: leafInValues });
  return { statements: block.statements.join(' '), rate: block.codeOf(root) };
}
