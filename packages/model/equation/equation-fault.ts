import type { ModelCode } from '../source/diagnostic-codes.js';

/** What is wrong with an equation, at offsets of its decoded text. */
export interface EquationFault {
  readonly code: ModelCode;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly hint?: string;
}
