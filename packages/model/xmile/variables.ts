import type { WrittenExpression } from '../equation/expression.js';
import { parseExpression } from '../equation/parse-expression.js';
import type { FlowReference } from '../model.js';
import type { WrittenVariable } from '../model-file.js';
import type { CanonicalName } from '../names/canonical-name.js';
import { canonicalName, displayName } from '../names/canonical-name.js';
import { nearest } from '../names/nearest.js';
import { spanIn } from '../source/mapped-text.js';
import { lineText } from '../source/source-text.js';
import type { XmlElement } from '../xml/xml-element.js';
import { attributeOf, childNamed, childrenNamed, textOf } from '../xml/xml-element.js';
import { readEquationParts } from './equation-parts.js';
import { nonNegativeOf } from './non-negative.js';
import type { Reading } from './reading.js';
import type { Feature } from './unsupported.js';
import type { VariableParts } from './variable-parts.js';
import { readParts } from './variable-parts.js';

/** Children of a variable that say how it would be computed in a way Weir lacks. */
const LACKING: ReadonlyMap<string, Feature> = new Map([
  ['conveyor', 'conveyor'],
  ['oven', 'conveyor'],
  ['leak', 'conveyor'],
  ['leak_integers', 'conveyor'],
  ['queue', 'queue'],
  ['overflow', 'queue'],
  ['event_poster', 'event-poster'],
]);

/** Children of a variable that are read here, or that say nothing about values. */
const KNOWN: ReadonlySet<string> = new Set([
  'eqn',
  'inflow',
  'outflow',
  'units',
  'doc',
  'range',
  'scale',
  'format',
  'gf',
  'non_negative',
  'mathml',
  'dimensions',
  'element',
  'multiplier',
  'init_eqn',
  'display',
]);

/** Children of `<variables>`, or of `<model>` in an old dialect, that are no variables. */
const BESIDES: ReadonlySet<string> = new Set(['module', 'macro', 'group']);

/**
 * The variables of a model, in the order of the file.
 *
 * @errors missing-name, missing-equation, repeated-element, duplicate-name, unknown-dimension, bad-number, those of equations, units
 *   and graphical functions; `unsupported-...` through `reading.unsupported`; warns unknown-element.
 * @source OASIS XMILE 1.0, 3.1, 4.1 to 4.3 and 4.5.
 */
export function readVariables(reading: Reading, section: XmlElement): readonly WrittenVariable[] {
  const variables: WrittenVariable[] = [];
  const { findings } = reading;
  for (const element of section.children) noteLacking(reading, section, element);
  const starts = new Map<CanonicalName, { readonly element: XmlElement; readonly name: string }>();
  for (const element of section.children) {
    if (!isVariable(element)) continue;
    const parts = readParts(reading, element);
    if (parts === undefined) continue;
    const earlier = starts.get(parts.key);
    if (earlier !== undefined) {
      const line = (at: XmlElement) => lineText(findings.source, at.span, element.span);
      findings.error(
        'duplicate-name',
        element.startTag,
        `\`${parts.name}\` on ${line(element)} has the name of \`${earlier.name}\` on ${line(earlier.element)}.`,
        {
          variable: parts.name,
          hint: 'Rename one of them; case, blanks and underscores do not tell names apart.',
        },
      );
      continue;
    }
    starts.set(parts.key, { element, name: parts.name });
    const variable = readVariable(reading, element, parts);
    if (variable !== undefined) variables.push(variable);
  }
  return variables;
}

function isVariable(element: XmlElement): boolean {
  return ['stock', 'flow', 'aux', 'gf'].includes(element.name);
}

