// @weir/study: study files, scenarios, run identity, execution and stores.

export type * from './execute/documents.js';
export type { RunRequest } from './execute/request.js';
export type * from './study-file/study.js';
