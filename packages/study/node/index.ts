// @weir/study/node: what needs Node.js: files and worker threads.
/// <reference types="node" />

export type { EnsembleWorkers } from './ensemble/in-ensemble-workers.js';
export { runEnsembleInWorkers } from './ensemble/in-ensemble-workers.js';
export { readInputsFile } from './ensemble/inputs-file.js';
export { type EnsembleFile, type WriteOptions, writeEnsemble } from './ensemble/write-ensemble.js';
export { includeLoader } from './include-loader.js';
export { nodePacking } from './node-packing.js';
export { openExperiments } from './open-experiments.js';
export { openFindings } from './open-findings.js';
export { openLevers, runLevers } from './open-levers.js';
export type { OpenOptions } from './open-study.js';
export { bundledModelsFolder, bundledStudies, openEvidence, openStudy } from './open-study.js';
export { readText } from './read-text.js';
export type { WorkerOptions } from './worker-pool.js';
export { inWorkers } from './worker-pool.js';
export { writeFileWhole } from './write-file.js';
