import { eliminationOrder } from './elimination-order.js';

/** Most operations of an elimination that are written out as code, one after another. */
const MOST_WRITTEN = 60_000;
/** Statements of one generated function. */
const CHUNK = 2000;

/** Elimination of the matrices (shift I - J) of one sparse pattern of J. */
export interface Elimination {
  readonly size: number;
  /** Number of elements kept, fill-in included. */
  readonly count: number;
  /**
   * Makes and factors (shift I - J).
   *
   * @param entries - Values of J, in the order of the pattern.
   * @param elements - Takes the factors, shape `[count]`; the first `size` of them are the reciprocals of the
   *   pivots.
   */
  factor(entries: Float64Array, shift: number, elements: Float64Array): void;
  /** Solves with factors, from right-hand side to solution in place; shape `[size]`. */
  solve(elements: Float64Array, vector: Float64Array): void;
}

/**
 * Gaussian elimination of matrices of one sparse pattern, written out as straight code. Pivots stand on the
 * diagonal, in the order that makes least fill-in (Markowitz); there is no pivoting by size, so the caller must
 * look at the pivots afterwards.
 *
 * @returns Nothing where the pattern is too full to be worth it.
 * @source Markowitz 1957; Duff, Erisman and Reid, Direct Methods for Sparse Matrices, chapter 7.
 */
export function elimination(
  size: number,
  pattern: readonly { readonly row: number; readonly column: number }[],
): Elimination | undefined {
  const position = new Map<number, number>();
  const at = (row: number, column: number): string => {
    const key = row * size + column;
    const known = position.get(key) ?? position.size;
    position.set(key, known);
    return `e${known}`;
  };
  for (let index = 0; index < size; index += 1) at(index, index);
  // Each entry of the pattern gets its place here, after the diagonal; fill-in comes later.
  const entryAt = new Map(pattern.map(({ row, column }, entry) => [at(row, column), entry]));
  const made = [...position.values()].map((index) => {
    const entry = entryAt.get(`e${index}`);
    const shifted = index < size ? 'shift' : '0';
    return `e${index} = ${entry === undefined ? shifted : `${shifted} - j[${entry}]`};`;
  });
  const factorLines: string[] = [];
  const forward: string[] = [];
  const filled = (row: number, column: number): void => {
    const before = position.size;
    const element = at(row, column);
    if (position.size > before) factorLines.push(`${element} = 0;`);
  };
  const backward: string[] = [];
  for (const { pivot, below, right } of eliminationOrder(size, pattern)) {
    if (factorLines.length + below.length * right.length > MOST_WRITTEN) return undefined;
    for (const row of below) for (const column of right) filled(row, column);
    factorLines.push(`${at(pivot, pivot)} = 1 / ${at(pivot, pivot)};`);
    for (const row of below) {
      factorLines.push(`${at(row, pivot)} *= ${at(pivot, pivot)};`);
      forward.push(`b[${row}] -= ${at(row, pivot)} * b[${pivot}];`);
      for (const column of right) {
        factorLines.push(`${at(row, column)} -= ${at(row, pivot)} * ${at(pivot, column)};`);
      }
    }
    const terms = right.map((column) => ` - ${at(pivot, column)} * b[${column}]`);
    backward.push(`b[${pivot}] = (b[${pivot}]${terms.join('')}) * ${at(pivot, pivot)};`);
  }
  const source = [
    '"use strict";',
    inChunks('factor', 'j, shift, a', [...made, ...factorLines]),
    inChunks('solve', 'a, b', [...forward, ...backward.reverse()]),
    'return { factor, solve };',
  ].join('\n');
  const functions: Pick<Elimination, 'factor' | 'solve'> = new Function(source)();
  return { ...functions, size, count: position.size };
}

/** Functions that keep elements in locals: read where first met, written back where they have changed. */
function inChunks(name: string, parameters: string, lines: readonly string[]): string {
  const parts: string[] = [];
  for (let from = 0; from < lines.length; from += CHUNK) {
    const chunk = lines.slice(from, from + CHUNK);
    const changed = new Set(chunk.flatMap((line) => /^e\d+/.exec(line)?.[0] ?? []));
    const used = new Set(chunk.flatMap((line) => line.match(/e\d+/g) ?? []));
    const place = (local: string): string => `a[${local.slice(1)}]`;
    // What a chunk makes from nothing need not be read first; fill-in starts from 0.
    const fresh = new Set(chunk.flatMap((line) => /^(e\d+) = (?:shift|0)/.exec(line)?.[1] ?? []));
    const load = [...used].map((local) =>
      changed.has(local)
        ? `let ${local} = ${fresh.has(local) ? 0 : place(local)};`
        : `const ${local} = ${place(local)};`,
    );
    const store = [...changed].map((local) => `${place(local)} = ${local};`);
    parts.push(
      `function ${name}${parts.length}(${parameters}) {\n${[...load, ...chunk, ...store].join('\n')}\n}`,
    );
  }
  const calls = parts.map((_, index) => `${name}${index}(${parameters});`);
  return [...parts, `function ${name}(${parameters}) { ${calls.join(' ')} }`].join('\n');
}
