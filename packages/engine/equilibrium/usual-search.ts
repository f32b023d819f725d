/** How a trajectory is followed at first. */
export const USUAL = { method: 'followed', tolerance: 0.05, lenient: true, mostSteps: 600 } as const;
