import type { FuzzInput } from './mutate.mjs';

export function readSeeds(root: string): readonly FuzzInput[];
