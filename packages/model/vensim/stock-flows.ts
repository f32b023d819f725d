import type { WrittenExpression } from '../equation/expression.js';
import type { FlowReference } from '../model.js';
import type { EquationPart, WrittenVariable } from '../model-file.js';
import type { CanonicalName } from '../names/canonical-name.js';
import { canonicalName } from '../names/canonical-name.js';
import type { Findings } from '../source/findings.js';
import { finding } from '../source/findings.js';
import type { Span } from '../source/source-text.js';
import type { UnitExpression } from '../units/unit-expression.js';
import type { DraftPart } from './draft-part.js';
import type { Draft } from './drafts.js';
import { freeName } from './drafts.js';
import { vensimName } from './vensim-name.js';

/** A term of a rate: a flow that fills or drains. */
interface Term {
  readonly sign: 1 | -1;
  readonly node: Extract<WrittenExpression, { kind: 'name' | 'element' }>;
}

interface Flows {
  readonly inflows: readonly FlowReference[];
  readonly outflows: readonly FlowReference[];
}

/** Longest sum that is split into flows. */
const MOST_FLOWS = 200;

/**
 * Gives each stock its flows. A rate that is a sum of plain names is split into inflows and outflows; any other becomes
 * one net flow, a variable of its own, and a note says so.
 *
 * A flow touches at most one stock at each end, has the subscripts of the stock, and is no stock itself.
 *
 * @param reserved - Names that may be no flow: the control variables.
 * @param timeUnits - Unit of time, for the units of net flows.
 * @errors Notes vensim-net-flow.
 */
export function addFlows(
  findings: Findings,
  drafts: readonly Draft[],
  taken: Set<CanonicalName>,
  reserved: ReadonlySet<CanonicalName>,
  timeUnits: UnitExpression | undefined,
): readonly WrittenVariable[] {
  const byKey = new Map(drafts.map(({ variable }) => [variable.key, variable]));
  const filled = new Set<CanonicalName>();
  const drained = new Set<CanonicalName>();
  const variables: WrittenVariable[] = [];
  for (const draft of drafts) {
    const { variable } = draft;
    if (variable.kind !== 'stock') {
      variables.push(variable);
      continue;
    }
    const split = splitRates(draft, byKey, reserved);
    const free =
      split !== undefined &&
      !split.inflows.some(({ key }) => filled.has(key)) &&
      !split.outflows.some(({ key }) => drained.has(key));
    if (free) {
      for (const { key } of split.inflows) filled.add(key);
      for (const { key } of split.outflows) drained.add(key);
      variables.push({ ...variable, ...split });
      continue;
    }
    const net = netFlow(draft, taken, timeUnits);
    const inflow = { written: net.written, key: net.key, span: variable.span };
    variables.push({ ...variable, inflows: [inflow] }, net);
    findings.list.push(
      finding(
        findings.source,
        'note',
        'vensim-net-flow',
        variable.span,
        `The rate of \`${variable.name}\` is not a sum of flows of its own; it is kept as one flow, \`${net.name}\`.`,
        {
          variable: variable.name,
          hint: 'To see inflows and outflows apart, name each in a variable of its own.',
        },
      ),
    );
  }
  return variables.map((variable) =>
    filled.has(variable.key) || drained.has(variable.key) ? { ...variable, kind: 'flow' } : variable,
  );
}

/** The flows of a stock, the same for all its parts; `undefined` where a rate is no sum of flows. */
function splitRates(
  { variable, parts }: Draft,
  byKey: ReadonlyMap<CanonicalName, WrittenVariable>,
  reserved: ReadonlySet<CanonicalName>,
): Flows | undefined {
  let common: Flows | undefined;
  for (const part of parts) {
    const terms = part.rate === undefined ? undefined : termsOf(part.rate);
    if (terms === undefined) return undefined;
    const flows: { sign: 1 | -1; reference: FlowReference }[] = [];
    for (const { sign, node } of terms) {
      const flow = byKey.get(node.key);
      const sound =
        flow !== undefined &&
        flow.kind === 'auxiliary' &&
        !reserved.has(flow.key) &&
        sameNames(flow.dimensions, variable.dimensions) &&
        sameNames(subscriptsOf(node), part.part.subscripts);
      if (!sound) return undefined;
      flows.push({ sign, reference: { written: node.written, key: node.key, span: node.span } });
    }
    if (new Set(flows.map(({ reference }) => reference.key)).size !== flows.length) return undefined;
    const own: Flows = {
      inflows: flows.flatMap(({ sign, reference }) => (sign > 0 ? reference : [])),
      outflows: flows.flatMap(({ sign, reference }) => (sign < 0 ? reference : [])),
    };
    const agrees =
      common === undefined ||
      (sameNames(keysOf(common.inflows), keysOf(own.inflows)) &&
        sameNames(keysOf(common.outflows), keysOf(own.outflows)));
    if (!agrees) return undefined;
    common ??= own;
  }
  return common;
}

/** The terms of a sum of names; none for a rate of 0, `undefined` for anything else. */
function termsOf(rate: WrittenExpression): readonly Term[] | undefined {
  const terms: Term[] = [];
  const waiting: { sign: 1 | -1; node: WrittenExpression }[] = [{ sign: 1, node: rate }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { sign, node } = next;
    const other = sign > 0 ? -1 : 1;
    if (node.kind === 'binary' && (node.operator === '+' || node.operator === '-')) {
      waiting.push(
        { sign: node.operator === '+' ? sign : other, node: node.right },
        { sign, node: node.left },
      );
    } else if (node.kind === 'unary' && node.operator !== 'not') {
      waiting.push({ sign: node.operator === '+' ? sign : other, node: node.operand });
    } else if (node.kind === 'name' || node.kind === 'element') {
      terms.push({ sign, node });
    } else if (node.kind !== 'number' || node.value !== 0) return undefined;
    if (terms.length > MOST_FLOWS) return undefined;
  }
  return terms;
}

/** The names in the brackets of a term; something that is no subscript where one is no plain name. */
function subscriptsOf(node: Term['node']): readonly (CanonicalName | undefined)[] {
  if (node.kind === 'name') return [];
  return node.subscripts.map((subscript) =>
    subscript.kind === 'expression' && subscript.expression.kind === 'name'
      ? subscript.expression.key
      : undefined,
  );
}

function keysOf(references: readonly FlowReference[]): readonly CanonicalName[] {
  return references.map(({ key }) => key);
}

function sameNames(
  left: readonly (CanonicalName | undefined)[],
  right: readonly (CanonicalName | undefined)[],
): boolean {
  return left.length === right.length && left.every((name, index) => name === right[index]);
}

function netFlow(
  { variable, parts }: Draft,
  taken: Set<CanonicalName>,
  timeUnits: UnitExpression | undefined,
): WrittenVariable {
  const name = freeName(`${variable.name} net flow`, taken);
  const written = vensimName(name);
  const { units, span } = variable;
  return {
    kind: 'flow',
    written,
    name,
    key: canonicalName(written),
    ...(units === undefined || timeUnits === undefined
      ? {}
      : { units: { kind: 'quotient', left: units, right: timeUnits, span: units.span } }),
    dimensions: variable.dimensions,
    parts: parts.map((part) => ratePart(part, span)),
    inflows: [],
    outflows: [],
    nonNegative: false,
    span,
  };
}

/** A part of a stock that is a constant has no rate. */
function ratePart({ part, rate }: DraftPart, span: Span): EquationPart {
  return {
    subscripts: part.subscripts,
    except: part.except,
    expression: rate ?? { kind: 'number', value: 0, span },
    span: part.span,
  };
}
