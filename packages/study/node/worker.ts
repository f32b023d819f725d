// Entry of a worker thread: makes executables of the program it is given and computes the jobs it is sent.

import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { executablesOf } from '../execute/executables.js';
import { executeJob } from '../execute/execute-job.js';
import type { WorkerReply, WorkerRequest, WorkerStart } from './worker-messages.js';

const port = parentPort;
if (!isMainThread && port !== null) {
  const { program }: WorkerStart = workerData;
  const executable = executablesOf(program);
  const reply = (message: WorkerReply) => port.postMessage(message);
  port.on('message', (job: WorkerRequest) => {
    const { runId } = job;
    const run = executeJob(executable(job.backend), job, (time) => reply({ kind: 'reached', runId, time }));
    reply({ kind: 'done', runId, run });
  });
}
