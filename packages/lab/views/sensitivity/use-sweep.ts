import { type OutcomeSweep, oneAtATime, sweepIndices } from '@weir/analysis';
import { useMemo } from 'react';
import { usePaired } from '../../compute/use-compute.js';
import { answersOf } from './answers.js';
import { drawsOfDesign } from './draws-of-design.js';
import { joined } from './joined.js';
import { type Question, taskOf, type Varied } from './question.js';

/** Values of each constant, from one end of its range to the other. */
export const POINTS = 11;
const CHUNK = 60;

/** One constant varied, all others as they are. */
export interface Curve {
  readonly constant: Varied;
  readonly values: readonly number[];
  /** Shape as that of {@link values}; NaN where a run failed. */
  readonly answers: readonly number[];
}

/** What one-at-a-time runs came to. */
export interface Sweep {
  readonly base: number;
  readonly curves: readonly Curve[];
  readonly indices: OutcomeSweep | undefined;
  readonly runs: number;
}

/** Varies every constant on its own, the others at their values. */
export function useSweep(question: Question | undefined, varied: readonly Varied[], seed: number) {
  const design = useMemo(() => {
    if (question === undefined || varied.length === 0) return undefined;
    const made = oneAtATime(
      { inputs: varied.map(({ input }) => input), seed },
      varied.map(({ start }) => start),
      POINTS,
    );
    return made.ok ? made.value : undefined;
  }, [question, varied, seed]);
  const task = useMemo(
    () =>
      question === undefined || design === undefined ? undefined : taskOf(question, drawsOfDesign(design)),
    [question, design],
  );
  const asked = usePaired('sensitivity/sweep', task, { chunkRows: CHUNK });
  const sweep = useMemo((): Sweep | undefined => {
    const table = asked.result;
    if (table === undefined || asked.isOld || question === undefined || design === undefined)
      return undefined;
    if (table.rows < table.wanted) return undefined;
    const answers = answersOf(question, table);
    const rows = joined(design, question.outcome.id, answers);
    const indices = rows.ok ? sweepIndices(rows.value) : undefined;
    return {
      base: answers[0] ?? Number.NaN,
      runs: table.wanted,
      indices: indices?.ok === true ? indices.value[0] : undefined,
      curves: varied.map((constant, at) => {
        const first = 1 + at * POINTS;
        const places = Array.from({ length: POINTS }, (_, point) => point);
        return {
          constant,
          values: places.map(
            (point) => constant.low + ((constant.high - constant.low) * point) / (POINTS - 1),
          ),
          answers: places.map((point) => answers[first + point] ?? Number.NaN),
        };
      }),
    };
  }, [asked.result, asked.isOld, question, design, varied]);
  return { sweep, asked };
}
