import type { Run } from '@weir/engine';
import type { Outcome } from '@weir/model';
import { reached } from '@weir/model';
import { type Executor, jobOf, type OnProgress } from './executor.js';
import type { ScenarioPlan } from './scenario-plan.js';

/**
 * Computes planned runs, those of one program together.
 *
 * @returns Runs by run id.
 * @errors Those of the executor.
 */
export async function executePlans(
  plans: readonly ScenarioPlan[],
  execute: Executor,
  onProgress?: OnProgress,
): Promise<Outcome<ReadonlyMap<string, Run>>> {
  const groups = new Map<string, ScenarioPlan[]>();
  for (const plan of plans) {
    const { programHash } = plan.prepared;
    groups.set(programHash, [...(groups.get(programHash) ?? []), plan]);
  }
  const total = new Set(plans.map(({ runId }) => runId)).size;
  const runs = new Map<string, Run>();
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const before = runs.size;
    const executed = await execute(first.prepared, group.map(jobOf), (progress) =>
      onProgress?.({ ...progress, runsDone: before + progress.runsDone, runs: total }),
    );
    if (!executed.ok) return executed;
    for (const [id, run] of executed.value) runs.set(id, run);
  }
  return reached(runs);
}
