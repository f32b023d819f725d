// Partial rank correlations of 5,000 runs, 44 inputs and 7 outcomes, against the textbook way: two regressions a cell.
import { column, correlations, joinRuns, monteCarlo, rank } from '@weir/analysis';
import { contest, number, timed } from '../contest.mjs';
import { median } from '../measure.mjs';
import { mustAgree } from '../weir.mjs';

const RUNS = 5000;
const INPUTS = 44;
const OUTCOMES = 7;
/** Cells computed the textbook way; its time is scaled up to all of them. */
const TEXTBOOK_CELLS = 8;

export async function rankCorrelations() {
  const table = madeUpTable();
  const ranks = Array.from({ length: INPUTS }, (_, j) => rank(column(table.design.inputs, j)).ranks);
  const target = rank(column(table.outputs, 0)).ranks;
  let report;
  const ours = timed(() => {
    report = value(correlations(table));
  });
  let cells;
  const textbook = timed(() => {
    cells = Array.from({ length: TEXTBOOK_CELLS }, (_, input) => byRegressions(ranks, input, target));
  });
  const times = await contest({ ours, textbook }, 7, 3);
  for (const [input, cell] of cells.entries()) {
    const own = report.outcomes[0].cells[input];
    mustAgree(`PRCC of input ${input}`, Math.abs(own.partial - cell), 1e-9);
  }
  const scale = (INPUTS * OUTCOMES) / TEXTBOOK_CELLS;
  const gain = median(times.textbook.map((time, round) => (time * scale) / times.ours[round]));
  return `## Partial rank correlations

${RUNS.toLocaleString('en-US')} runs, ${INPUTS} inputs, ${OUTCOMES} outcomes, with tests and intervals: ${number(median(times.ours) / 1e6)} ms of processor time (${number(Math.min(...times.ours) / 1e6)} to ${number(Math.max(...times.ours) / 1e6)}; goal 30), ${number(gain)} times as fast as two regressions a cell in plain loops, ranks given (goal 100; ${TEXTBOOK_CELLS} of the ${INPUTS * OUTCOMES} cells timed). The same numbers to 1e-9.`;
}

function madeUpTable() {
  const inputs = Array.from({ length: INPUTS }, (_, input) => ({
    name: `x${input}`,
    distribution: { kind: 'uniform', low: 0, high: 1 },
  }));
  const design = value(monteCarlo({ inputs, seed: 1234 }, RUNS));
  const names = Array.from({ length: OUTCOMES }, (_, outcome) => `y${outcome}`);
  const columns = inputs.map((_, input) => column(design.inputs, input));
  const records = design.runs.map((run, row) => ({
    experiment: design.id,
    run,
    echo: Float64Array.from(columns, (values) => values[row]),
    status: 'ok',
    outputs: Float64Array.from(names, (_, outcome) =>
      columns.reduce(
        (sum, values, input) => sum + Math.exp(-((input + 5 * outcome) % INPUTS) / 9) * values[row] ** 2,
        0,
      ),
    ),
  }));
  return value(joinRuns(design, names, records)).table;
}

/** The correlation of what two regressions on the other inputs leave of an input and of an outcome, both as ranks. */
function byRegressions(ranks, input, target) {
  const others = ranks.filter((_, j) => j !== input);
  const left = residual(others, ranks[input]);
  const right = residual(others, target);
  let [product, first, second] = [0, 0, 0];
  for (const [row, one] of left.entries()) {
    product += one * right[row];
    first += one * one;
    second += right[row] * right[row];
  }
  return product / Math.sqrt(first * second);
}

/** What a least-squares fit with an intercept leaves: normal equations, solved by elimination. */
function residual(columns, target) {
  const regressors = [new Float64Array(RUNS).fill(1), ...columns];
  const size = regressors.length;
  const matrix = regressors.map((one) => [...regressors.map((other) => dot(one, other)), dot(one, target)]);
  for (let pivot = 0; pivot < size; pivot += 1)
    for (let row = 0; row < size; row += 1) {
      if (row === pivot) continue;
      const factor = matrix[row][pivot] / matrix[pivot][pivot];
      for (let at = pivot; at <= size; at += 1) matrix[row][at] -= factor * matrix[pivot][at];
    }
  return Float64Array.from(target, (one, run) =>
    regressors.reduce((rest, values, j) => rest - (matrix[j][size] / matrix[j][j]) * values[run], one),
  );
}

function dot(left, right) {
  let sum = 0;
  for (let row = 0; row < left.length; row += 1) sum += left[row] * right[row];
  return sum;
}

function value(result) {
  if (result.ok) return result.value;
  throw new Error(result.faults.map(({ message }) => message).join('\n'));
}
