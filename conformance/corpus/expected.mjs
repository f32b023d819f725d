// The outputs that the models of this corpus must give, from closed forms and by hand, not from any simulator.
// `node conformance/corpus/expected.mjs` writes them; a test compares the files with what stands here.
import { writeFileSync } from 'node:fs';

/** Times `0, step, ..., stop`, counted in whole steps. */
const times = (stop, step) => Array.from({ length: Math.round(stop / step) + 1 }, (_, k) => k * step);
const constant = (value) => () => value;

/** Chance of at least `n` successes in `m` trials: the answer of a chain of n levels after m Euler steps. */
function atLeast(n, m, chance) {
  if (m < n) return 0;
  let below = 0;
  let choose = 1;
  for (let i = 0; i < n; i += 1) {
    below += choose * chance ** i * (1 - chance) ** (m - i);
    choose = (choose * (m - i)) / (i + 1);
  }
  return 1 - below;
}

/** Every output: file, times, and each column as a function of time and row. */
export const OUTPUTS = [
  {
    file: 'exponential-decay/output.csv',
    times: times(10, 0.25),
    columns: {
      Population: (_, k) => 100 * 0.975 ** k,
      leaving: (_, k) => 10 * 0.975 ** k,
      'leaving rate': constant(0.1),
    },
  },
  {
    file: 'oscillator/output.csv',
    times: times(10, 0.5),
    columns: { Position: (t) => Math.cos(t), Velocity: (t) => -Math.sin(t) },
  },
  {
    file: 'arrays/output.csv',
    times: times(4, 1),
    columns: {
      'People[North,young]': (t) => 1 + 10 * t,
      'People[North,old]': (t) => 2 + 10 * t,
      'People[North,very old]': (t) => 3 + 10 * t,
      'People[South,young]': (t) => 4 + 5 * t,
      'People[South,old]': (t) => 5 + 5 * t,
      'People[South,very old]': (t) => 6 + 5 * t,
      'arriving[North,young]': constant(10),
      'arriving[South,very old]': constant(5),
      'rate[North]': constant(1),
      'rate[South]': constant(0.5),
      'all people': (t) => 21 + 45 * t,
      'by region[North]': (t) => 6 + 30 * t,
      'by region[South]': (t) => 15 + 15 * t,
      largest: (t) => Math.max(3 + 10 * t, 6 + 5 * t),
      'mean of old': (t) => (7 + 15 * t) / 2,
      cells: constant(6),
      'turned[very old,South]': (t) => 12 + 10 * t,
      'turned[young,North]': (t) => 2 + 20 * t,
    },
  },
  {
    file: 'delays/output.csv',
    times: times(20, 0.25),
    columns: {
      input: (t) => (t >= 2 ? 1 : 0),
      'first order delay': (_, k) => atLeast(1, k - 8, 1 / 12),
      'third order delay': (_, k) => atLeast(3, k - 8, 3 / 12),
      'fifth order delay': (_, k) => atLeast(5, k - 8, 5 / 12),
      'first order smooth': (_, k) => atLeast(1, k - 8, 1 / 12),
      'third order smooth': (_, k) => atLeast(3, k - 8, 3 / 12),
      'second order smooth': (_, k) => atLeast(2, k - 8, 2 / 12),
      'pure delay': (t) => (t < 3 ? 7 : t < 5 ? 0 : 1),
      'step ago': (_, k) => (k === 0 ? 9 : k > 8 ? 1 : 0),
      'first input': constant(5),
    },
  },
  {
    file: 'operators/xmile.csv',
    times: times(1, 1),
    columns: {
      'square of minus': constant(-4),
      'minus in parentheses': constant(9),
      'power tower': constant(4),
      'signed exponent': constant(0.125),
      'and before or': constant(1),
      'sum before comparison': constant(1),
      'not binds as a sign': constant(2),
      'left to right': constant(33),
      remainder: constant(1),
      'remainder of minus': constant(2),
      'remainder by minus': constant(-2),
      'floor of minus': constant(-10),
      unequal: constant(1),
      choice: constant(20),
      comment: constant(6),
      'pi twice': constant(0),
      scientific: constant(1502.5),
      'safe quotient': constant(6),
    },
  },
  {
    file: 'operators/vensim.csv',
    times: times(1, 1),
    columns: {
      'square of minus': constant(-4),
      'minus in parentheses': constant(9),
      'sum before comparison': constant(1),
      remainder: constant(1),
      'remainder of minus': constant(-1),
      'remainder by minus': constant(1),
      'truncated minus': constant(-9),
      quantum: constant(-13.5),
      quotients: constant(27),
      logic: constant(8),
      missing: constant(-(2 ** 109)),
      'marked missing': constant(1),
      logarithms: constant(35),
    },
  },
  {
    file: 'graphs/xmile.csv',
    times: times(5, 0.5),
    columns: {
      held: (t) => (t < 1 ? 10 : t < 2 ? 10 * t : t < 4 ? 40 - 10 * t : 0),
      extended: (t) => (t < 2 ? 10 * t : 60 - 20 * t),
      stepped: (t) => (t < 2 ? 10 : 20),
      called: (t) => 10 * t + 20,
    },
  },
  {
    file: 'graphs/vensim.csv',
    times: times(5, 0.5),
    columns: {
      held: (t) => (t < 1 ? 10 : t < 2 ? 10 * t : t < 4 ? 40 - 10 * t : 0),
      extended: (t) => (t < 2 ? 10 * t : 60 - 20 * t),
      called: (t) => 10 * t + 20,
    },
  },
  {
    file: 'modules/output.csv',
    times: times(8, 1),
    columns: {
      source: constant(8),
      'upper.Tank': (_, k) => 16 * (1 - 0.5 ** k),
      'upper.filling': constant(8),
      'upper.outflow': (_, k) => 8 * (1 - 0.5 ** k),
      'lower.Tank': (_, k) => 8 * k - 16 * (1 - 0.5 ** k),
      'lower.filling': (_, k) => 8 * (1 - 0.5 ** k),
      'held in both': (_, k) => 8 * k,
    },
  },
  {
    file: 'macros/xmile.csv',
    times: times(6, 1),
    columns: { four: constant(4), 'first pile': (t) => 10 + t, 'second pile': (t) => 6 * t + 1 },
  },
  {
    file: 'macros/vensim.csv',
    times: times(6, 1),
    columns: { six: constant(6), 'first pile': (t) => 10 + t, 'second pile': (t) => 6 * t + 1 },
  },
  {
    file: 'includes/output.csv',
    times: times(4, 1),
    columns: {
      factor: constant(7),
      'daily rain': constant(2),
      'filling[North]': constant(6),
      'filling[South]': constant(6),
      'Store[North]': (t) => 2 + 6 * t,
      'Store[South]': (t) => 2 + 6 * t,
    },
  },
  {
    file: 'non-negative/output.csv',
    times: times(6, 0.5),
    columns: {
      Store: (_, k) => [10, 7, 4, 1][k] ?? 0,
      Sold: (_, k) => [0, 2, 4, 6][k] ?? 7,
      Wasted: (_, k) => [0, 1, 2][k] ?? 3,
      selling: (_, k) => [4, 4, 4, 2][k] ?? 0,
      wasting: (_, k) => [2, 2, 2][k] ?? 0,
      rain: (t) => Math.max(0, 2 - t),
      Lake: (_, k) => [0, 1, 1.75, 2.25][k] ?? 2.5,
      balance: constant(10),
    },
  },
  {
    file: 'save-steps/output.csv',
    times: Array.from({ length: 501 }, (_, k) => k / 10),
    columns: { Clock: (_, k) => k / 10, ticking: constant(1), 'twice the time': (_, k) => k / 5 },
  },
  {
    file: 'names/output.csv',
    times: times(1, 1),
    columns: {
      'Wachstum f\u00fcr \u00c4mter': constant(3),
      two_words: constant(4),
      'a/b, or {so}': constant(5),
      'say "yes"': constant(6),
      'on two lines': constant(7),
      constructor: constant(8),
      all: constant(569),
    },
  },
  {
    file: 'test-inputs/xmile.csv',
    times: times(6, 0.5),
    columns: {
      jump: (t) => (t >= 2 ? 3 : 0),
      slope: (t) => Math.max(0, 2 * (t - 1)),
      once: (t) => (t === 2 ? 8 : 0),
      'every two days': (t) => (t === 1 || t === 3 || t === 5 ? 2 : 0),
      clock: (t) => t + 560,
    },
  },
  {
    file: 'test-inputs/vensim.csv',
    times: times(6, 0.5),
    columns: {
      jump: (t) => (t >= 2 ? 3 : 0),
      slope: (t) => Math.min(4, Math.max(0, 2 * (t - 1))),
      once: (t) => (t >= 2 && t < 3 ? 1 : 0),
      'every two days': (t) => (t === 1 || t === 3 || t === 5 ? 1 : 0),
    },
  },
  {
    file: 'vensim/output.csv',
    times: times(4, 1),
    columns: {
      'value[a]': constant(1),
      'value[b]': constant(1),
      'value[c]': constant(10),
      'value[d]': constant(20),
      'position[a]': constant(1),
      'position[d]': constant(4),
      'mapped[c]': constant(5),
      'mapped[d]': constant(6),
      'sum of pair': constant(30),
      Level: (t) => 45 + t,
      start: (t) => 100 * t,
      sample: (t) => (t < 2 ? 7 : 47),
      played: constant(3),
    },
  },
];

const quoted = (name) => (/[",\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name);

/** An output as the text of its file. */
export function outputText({ times: rows, columns }) {
  const heads = ['Time', ...Object.keys(columns)].map(quoted).join(',');
  const lines = rows.map((time, row) =>
    [time, ...Object.values(columns).map((value) => value(time, row))].join(','),
  );
  return `${[heads, ...lines].join('\n')}\n`;
}

if (process.argv[1] === new URL(import.meta.url).pathname)
  for (const output of OUTPUTS) writeFileSync(new URL(output.file, import.meta.url), outputText(output));
