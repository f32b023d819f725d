import { type EnsemblePlan, type EnsembleTables, runEnsemble } from '@weir/study';
import { runEnsembleInWorkers } from '@weir/study/node';
import { EXIT } from '../exit-code.js';
import { valueOrFail } from '../failure.js';
import { startProgress } from '../print/progress.js';
import type { Verb } from '../verbs/verb.js';

/**
 * Makes the runs of ensembles one after another, in worker threads unless the world says otherwise, with one line of
 * progress for all.
 *
 * @throws Failure where runs cannot be made.
 */
export async function runTables(
  { io }: Verb,
  plans: readonly EnsemblePlan[],
): Promise<readonly EnsembleTables[]> {
  const progress = startProgress(io);
  const runs = plans.reduce((all, { scenarios, count }) => all + scenarios.length * count, 0);
  const tables: EnsembleTables[] = [];
  let before = 0;
  for (const plan of plans) {
    const onProgress = ({ rowsDone }: { readonly rowsDone: number }) =>
      progress.report({ runsDone: before + rowsDone, runs });
    const ran =
      io.execute === undefined
        ? await runEnsembleInWorkers(plan, { onProgress })
        : runEnsemble(plan, onProgress);
    if (!ran.ok) progress.end();
    tables.push(valueOrFail(ran, EXIT.data));
    before += plan.scenarios.length * plan.count;
  }
  progress.end();
  return tables;
}
