import type { Model } from '../model.js';
import { canonicalName, displayName } from '../names/canonical-name.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { Findings } from '../source/findings.js';
import { circleIn, components } from '../structure/graph.js';
import type { Dimension } from './dimension.js';
import { combine, DIMENSIONLESS_DIMENSION, raise } from './dimension.js';
import { DIMENSIONLESS } from './parse-units.js';
import { isNamelessTime, timeWord, timeWords } from './time-units.js';
import type { UnitExpression } from './unit-expression.js';

/** What the units of a model mean. */
export interface UnitTable {
  /** The dimension of a unit as written; `undefined` when a name in it is not known. */
  readonly dimensionOf: (unit: UnitExpression) => Dimension | undefined;
  /** Whether a name of a unit is known. Every name is, in a file that declares none. */
  readonly knows: (name: string) => boolean;
  /** Dimension of the model's time unit; `undefined` when the model names none, or calls it `Time`. */
  readonly time: Dimension | undefined;
  /** How a base unit is shown to people. */
  readonly nameOf: (base: string) => string;
  /** Names that a file may use, for suggestions. */
  readonly names: readonly string[];
}

/**
 * Makes the table of a model's units.
 *
 * Known are the declared units and their aliases, the time unit with its common other words, and the words for
 * "dimensionless". A file that declares no units may use any name; there a plural in s and its singular are one.
 *
 * @errors circular-units; warns duplicate-unit.
 * @source OASIS XMILE 1.0, 2.4 and 3.3.6.
 */
export function unitTable(model: Model): {
  readonly table: UnitTable;
  readonly diagnostics: readonly Diagnostic[];
} {
  const findings = new Findings(model.source);
  const declared = declaredNames(model, findings);
  const shown = new Map<string, string>();
  const words = timeWords(model.simulation.timeUnits);
  const ownTime = canonicalName(model.simulation.timeUnits);
  // The time unit may be declared under any of its words.
  const declaredTime = [ownTime, ...words]
    .map((word) => declared.get(word))
    .find((index) => index !== undefined);
  const indexOf = (key: string) => declared.get(key) ?? (words.has(key) ? declaredTime : undefined);
  const isTime = (key: string) => words.has(key) && indexOf(key) === undefined;
  const open = model.units.length === 0;

  // `Minute` and `Minutes`, both declared, are one.
  const byForm = new Map<string, string>();
  const bases = model.units.map(({ name }) => {
    const key = canonicalName(name);
    const form = timeWord(key) ?? singular(key);
    const base = byForm.get(form) ?? key;
    byForm.set(form, base);
    if (!shown.has(base)) shown.set(base, displayName(name));
    return base;
  });
  const links = model.units.map(({ definition }) =>
    definition === undefined ? [] : namesIn(definition).flatMap((name) => indexOf(canonicalName(name)) ?? []),
  );
  const dimensions = new Map<number, Dimension>();
  const dimensionOfName = (name: string): Dimension | undefined => {
    const key = canonicalName(name);
    const index = indexOf(key);
    if (index !== undefined) return dimensions.get(index);
    if (DIMENSIONLESS.has(key)) return DIMENSIONLESS_DIMENSION;
    if (isTime(key)) return base(shown, ownTime, model.simulation.timeUnits);
    return open ? base(shown, timeWord(key) ?? singular(key), name) : undefined;
  };
  const dimensionOf = (unit: UnitExpression): Dimension | undefined => measure(unit, dimensionOfName);

  // Definitions before what uses them; a circle is reported and its members taken as base units.
  for (const component of components(model.units.length, (index) => links[index] ?? [], model.units.keys())) {
    const circle = circleIn(component, (index) => links[index] ?? []);
    if (circle !== undefined) reportCircle(findings, model, circle);
    for (const index of component) {
      const definition = circle === undefined ? model.units[index]?.definition : undefined;
      const own = new Map([[bases[index] ?? '', 1]]);
      dimensions.set(
        index,
        definition === undefined ? dimensionlessOr(own, bases[index]) : (dimensionOf(definition) ?? own),
      );
    }
  }
  const knows = (name: string) => open || dimensionOfName(name) !== undefined;
  const { timeUnits } = model.simulation;
  const time = isNamelessTime(timeUnits) ? undefined : dimensionOfName(timeUnits);
  const table: UnitTable = {
    dimensionOf,
    knows,
    time,
    nameOf: (key) => shown.get(key) ?? key,
    names: [...model.units.flatMap(({ name, aliases }) => [name, ...aliases]), ...words],
  };
  return { table, diagnostics: findings.list };
}

