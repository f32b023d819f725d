import type { Expression } from '../equation/expression.js';
import type { Model } from '../model.js';
import type { CanonicalName } from '../names/canonical-name.js';
import type { Dimension } from './dimension.js';
import { UnitInference } from './infer-units.js';
import { inferVariableUnits } from './infer-variables.js';
import { printer } from './print-dimension.js';
import { unitTable } from './unit-table.js';

/** The units of a model, declared and inferred. */
export interface ModelUnits {
  /** The dimension of a variable, where it is known. */
  of(key: CanonicalName): Dimension | undefined;
  /** The dimension of a term of an equation, where it is known; none for a number. */
  ofTerm(term: Expression): Dimension | undefined;
  /** Dimension of the model's time unit, where it names one. */
  readonly time: Dimension | undefined;
  /** A dimension as a modeller writes it, such as `USD/person`. */
  print(dimension: Dimension): string;
}

/** The units of a model: those that the file declares, and those that its equations leave one answer for. */
export function modelUnits(model: Model): ModelUnits {
  const { table } = unitTable(model);
  const units = inferVariableUnits(model, table);
  const inference = new UnitInference(model, units);
  return {
    of: (key) => units.ofKey(key)?.dimension,
    ofTerm: (term) => {
      const unit = inference.infer(term);
      return unit.kind === 'known' ? unit.dimension : undefined;
    },
    time: table.time,
    print: printer(table),
  };
}
