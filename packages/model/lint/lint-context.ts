import type { Model } from '../model.js';
import type { EquationOrder } from '../structure/order.js';
import type { VariableUnits } from '../units/variable-units.js';
import type { ModelBounds } from './bounds/model-bounds.js';

/** What every rule is given. Made once a model. */
export interface LintContext {
  readonly model: Model;
  readonly order: EquationOrder;
  readonly bounds: ModelBounds;
  readonly units: VariableUnits;
}
