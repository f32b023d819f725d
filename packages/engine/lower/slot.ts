import type { Slot } from './program.js';

/** The slot at a position. The brand is given here and nowhere else. */
export const slotAt = (index: number): Slot => index as Slot;
