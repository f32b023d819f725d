import type { Outcome } from '@weir/model';
import type { RunDocument } from './documents.js';
import { executeJob } from './execute-job.js';
import { jobOf, type OnProgress } from './executor.js';
import type { PreparedStudy } from './prepared-study.js';
import type { RunRequest } from './request.js';
import { runDocument } from './run-document.js';
import { planScenario } from './scenario-plan.js';

/**
 * Runs one scenario in this thread.
 *
 * @errors Those of `planScenario` and `runDocument`.
 */
export function runScenario(
  prepared: PreparedStudy,
  request: RunRequest,
  onProgress?: OnProgress,
): Outcome<RunDocument> {
  const plan = planScenario(prepared, request);
  if (!plan.ok) return plan;
  const run = executeJob(plan.value.prepared.executable(request.backend), jobOf(plan.value), (time) =>
    onProgress?.({ runsDone: 0, runs: 1, time }),
  );
  const document = runDocument(prepared, plan.value, run);
  return { ...document, diagnostics: [...plan.diagnostics, ...document.diagnostics] };
}
