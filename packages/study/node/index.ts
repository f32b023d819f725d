// @weir/study/node: what needs Node.js: files and worker threads.
/// <reference types="node" />

export { includeLoader } from './include-loader.js';
export type { OpenOptions } from './open-study.js';
export { bundledModelsFolder, bundledStudies, openStudy } from './open-study.js';
export { readText } from './read-text.js';
export type { WorkerOptions } from './worker-pool.js';
export { inWorkers } from './worker-pool.js';
export { writeFileWhole } from './write-file.js';
