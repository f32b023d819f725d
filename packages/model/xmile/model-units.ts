import type { UnitDefinition } from '../model.js';
import type { Findings } from '../source/findings.js';
import { parseUnits } from '../units/parse-units.js';
import type { XmlElement } from '../xml/xml-element.js';
import { attributeOf, childNamed, childrenNamed, textOf } from '../xml/xml-element.js';

/**
 * The units a file declares. An empty `<eqn>` declares a base unit.
 *
 * @errors missing-name, unit-syntax.
 * @source OASIS XMILE 1.0, 2.4.
 */
export function readModelUnits(findings: Findings, root: XmlElement): readonly UnitDefinition[] {
  const section = childNamed(root, 'model_units');
  if (section === undefined) return [];
  const definitions: UnitDefinition[] = [];
  for (const element of childrenNamed(section, 'unit')) {
    const name = attributeOf(element, 'name')?.trim() ?? '';
    if (name === '') {
      findings.error('missing-name', element.startTag, 'This `<unit>` has no name.', {
        hint: 'Write `<unit name="...">`.',
      });
      continue;
    }
    if (attributeOf(element, 'disabled')?.trim().toLowerCase() === 'true') continue;
    const aliases = childrenNamed(element, 'alias')
      .map((alias) => textOf(findings.source, alias).text.trim())
      .filter((alias) => alias !== '');
    const equation = childNamed(element, 'eqn');
    const text = equation && textOf(findings.source, equation);
    const parsed =
      text === undefined || text.text.trim() === '' ? undefined : parseUnits(findings.source, text);
    if (parsed?.ok === false) findings.list.push(...parsed.diagnostics);
    definitions.push({
      name,
      aliases,
      span: element.span,
      ...(parsed?.ok === true ? { definition: parsed.value } : {}),
    });
  }
  return definitions;
}