/** A file may declare `dmnl` itself; it stays dimensionless. */
function dimensionlessOr(own: Dimension, key: string | undefined): Dimension {
  return key !== undefined && (key === '1' || DIMENSIONLESS.has(key)) ? DIMENSIONLESS_DIMENSION : own;
}

function declaredNames(model: Model, findings: Findings): ReadonlyMap<string, number> {
  const declared = new Map<string, number>();
  for (const [index, unit] of model.units.entries())
    for (const name of [unit.name, ...unit.aliases]) {
      const key = canonicalName(name);
      const earlier = declared.get(key);
      if (earlier === undefined) declared.set(key, index);
      else if (earlier !== index)
        findings.warning(
          'duplicate-unit',
          unit.span,
          `The unit \`${name}\` is declared twice; the first declaration counts.`,
          {
            hint: 'Remove one of them.',
          },
        );
    }
  return declared;
}

function base(shown: Map<string, string>, key: string, written: string): Dimension {
  if (!shown.has(key)) shown.set(key, displayName(written));
  return new Map([[key, 1]]);
}

function singular(key: string): string {
  if (key === 'people' || key === 'persons') return 'person';
  return key.length > 3 && key.endsWith('s') && !key.endsWith('ss') ? key.slice(0, -1) : key;
}

function measure(
  unit: UnitExpression,
  ofName: (name: string) => Dimension | undefined,
): Dimension | undefined {
  switch (unit.kind) {
    case 'one':
      return DIMENSIONLESS_DIMENSION;
    case 'unit':
      return ofName(unit.name);
    case 'power': {
      const dimension = measure(unit.base, ofName);
      return dimension && raise(dimension, unit.exponent);
    }
    case 'product':
    case 'quotient': {
      const left = measure(unit.left, ofName);
      const right = measure(unit.right, ofName);
      return left && right && combine(left, right, unit.kind === 'product' ? 1 : -1);
    }
  }
}

/** The names in a unit, in the order written. */
export function namesIn(unit: UnitExpression): readonly string[] {
  return unitsIn(unit).map(({ name }) => name);
}

/** The named units in a unit, in the order written. */
export function unitsIn(unit: UnitExpression): readonly (UnitExpression & { readonly kind: 'unit' })[] {
  switch (unit.kind) {
    case 'one':
      return [];
    case 'unit':
      return [unit];
    case 'power':
      return unitsIn(unit.base);
    case 'product':
    case 'quotient':
      return [...unitsIn(unit.left), ...unitsIn(unit.right)];
  }
}

function reportCircle(findings: Findings, model: Model, circle: readonly number[]): void {
  const members = circle.flatMap((index) => model.units[index] ?? []);
  const links = members.map((unit, at) => {
    const next = members[(at + 1) % members.length] ?? unit;
    return next === unit
      ? `\`${unit.name}\` is defined by itself`
      : `\`${unit.name}\` is defined by \`${next.name}\``;
  });
  const span = members[0]?.span ?? { start: 0, end: 0 };
  findings.error('circular-units', span, `The definitions of units go in a circle: ${links.join(', ')}.`, {
    hint: 'Empty the `<eqn>` of one of them, so that it is a base unit.',
  });
}
