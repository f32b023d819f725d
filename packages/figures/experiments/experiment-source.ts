import type { ExperimentResult } from '@weir/study';
import type { FigureSource } from '../svg/figure.js';

/** What every figure of an experiment carries. */
export function experimentSource({
  weir,
  model,
  corrections,
  runs,
  experiment,
}: ExperimentResult): FigureSource {
  return {
    weir,
    model,
    corrections,
    settings: { experiment: experiment.id, kind: experiment.kind },
    runs,
    limits: experiment.limit,
  };
}
