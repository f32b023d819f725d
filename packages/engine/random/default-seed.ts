/** Seed of a run that names none. */
export const DEFAULT_SEED = 1234;
