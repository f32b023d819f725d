// Contenders that take turns and answer with the processor time they took, so that a busy machine slows all alike.
import { median } from './measure.mjs';

/**
 * Lets contenders take turns: A B C A B C ..., after `warmUp` rounds that do not count.
 *
 * @param {Record<string, () => number | Promise<number>>} contenders - Work of equal size by name; each answers with
 *   its processor time in nanoseconds.
 * @returns {Promise<Record<string, number[]>>} Nanoseconds of each round, by name.
 */
export async function contest(contenders, rounds, warmUp = 2) {
  const times = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const [name, work] of Object.entries(contenders)) {
      const time = await work();
      if (round >= 0) times[name].push(time);
    }
  }
  return times;
}

/** Work of this process, timed by its processor clock: compilers in the background count too. */
export function timed(work) {
  return () => {
    const begin = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(begin);
    return (user + system) * 1000;
  };
}

/** A line of a table: the median a piece of work, and how the round-by-round ratio to another contender stands. */
export function lineOf(what, times, pieces, unit, references) {
  const scaled = times.map((time) => time / pieces);
  const against = references.map((reference) => {
    if (reference === undefined) return '-';
    if (reference === times) return '1';
    return median(times.map((time, round) => time / reference[round])).toPrecision(3);
  });
  return `| ${[what, `${number(median(scaled))} ${unit}`, `${number(Math.min(...scaled))} to ${number(Math.max(...scaled))}`, ...against].join(' | ')} |`;
}

/** Three digits, without an exponent. */
export const number = (value) => {
  const rounded = Number(value.toPrecision(3));
  return rounded >= 1000 ? rounded.toLocaleString('en-US') : String(rounded);
};
