import type { Outcome } from '@weir/model';
import type { PreparedStudy } from '../execute/prepared-study.js';
import type { Experiment } from './experiment.js';
import type { ExperimentResult } from './experiment-result.js';
import { runActions } from './run-actions.js';
import { runLoops } from './run-loops.js';
import { runSurface } from './run-surface.js';

/**
 * Runs an experiment in this thread.
 *
 * @errors Those of {@link runSurface}, {@link runActions} and {@link runLoops}.
 */
export function runExperiment(prepared: PreparedStudy, experiment: Experiment): Outcome<ExperimentResult> {
  switch (experiment.kind) {
    case 'surface':
      return runSurface(prepared, experiment);
    case 'actions':
      return runActions(prepared, experiment);
    case 'loops':
      return runLoops(prepared, experiment);
  }
}
