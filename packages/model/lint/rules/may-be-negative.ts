import type { Stock } from '../../model.js';
import type { ModelBounds } from '../bounds/model-bounds.js';

/** Whether a stock is meant to go below zero: its range or its initial value says so. */
export function mayBeNegative(bounds: ModelBounds, stock: Stock): boolean {
  return bounds.of(stock.key).low < 0;
}
