declare module 'virtual:weir-models' {
  import type { BundledModel } from './catalog.js';

  /** Made by `build/models-plugin.ts` from what lies in the models folder. */
  export const bundled: readonly BundledModel[];
}
