import type { Model } from '../model.js';
import { canonicalName } from '../names/canonical-name.js';
import { nearest } from '../names/nearest.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { Findings } from '../source/findings.js';
import type { Span } from '../source/source-text.js';
import type { UnitExpression } from './unit-expression.js';
import { unitsIn, unitTable } from './unit-table.js';

interface UnknownUnit {
  readonly name: string;
  readonly span: Span;
  readonly variable: string | undefined;
  uses: number;
}

/**
 * Checks that every unit a model uses is one that its file declares. A file that declares none may use any.
 *
 * @errors unknown-unit, one for each distinct name; circular-units; warns duplicate-unit.
 */
export function checkUnitNames(model: Model): readonly Diagnostic[] {
  const { table, diagnostics } = unitTable(model);
  const unknown = new Map<string, UnknownUnit>();
  const look = (unit: UnitExpression, variable: string | undefined) => {
    for (const { name, span } of unitsIn(unit)) {
      if (table.knows(name)) continue;
      const key = canonicalName(name);
      const earlier = unknown.get(key);
      if (earlier === undefined) unknown.set(key, { name, span, variable, uses: 1 });
      else earlier.uses += 1;
    }
  };
  for (const { definition } of model.units) if (definition !== undefined) look(definition, undefined);
  for (const { units, name } of model.variables.values()) if (units !== undefined) look(units, name);

  const findings = new Findings(model.source);
  for (const { name, span, variable, uses } of unknown.values()) {
    const near = nearest(
      name.toLowerCase(),
      table.names.map((known) => known.toLowerCase()),
    );
    const known = table.names.find((candidate) => candidate.toLowerCase() === near);
    const per = /^(.+) per (.+)$/i.exec(name);
    const hint =
      per !== null
        ? `Write \`${per[1]}/${per[2]}\`.`
        : known !== undefined
          ? `Did you mean \`${known}\`?`
          : 'Declare it in `<model_units>`, or correct it.';
    const times = uses === 1 ? '' : ` It is used ${uses} times.`;
    findings.error('unknown-unit', span, `The unit \`${name}\` is not declared.${times}`, { variable, hint });
  }
  return [...diagnostics, ...findings.list];
}