/** Notes what an element uses that Weir lacks, and what Weir does not know. Elements of a vendor have a prefix and say nothing. */
function noteLacking(reading: Reading, section: XmlElement, element: XmlElement): void {
  const { findings, unsupported } = reading;
  const user = element.attributes.get('name')?.value.text;
  if (!isVariable(element)) {
    if (section.name === 'variables' && !BESIDES.has(element.name) && !element.name.includes(':'))
      findings.warning(
        'unknown-element',
        element.startTag,
        `\`<${element.name}>\` is not known here; it is not read.`,
      );
    return;
  }
  if (element.name === 'gf') return;
  for (const child of element.children) {
    const feature = LACKING.get(child.name);
    if (feature !== undefined) {
      unsupported.note(feature, child.span, user);
    } else if (!KNOWN.has(child.name) && !child.name.includes(':'))
      findings.warning(
        'unknown-element',
        child.startTag,
        `\`<${child.name}>\` is not known here; it is not read.`,
        {
          variable: user,
        },
      );
  }
}

function readVariable(
  reading: Reading,
  element: XmlElement,
  parts: VariableParts,
): WrittenVariable | undefined {
  const dimensions = readDimensionNames(reading, element, parts.name);
  if (dimensions === undefined) return undefined;
  const access = attributeOf(element, 'access')?.trim().toLowerCase();
  const optional = reading.submodel || access === 'input';
  const equations = readEquationParts(reading, element, { name: parts.name, dimensions, optional });
  // What is wrong with its equations has been said.
  if (equations.parts.length === 0) return undefined;
  const isStock = element.name === 'stock';
  const kind = isStock ? 'stock' : element.name === 'flow' ? 'flow' : 'auxiliary';
  const multiplier = element.name === 'flow' ? readMultiplier(reading, element, parts.name) : undefined;
  const nonNegative =
    element.name === 'stock' || element.name === 'flow'
      ? (nonNegativeOf(reading.findings.source, element) ?? reading.nonNegative[element.name])
      : false;
  return {
    kind: equations.graphical ? 'graphical' : kind,
    ...parts,
    dimensions,
    parts: equations.parts,
    inflows: isStock ? readFlows(reading, element, 'inflow', parts.name) : [],
    outflows: isStock ? readFlows(reading, element, 'outflow', parts.name) : [],
    nonNegative,
    ...(multiplier === undefined ? {} : { multiplier }),
    ...(access === 'input' || access === 'output' ? { access } : {}),
  };
}

/** The dimensions of an array, in order. An empty `<dimensions/>` makes no array. */
function readDimensionNames(
  { findings, dimensions: declared }: Reading,
  element: XmlElement,
  variable: string,
): readonly CanonicalName[] | undefined {
  const section = childNamed(element, 'dimensions');
  if (section === undefined) return [];
  const keys: CanonicalName[] = [];
  for (const dimension of childrenNamed(section, 'dim')) {
    const written = attributeOf(dimension, 'name')?.trim() ?? '';
    const key = canonicalName(written);
    if (declared.has(key)) {
      keys.push(key);
      continue;
    }
    const near = nearest(
      written,
      [...declared.values()].map(({ name }) => name),
    );
    findings.error(
      'unknown-dimension',
      dimension.span,
      `\`${displayName(written)}\` is no dimension of this file.`,
      {
        variable,
        hint:
          near === undefined
            ? 'Declare it in `<dimensions>`, or correct the name.'
            : `Did you mean \`${near}\`?`,
      },
    );
    return undefined;
  }
  return keys;
}

function readMultiplier(
  reading: Reading,
  element: XmlElement,
  variable: string,
): WrittenExpression | undefined {
  const multiplier = childNamed(element, 'multiplier');
  if (multiplier === undefined) return undefined;
  const { findings } = reading;
  const parsed = parseExpression(findings.source, textOf(findings.source, multiplier), variable);
  findings.list.push(...parsed.diagnostics);
  return parsed.ok ? parsed.value : undefined;
}

function readFlows(
  reading: Reading,
  stock: XmlElement,
  side: 'inflow' | 'outflow',
  variable: string,
): readonly FlowReference[] {
  const flows: FlowReference[] = [];
  for (const element of childrenNamed(stock, side)) {
    const text = textOf(reading.findings.source, element);
    const written = text.text.trim();
    const start = text.text.length - text.text.trimStart().length;
    if (written === '')
      reading.findings.error('missing-name', element.span, `This \`<${side}>\` names no flow.`, { variable });
    else
      flows.push({ written, key: canonicalName(written), span: spanIn(text, start, start + written.length) });
  }
  return flows;
}
