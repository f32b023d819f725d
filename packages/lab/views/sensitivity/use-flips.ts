import { type SearchPoint, type SignChange, signSearch } from '@weir/study';
import { useEffect, useState } from 'react';
import { useLab } from '../../app/lab-context.js';
import { emptyTable, withChunk } from '../../compute/paired-table.js';
import { answersOf } from './answers.js';
import { type Question, taskOf, type Varied } from './question.js';

/** What the search for reversals came to. */
export interface Flips {
  readonly question: Question;
  /** Shape [constants]; absent where there is no difference to begin with. */
  readonly found: readonly SignChange[] | undefined;
  readonly runs: number;
  /** The effect with nothing changed, in percent or points. */
  readonly effect: number;
}

const CHUNK = 60;

/**
 * Searches, for each constant on its own, where the effect of the policy changes its sign.
 *
 * @param channel - Of the asker's own, where several may ask at once.
 */
export function useFlips(
  question: Question | undefined,
  varied: readonly Varied[],
  channel = 'sensitivity/flips',
): Flips | undefined {
  const { compute } = useLab();
  const [flips, setFlips] = useState<Flips>();
  useEffect(() => {
    if (question === undefined) return;
    let isWanted = true;
    let runs = 0;
    let first = Number.NaN;
    const effect: Question = { ...question, measure: 'effect' };
    const difference = async (points: readonly SearchPoint[]): Promise<Float64Array | undefined> => {
      const keys = varied.map(({ input }) => input.name);
      const values = Float64Array.from(
        points.flatMap((point) => varied.map(({ start }, at) => (at === point.range ? point.value : start))),
      );
      const task = taskOf(effect, { rows: points.length, varied: keys, values });
      runs += points.length * 2;
      const done = await compute.paired(channel, task, { chunkRows: CHUNK, urgency: 1 });
      if (done.kind !== 'done') return undefined;
      return answersOf(effect, withChunk(emptyTable(task), done.answer, points.length));
    };
    const search = async (): Promise<void> => {
      const steps = signSearch(varied);
      let step = steps.next();
      while (step.done !== true) {
        const answers = await difference(step.value);
        if (!isWanted || answers === undefined) return;
        if (Number.isNaN(first)) first = answers[0] ?? Number.NaN;
        step = steps.next(answers);
      }
      if (isWanted) setFlips({ question, found: step.value, runs, effect: first });
    };
    search();
    return () => {
      isWanted = false;
      compute.cancel(channel);
    };
  }, [compute, question, varied, channel]);
  return flips?.question === question ? flips : undefined;
}
