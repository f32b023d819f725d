import type { Random } from './random.mjs';

export interface FuzzInput {
  readonly kind: 'xmile' | 'mdl' | 'equation' | 'units';
  readonly file: string;
  readonly text: string;
}
export function mutate(seeds: readonly FuzzInput[], random: Random): FuzzInput;
