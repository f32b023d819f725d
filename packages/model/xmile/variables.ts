import type { FlowReference, GraphicalVariable, Variable } from '../model.js';
import type { CanonicalName } from '../names/canonical-name.js';
import { canonicalName } from '../names/canonical-name.js';
import { spanIn } from '../source/mapped-text.js';
import { placeOf } from '../source/source-text.js';
import type { XmlElement } from '../xml/xml-element.js';
import { childNamed, childrenNamed, textOf } from '../xml/xml-element.js';
import { readGraph } from './graph.js';
import { nonNegativeOf } from './non-negative.js';
import type { Reading } from './reading.js';
import type { Feature } from './unsupported.js';
import type { VariableParts } from './variable-parts.js';
import { readEquation, readParts } from './variable-parts.js';

/** Children of a variable that say how it would be computed in a way Weir lacks. */
const LACKING: ReadonlyMap<string, Feature> = new Map([
  ['dimensions', 'array'],
  ['element', 'array'],
  ['conveyor', 'conveyor'],
  ['oven', 'conveyor'],
  ['leak', 'conveyor'],
  ['leak_integers', 'conveyor'],
  ['queue', 'queue'],
  ['overflow', 'queue'],
  ['multiplier', 'multiplier'],
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
  'display',
]);

/**
 * The variables of a model, in the order of the file.
 *
 * @errors missing-name, missing-equation, repeated-element, duplicate-name, bad-number, those of equations, units
 *   and graphical functions; `unsupported-...` through `reading.unsupported`; warns unknown-element.
 * @source OASIS XMILE 1.0, 3.1, 4.1 to 4.3.
 */
export function readVariables(reading: Reading, section: XmlElement): ReadonlyMap<CanonicalName, Variable> {
  const variables = new Map<CanonicalName, Variable>();
  const { findings } = reading;
  for (const element of section.children) noteLacking(reading, element);
  const starts = new Map<CanonicalName, { readonly element: XmlElement; readonly name: string }>();
  for (const element of section.children) {
    if (!isVariable(element)) continue;
    const parts = readParts(reading, element);
    if (parts === undefined) continue;
    const earlier = starts.get(parts.key);
    if (earlier !== undefined) {
      const line = (at: XmlElement) => placeOf(findings.source, at.span).line;
      findings.error(
        'duplicate-name',
        element.startTag,
        `\`${parts.name}\` on line ${line(element)} has the name of \`${earlier.name}\` on line ${line(earlier.element)}.`,
        {
          variable: parts.name,
          hint: 'Rename one of them; case, blanks and underscores do not tell names apart.',
        },
      );
      continue;
    }
    starts.set(parts.key, { element, name: parts.name });
    const variable = readVariable(reading, element, parts);
    if (variable !== undefined) variables.set(parts.key, variable);
  }
  return variables;
}

function isVariable(element: XmlElement): boolean {
  return ['stock', 'flow', 'aux', 'gf'].includes(element.name);
}

/** Notes what an element uses that Weir lacks, and what Weir does not know. Elements of a vendor have a prefix and say nothing. */
function noteLacking(reading: Reading, element: XmlElement): void {
  const { findings, unsupported } = reading;
  const user = element.attributes.get('name')?.value.text;
  if (element.name === 'module') unsupported.note('module', element.startTag, user);
  else if (element.name === 'macro') unsupported.note('macro', element.startTag, user);
  else if (!isVariable(element)) {
    if (element.name !== 'group' && !element.name.includes(':'))
      findings.warning(
        'unknown-element',
        element.startTag,
        `\`<${element.name}>\` is not known here; it is not read.`,
      );
    return;
  }
  if (!isVariable(element) || element.name === 'gf') return;
  if (element.name !== 'aux') {
    const nonNegative =
      nonNegativeOf(findings.source, element) ??
      reading.nonNegative[element.name === 'stock' ? 'stock' : 'flow'];
    if (nonNegative)
      unsupported.note('non-negative', (childNamed(element, 'non_negative') ?? element).span, user);
  }
  for (const child of element.children) {
    const feature = LACKING.get(child.name);
    if (feature !== undefined) {
      // An empty <dimensions/> dimensions nothing.
      if (child.name !== 'dimensions' || child.children.length > 0)
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

function readVariable(reading: Reading, element: XmlElement, parts: VariableParts): Variable | undefined {
  const dimensions = childNamed(element, 'dimensions');
  // Its equations are those of an array: reading them would only repeat what has been said.
  if (childNamed(element, 'element') !== undefined || (dimensions?.children.length ?? 0) > 0)
    return undefined;
  const gf = element.name === 'gf' ? element : childNamed(element, 'gf');
  if (element.name === 'gf' || (gf !== undefined && !hasEquation(reading, element)))
    return gf && standalone(reading, gf, parts);
  const equation = readEquation(reading, element, parts.name);
  const graph = gf && readGraph(reading.findings, gf, parts.name);
  if (equation === undefined) return undefined;
  if (element.name === 'stock')
    return {
      kind: 'stock',
      ...parts,
      equation,
      inflows: readFlows(reading, element, 'inflow', parts.name),
      outflows: readFlows(reading, element, 'outflow', parts.name),
    };
  const kind = element.name === 'flow' ? 'flow' : 'auxiliary';
  return { kind, ...parts, equation, ...(graph === undefined ? {} : { graph }) };
}

/** An auxiliary with a graph but no equation has no input: it is a graphical function, called by name. */
function hasEquation(reading: Reading, element: XmlElement): boolean {
  const equation = childNamed(element, 'eqn');
  return equation !== undefined && textOf(reading.findings.source, equation).text.trim() !== '';
}

function standalone(reading: Reading, gf: XmlElement, parts: VariableParts): GraphicalVariable | undefined {
  const graph = readGraph(reading.findings, gf, parts.name);
  return graph && { kind: 'graphical', ...parts, graph };
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
