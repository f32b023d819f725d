import { type CorrelationReport, correlations, latinHypercube } from '@weir/analysis';
import { useMemo } from 'react';
import { usePaired } from '../../compute/use-compute.js';
import { answersOf } from './answers.js';
import { drawsOfDesign } from './draws-of-design.js';
import { joined } from './joined.js';
import { type Question, taskOf, type Varied } from './question.js';

/** Draws of the sample: many more than there are constants. */
export const DRAWS = 1000;
const CHUNK = 50;

/** Rank correlations of a Latin hypercube sample, joined by run id. */
export function useCorrelations(question: Question | undefined, varied: readonly Varied[], seed: number) {
  const design = useMemo(() => {
    if (question === undefined || varied.length === 0) return undefined;
    const made = latinHypercube({ inputs: varied.map(({ input }) => input), seed }, DRAWS);
    return made.ok ? made.value : undefined;
  }, [question, varied, seed]);
  const task = useMemo(
    () =>
      question === undefined || design === undefined ? undefined : taskOf(question, drawsOfDesign(design)),
    [question, design],
  );
  const asked = usePaired('sensitivity/draws', task, { chunkRows: CHUNK, urgency: 1 });
  const report = useMemo((): CorrelationReport | undefined => {
    const table = asked.result;
    if (table === undefined || asked.isOld || question === undefined || design === undefined)
      return undefined;
    if (table.rows < table.wanted) return undefined;
    const rows = joined(design, question.outcome.id, answersOf(question, table));
    if (!rows.ok) return undefined;
    const found = correlations(rows.value);
    return found.ok ? found.value : undefined;
  }, [asked.result, asked.isOld, question, design]);
  return { report, asked };
}
