/** Most steps between two looks at the values, so that a failure is met soon and a run can be cancelled. */
export const STEPS_BETWEEN_CHECKS = 1000;
