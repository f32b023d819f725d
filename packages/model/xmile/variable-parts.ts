import type { CanonicalName } from '../names/canonical-name.js';
import { canonicalName, displayName } from '../names/canonical-name.js';
import type { Span } from '../source/source-text.js';
import { parseUnits } from '../units/parse-units.js';
import type { UnitExpression } from '../units/unit-expression.js';
import type { XmlElement } from '../xml/xml-element.js';
import { attributeOf, childNamed, textOf } from '../xml/xml-element.js';
import { readNumber } from './number.js';
import type { Reading } from './reading.js';

/** What every variable has, as read. */
export interface VariableParts {
  readonly written: string;
  readonly name: string;
  readonly key: CanonicalName;
  readonly documentation?: string;
  readonly units?: UnitExpression;
  readonly range?: { readonly min?: number; readonly max?: number };
  readonly span: Span;
}

/**
 * The name, documentation, units and range of a variable.
 *
 * @errors missing-name, unit-syntax, bad-number.
 * @source OASIS XMILE 1.0, 4.1.1.
 */
export function readParts(reading: Reading, element: XmlElement): VariableParts | undefined {
  const { findings } = reading;
  const written = attributeOf(element, 'name')?.trim() ?? '';
  const key = canonicalName(written);
  if (key === '') {
    findings.error('missing-name', element.startTag, `This \`<${element.name}>\` has no name.`, {
      hint: `Write \`<${element.name} name="...">\`.`,
    });
    return undefined;
  }
  const name = displayName(written);
  const doc = childNamed(element, 'doc');
  const documentation = doc && textOf(findings.source, doc).text.trim();
  const units = readUnits(reading, element, name);
  const range = readRange(reading, element, name);
  return {
    written,
    name,
    key,
    span: element.span,
    ...(documentation === undefined || documentation === '' ? {} : { documentation }),
    ...(units === undefined ? {} : { units }),
    ...(range === undefined ? {} : { range }),
  };
}

/** An empty `<units>` says that nobody has given any, not that there are none. */
function readUnits(reading: Reading, element: XmlElement, variable: string): UnitExpression | undefined {
  const { findings } = reading;
  const units = childNamed(element, 'units');
  const text = units && textOf(findings.source, units);
  if (text === undefined || text.text.trim() === '') return undefined;
  const parsed = parseUnits(findings.source, text, { variable });
  if (parsed.ok) return parsed.value;
  for (const diagnostic of parsed.diagnostics)
    findings.list.push(reading.unitsDeclared ? diagnostic : { ...diagnostic, severity: 'warning' });
  return undefined;
}

function readRange(reading: Reading, element: XmlElement, variable: string): VariableParts['range'] {
  const range = childNamed(element, 'range');
  if (range === undefined) return undefined;
  const bound = (name: 'min' | 'max') => {
    const attribute = range.attributes.get(name);
    return attribute && readNumber(reading.findings, attribute.value, `\`${name}\` of \`<range>\``, variable);
  };
  const min = bound('min');
  const max = bound('max');
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}
