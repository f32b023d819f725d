import type { WrittenExpression } from '../equation/expression.js';
import { parseArrayEquation } from '../equation/parse-equation.js';
import { parseExpression } from '../equation/parse-expression.js';
import type { GraphicalFunction } from '../model.js';
import type { EquationPart } from '../model-file.js';
import type { CanonicalName } from '../names/canonical-name.js';
import { canonicalName } from '../names/canonical-name.js';
import { nearest } from '../names/nearest.js';
import type { Span } from '../source/source-text.js';
import type { XmlElement } from '../xml/xml-element.js';
import { attributeOf, childNamed, childrenNamed, textOf } from '../xml/xml-element.js';
import { readGraph } from './graph.js';
import type { Reading } from './reading.js';

/** What a variable, or one `<element>` of an array, says about its value. */
interface Content {
  readonly expression?: WrittenExpression;
  readonly list?: readonly number[];
  readonly initial?: WrittenExpression;
}

/** What the equations of a variable need to know of it. */
export interface PartsOf {
  readonly name: string;
  readonly dimensions: readonly CanonicalName[];
  /** Whether a value may be missing: an input that a module connects. */
  readonly optional: boolean;
}

/**
 * The equations of a variable: one, or one for each `<element>` of an array. What an element leaves out, the variable
 * itself gives.
 *
 * @returns The parts, and whether it is a graphical function: a graph without an equation.
 * @errors missing-equation, repeated-element, subscript-count, unknown-subscript, and those of equations and graphs.
 * @source OASIS XMILE 1.0, 4.1 and 4.5.1.
 */
export function readEquationParts(
  reading: Reading,
  element: XmlElement,
  of: PartsOf,
): { readonly parts: readonly EquationPart[]; readonly graphical: boolean } {
  const elements = childrenNamed(element, 'element');
  const gf = element.name === 'gf' ? element : childNamed(element, 'gf');
  const graph = gf && readGraph(reading.findings, gf, of.name);
  const lone = element.name === 'gf' || (gf !== undefined && !hasEquation(reading, element));
  if (elements.length === 0 || of.dimensions.length === 0) {
    if (lone)
      return { parts: graph === undefined ? [] : [part([], element.span, {}, graph)], graphical: true };
    const content = readContent(reading, element, of, of.optional);
    return { parts: content === undefined ? [] : [part([], element.span, content, graph)], graphical: false };
  }
  const parts: EquationPart[] = [];
  const shared = hasEquation(reading, element) ? readContent(reading, element, of, true) : undefined;
  let graphs = 0;
  for (const child of elements) {
    const subscripts = subscriptsOf(reading, child, of);
    if (subscripts === undefined) continue;
    const ownGf = childNamed(child, 'gf');
    const ownGraph = ownGf === undefined ? graph : readGraph(reading.findings, ownGf, of.name);
    const own = hasEquation(reading, child);
    if (!own && shared === undefined && ownGraph !== undefined) {
      graphs += 1;
      parts.push(part(subscripts, child.span, {}, ownGraph));
      continue;
    }
    const content = own || shared === undefined ? readContent(reading, child, of, of.optional) : shared;
    if (content !== undefined) parts.push(part(subscripts, child.span, content, ownGraph));
  }
  // Elements without a part of their own take what the variable itself says.
  if (shared !== undefined && parts.length > 0) parts.push(part([], element.span, shared, graph));
  return { parts, graphical: parts.length > 0 && graphs === parts.length };
}

function part(
  subscripts: readonly CanonicalName[],
  span: Span,
  content: Content,
  graph: GraphicalFunction | undefined,
): EquationPart {
  return { subscripts, except: [], span, ...content, ...(graph === undefined ? {} : { graph }) };
}

/** An equation with anything but a comment in it. */
function hasEquation(reading: Reading, element: XmlElement): boolean {
  const equation = childNamed(element, 'eqn');
  return equation !== undefined && textOf(reading.findings.source, equation).text.trim() !== '';
}

