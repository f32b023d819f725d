/** How a trajectory is followed at first. */
export const USUAL = { method: 'followed', tolerance: 0.1, lenient: true, mostSteps: 600 } as const;
