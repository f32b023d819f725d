import type { Diagnostic, Model, UnitExpression, Variable } from '@weir/model';
import { canonicalName } from '@weir/model';
import type { OutcomeDefinition } from './study.js';

/** Exponents by unit, none of them 0. */
type Exponents = ReadonlyMap<string, number>;

/** Words that models use for no unit. */
const NO_UNIT = new Set(['dmnl', 'dimensionless', 'unitless', 'fraction', 'nodim']);

/**
 * Whether the unit of an outcome is that of its variable, up to order and the aliases that the model
 * declares. Nothing is said where one of the two has no unit.
 *
 * @errors `outcome-unit`, `unit-disagrees`.
 */
export function unitProblem(
  outcome: OutcomeDefinition,
  variable: Variable | undefined,
  model: Model,
): Omit<Diagnostic, 'severity'> | undefined {
  if (outcome.unit === '' || variable?.units === undefined) return undefined;
  const aliases = aliasesOf(model);
  const own = parsedFactors(outcome.unit, aliases);
  if (own === undefined) {
    const message = `The unit \`${outcome.unit}\` of the outcome \`${outcome.id}\` cannot be read.`;
    return { code: 'outcome-unit', message, hint: 'Write it as in `person`, `USD/transaction` or `1`.' };
  }
  const models = exponentsOf(variable.units, aliases);
  if (textOf(own) === textOf(models)) return undefined;
  return {
    code: 'unit-disagrees',
    message: `The outcome \`${outcome.id}\` is in \`${outcome.unit}\`, but \`${variable.name}\` is in \`${textOf(models)}\`.`,
    variable: variable.name,
    hint: 'Use the unit of the model file.',
  };
}

/** Names that units go by, and the one name they are compared under. */
function aliasesOf(model: Model): ReadonlyMap<string, string> {
  return new Map(
    model.units.flatMap(({ name, aliases }) => aliases.map((alias) => [canonicalName(alias), name])),
  );
}

/** Reads factors joined by `*` and `/`, left to right; `undefined` for anything else. */
function parsedFactors(text: string, aliases: ReadonlyMap<string, string>): Exponents | undefined {
  let exponents: Exponents = new Map();
  const parts = `*${text}`.split(/([*/])/).slice(1);
  for (let index = 0; index < parts.length; index += 2) {
    const name = parts[index + 1]?.trim() ?? '';
    if (!/^(?:1|\p{L}[\p{L}\p{N}_ ]*|[$€£%])$/u.test(name)) return undefined;
    const factor: Exponents = name === '1' ? new Map() : new Map([[unitName(name, aliases), 1]]);
    exponents = combined(exponents, factor, parts[index] === '/' ? -1 : 1);
  }
  return exponents;
}

function unitName(written: string, aliases: ReadonlyMap<string, string>): string {
  return aliases.get(canonicalName(written)) ?? written;
}

function exponentsOf(unit: UnitExpression, aliases: ReadonlyMap<string, string>): Exponents {
  switch (unit.kind) {
    case 'one':
      return new Map();
    case 'unit':
      return NO_UNIT.has(canonicalName(unit.name)) ? new Map() : new Map([[unitName(unit.name, aliases), 1]]);
    case 'product':
      return combined(exponentsOf(unit.left, aliases), exponentsOf(unit.right, aliases), 1);
    case 'quotient':
      return combined(exponentsOf(unit.left, aliases), exponentsOf(unit.right, aliases), -1);
    case 'power':
      return combined(new Map(), exponentsOf(unit.base, aliases), unit.exponent);
  }
}

function combined(left: Exponents, right: Exponents, times: number): Exponents {
  const sum = new Map(left);
  for (const [name, exponent] of right) {
    const total = (sum.get(name) ?? 0) + times * exponent;
    if (total === 0) sum.delete(name);
    else sum.set(name, total);
  }
  return sum;
}

/** Exponents as text, in alphabetical order: `USD/transaction`, `1/month`, `1`. */
function textOf(exponents: Exponents): string {
  const factor = ([name, exponent]: readonly [string, number]) =>
    Math.abs(exponent) === 1 ? name : `${name}^${Math.abs(exponent)}`;
  const sorted = [...exponents].sort(([a], [b]) => (a < b ? -1 : 1));
  const above = sorted.filter(([, exponent]) => exponent > 0).map(factor);
  const below = sorted.filter(([, exponent]) => exponent < 0).map(factor);
  return [above.join('*') || '1', ...below].join('/');
}