/** The elements that an `<element>` names, one a dimension. */
function subscriptsOf(
  { findings, dimensions: declared }: Reading,
  element: XmlElement,
  { name, dimensions }: PartsOf,
): readonly CanonicalName[] | undefined {
  const written = attributeOf(element, 'subscript') ?? '';
  const names = [...written.matchAll(/"(?:[^"\\]|\\[\s\S])*"|[^,"]+/g)]
    .map(([one]) => one.trim())
    .filter((one) => one !== '');
  if (names.length !== dimensions.length) {
    findings.error(
      'subscript-count',
      element.startTag,
      `\`${name}\` has ${counted(dimensions.length, 'dimension')}, but this \`<element>\` names ${counted(names.length, 'subscript')}.`,
      { variable: name, hint: 'Write `<element subscript="...">` with one element of each dimension.' },
    );
    return undefined;
  }
  const keys = names.map(canonicalName);
  const wrong = keys.findIndex((key, place) => {
    const dimension = declared.get(dimensions[place] ?? key);
    return key !== dimension?.key && !dimension?.elements.some((one) => one.key === key);
  });
  if (wrong < 0) return keys;
  const dimension = declared.get(dimensions[wrong] ?? canonicalName(''));
  const elements = dimension?.elements.map((one) => one.name) ?? [];
  const near = nearest(names[wrong] ?? '', elements);
  findings.error(
    'unknown-subscript',
    element.startTag,
    `\`${names[wrong]}\` is no element of \`${dimension?.name}\`.`,
    { variable: name, hint: near === undefined ? 'Name one of its elements.' : `Did you mean \`${near}\`?` },
  );
  return undefined;
}

function counted(count: number, noun: string): string {
  return count === 1 ? `one ${noun}` : `${count} ${noun}s`;
}

/** The equation of a variable or `<element>`; empty where it is missing and may be. */
function readContent(
  reading: Reading,
  element: XmlElement,
  { name, dimensions, optional }: PartsOf,
  mayMiss: boolean,
): Content | undefined {
  const { findings } = reading;
  const [equation, second] = childrenNamed(element, 'eqn');
  if (equation === undefined) {
    if (mayMiss) return {};
    // A flow out of a conveyor or queue has no equation; the conveyor is reported instead.
    const driven =
      element.name === 'flow' && (reading.unsupported.has('conveyor') || reading.unsupported.has('queue'));
    if (!driven)
      findings.error('missing-equation', element.startTag, `\`${name}\` has no equation.`, {
        variable: name,
        hint: 'Add `<eqn>` with an equation or a number.',
      });
    return undefined;
  }
  if (second !== undefined)
    findings.error('repeated-element', second.span, `\`${name}\` has a second \`<eqn>\`.`, {
      variable: name,
      hint: 'Keep one of them.',
    });
  const text = textOf(findings.source, equation);
  const parsed =
    dimensions.length === 0
      ? parseExpression(findings.source, text, name)
      : parseArrayEquation(findings.source, text, name);
  if (!parsed.ok) {
    if (optional && parsed.diagnostics.every(({ code }) => code === 'equation-empty')) return {};
    findings.list.push(...parsed.diagnostics);
    return undefined;
  }
  const { value } = parsed;
  const content: Content = 'kind' in value ? { expression: value } : value;
  const initial = readInitial(reading, element, name);
  return { ...content, ...(initial === undefined ? {} : { initial }) };
}

/** `<init_eqn>`: the initial value apart from the equation. */
function readInitial(reading: Reading, element: XmlElement, variable: string): WrittenExpression | undefined {
  const equation = childNamed(element, 'init_eqn');
  if (equation === undefined) return undefined;
  const { findings } = reading;
  const parsed = parseExpression(findings.source, textOf(findings.source, equation), variable);
  findings.list.push(...parsed.diagnostics);
  return parsed.ok ? parsed.value : undefined;
}
