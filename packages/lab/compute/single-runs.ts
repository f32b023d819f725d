// A chunk of its own: the engine's code for single runs.
export { oneByOne } from '@weir/engine';
