import { parseExpression } from '../equation/parse-expression.js';
import type { Macro } from '../model-file.js';
import type { CanonicalName } from '../names/canonical-name.js';
import { canonicalName, displayName } from '../names/canonical-name.js';
import type { XmlElement } from '../xml/xml-element.js';
import { attributeOf, childNamed, childrenNamed, textOf } from '../xml/xml-element.js';
import type { Reading } from './reading.js';
import { readVariables } from './variables.js';

/**
 * The macros a file defines, by name.
 *
 * @errors missing-name, duplicate-name, missing-equation, and those of equations and variables; `unsupported-macro`
 *   through `reading.unsupported`.
 * @source OASIS XMILE 1.0, 4.8.
 */
export function readMacros(reading: Reading, root: XmlElement): ReadonlyMap<CanonicalName, Macro> {
  const macros = new Map<CanonicalName, Macro>();
  for (const element of childrenNamed(root, 'macro')) {
    const macro = readMacro(reading, element);
    if (macro === undefined) continue;
    if (macros.has(macro.key))
      reading.findings.error(
        'duplicate-name',
        element.startTag,
        `There is another macro \`${macro.name}\`.`,
        {
          variable: macro.name,
          hint: 'Rename one of them.',
        },
      );
    macros.set(macro.key, macro);
  }
  return macros;
}

function readMacro(reading: Reading, element: XmlElement): Macro | undefined {
  const { findings, unsupported } = reading;
  const written = attributeOf(element, 'name')?.trim() ?? '';
  const key = canonicalName(written);
  if (key === '') {
    findings.error('missing-name', element.startTag, 'This `<macro>` has no name.', {
      hint: 'Write `<macro name="...">`.',
    });
    return undefined;
  }
  const name = displayName(written);
  if (childNamed(element, 'sim_specs') !== undefined) unsupported.note('macro', element.startTag, written);
  const equation = childNamed(element, 'eqn');
  const section = childNamed(element, 'variables');
  const parsed = equation && parseExpression(findings.source, textOf(findings.source, equation), name);
  if (parsed?.ok === false) findings.list.push(...parsed.diagnostics);
  const variables = section === undefined ? [] : readVariables({ ...reading, submodel: false }, section);
  if (equation === undefined && !variables.some((variable) => variable.key === key)) {
    findings.error('missing-equation', element.startTag, `The macro \`${name}\` has no equation.`, {
      variable: name,
      hint: 'Add `<eqn>` with the value of a call.',
    });
    return undefined;
  }
  return {
    written,
    name,
    key,
    parameters: readParameters(reading, element, name),
    output: key,
    variables,
    span: element.span,
    ...(parsed?.ok === true ? { expression: parsed.value } : {}),
  };
}

function readParameters(reading: Reading, element: XmlElement, macro: string): Macro['parameters'] {
  const { findings } = reading;
  return childrenNamed(element, 'parm').flatMap((parameter) => {
    const written = textOf(findings.source, parameter).text.trim();
    const key = canonicalName(written);
    if (key === '') {
      findings.error('missing-name', parameter.span, `A parameter of the macro \`${macro}\` has no name.`, {
        variable: macro,
        hint: 'Write `<parm>name</parm>`.',
      });
      return [];
    }
    const attribute = parameter.attributes.get('default');
    if (attribute === undefined) return [{ key, written }];
    const parsed = parseExpression(findings.source, attribute.value, macro);
    findings.list.push(...parsed.diagnostics);
    return [{ key, written, ...(parsed.ok ? { default: parsed.value } : {}) }];
  });
}
