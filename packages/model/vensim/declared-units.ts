import type { UnitDefinition } from '../model.js';
import type { WrittenVariable } from '../model-file.js';
import { canonicalName } from '../names/canonical-name.js';
import { DIMENSIONLESS } from '../units/parse-units.js';
import { unitsIn } from '../units/unit-table.js';

/**
 * The units of a Vensim file: its synonyms, and every other unit in use as a base unit, since Vensim needs no
 * declaration. None where the file has no synonyms.
 */
export function declaredUnits(
  synonyms: readonly UnitDefinition[],
  variables: readonly WrittenVariable[],
): readonly UnitDefinition[] {
  if (synonyms.length === 0) return [];
  const known = new Set<string>(
    synonyms.flatMap(({ name, aliases }) => [name, ...aliases]).map(canonicalName),
  );
  const units = [...synonyms];
  for (const { units: written } of variables)
    for (const { name, span } of written === undefined ? [] : unitsIn(written)) {
      const key = canonicalName(name);
      if (known.has(key) || DIMENSIONLESS.has(key)) continue;
      known.add(key);
      units.push({ name, aliases: [], span });
    }
  return units;
}
