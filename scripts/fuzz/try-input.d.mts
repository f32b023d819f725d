import type { FuzzInput } from './mutate.mjs';

export function tryInput(input: FuzzInput): string;
