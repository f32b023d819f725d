import type { Model, Variable } from '../model.js';
import type { CanonicalName } from '../names/canonical-name.js';
import type { Dimension } from './dimension.js';
import type { UnitTable } from './unit-table.js';

/** What is known of a variable's unit, and how it is known. */
export interface VariableUnit {
  readonly dimension: Dimension;
  /** What it was inferred from, such as `the equation of x`; absent where the file declares it. */
  readonly inferredFrom?: string;
}

/**
 * The units of a model's variables: declared ones, and those inferred so far. All elements of one array share
 * one unit.
 */
export class VariableUnits {
  private readonly units = new Map<CanonicalName, VariableUnit>();

  constructor(
    private readonly model: Model,
    readonly table: UnitTable,
  ) {
    for (const variable of model.variables.values()) {
      const dimension = variable.units && table.dimensionOf(variable.units);
      if (dimension !== undefined && !this.units.has(ownerOf(variable)))
        this.units.set(ownerOf(variable), { dimension });
    }
  }

  /** The unit of a variable, where it is known. */
  of(variable: Variable): VariableUnit | undefined {
    return this.units.get(ownerOf(variable));
  }

  /** The unit of the variable of this name, where it is known. */
  ofKey(key: CanonicalName): VariableUnit | undefined {
    const variable = this.model.variables.get(key);
    return variable && this.of(variable);
  }

  /** Gives a variable a unit, if it has none yet; whether it had none. */
  infer(variable: Variable, dimension: Dimension, inferredFrom: string): boolean {
    const owner = ownerOf(variable);
    if (this.units.has(owner)) return false;
    this.units.set(owner, { dimension, inferredFrom });
    return true;
  }
}

/** The array an element belongs to, or the variable itself: what has one unit, and is reported once. */
export function ownerOf(variable: Variable): CanonicalName {
  return variable.element?.array ?? variable.key;
}

/** The name under which a variable is reported: that of its array, where it is an element. */
export function ownerName(variable: Variable): string {
  return variable.element?.name ?? variable.name;
}

/**
 * Whether a variable turns one unit into another by design: what a flow with a multiplier brings to the stock it
 * fills (XMILE 1.0, 4.3), a hidden flow that elaboration makes.
 */
export function convertsUnits({ kind, hidden, key }: Variable): boolean {
  return kind === 'flow' && hidden === true && key.endsWith('(converted)');
}
