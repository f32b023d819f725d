// @weir/engine: makes a model ready to run, and runs it.

export type * from './backend.js';
export type * from './integrate/run.js';
export type * from './integrate/settings.js';
export type * from './lower/program.js';
