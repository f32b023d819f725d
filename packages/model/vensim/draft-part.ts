import type { WrittenExpression } from '../equation/expression.js';
import type { EquationPart } from '../model-file.js';
import type { CanonicalName } from '../names/canonical-name.js';
import { displayName } from '../names/canonical-name.js';
import type { Findings } from '../source/findings.js';
import type { LeftSide } from './definition.js';
import type { Equation } from './scope.js';
import type { SubscriptTable } from './subscript-table.js';
import type { Callables, TranslationFault } from './translate.js';
import { translate } from './translate.js';

/** One equation, made ready to be a part of a variable. */
export interface DraftPart {
  readonly role: 'equation' | 'stock' | 'lookup' | 'constant';
  readonly left: LeftSide;
  readonly part: EquationPart;
  /** The rate of a stock. */
  readonly rate?: WrittenExpression;
}

/**
 * Makes a part of one equation: its functions in the language of this package, what INTEG, ACTIVE INITIAL and
 * WITH LOOKUP hold in its own place.
 *
 * @errors Those of {@link translate}, vensim-list, wrong-arguments.
 */
export function draftPart(
  findings: Findings,
  subscripts: SubscriptTable,
  equation: Equation,
  callables: Callables,
): DraftPart {
  const { definition } = equation;
  const { left } = definition;
  const base = {
    subscripts: left.subscripts.map(({ key }) => key),
    except: left.except.map((pattern) => pattern.map(({ key }) => key)),
    span: left.span,
  };
  if (definition.kind === 'lookup')
    return { role: 'lookup', left, part: { ...base, graph: definition.graph } };
  if (definition.kind === 'list') {
    checkCount(findings, subscripts, left, definition.list.length);
    return { role: 'constant', left, part: { ...base, list: definition.list } };
  }
  const faults: TranslationFault[] = [];
  const said = (expression: WrittenExpression) => translate(expression, callables, faults);
  const { right, lookups } = definition;
  const draft = ((): DraftPart => {
    if (right.kind !== 'call') {
      const constant = right.kind === 'number' || (right.kind === 'unary' && right.operand.kind === 'number');
      return { role: constant ? 'constant' : 'equation', left, part: { ...base, expression: said(right) } };
    }
    const [first, second, third] = right.arguments;
    const two = first !== undefined && second !== undefined && third === undefined;
    if (right.key === 'integ' && two)
      return { role: 'stock', left, part: { ...base, expression: said(second) }, rate: said(first) };
    if (right.key === 'active_initial' && two)
      return {
        role: 'equation',
        left,
        part: { ...base, expression: said(first), initial: said(second) },
      };
    const graph = lookups.find(({ key }) => second?.kind === 'name' && key === second.key)?.graph;
    if (right.key === 'with_lookup' && first !== undefined && graph !== undefined)
      return { role: 'equation', left, part: { ...base, expression: said(first), graph } };
    if (right.key === 'integ' || right.key === 'active_initial') {
      const usage = right.key === 'integ' ? 'INTEG(rate, initial)' : 'ACTIVE INITIAL(x, initial)';
      faults.push({
        code: 'wrong-arguments',
        span: right.span,
        message: `\`${right.written}\` takes two arguments, but has ${right.arguments.length || 'none'}.`,
        hint: `Write \`${usage}\`.`,
      });
      return { role: 'equation', left, part: base };
    }
    return { role: 'equation', left, part: { ...base, expression: said(right) } };
  })();
  for (const { code, span, message, hint } of faults)
    findings.error(code, span, message, { variable: displayName(left.written), hint });
  return draft;
}

function checkCount(findings: Findings, subscripts: SubscriptTable, left: LeftSide, given: number): void {
  const wanted = left.subscripts.reduce((count, { key }) => count * subscripts.elementsOf(key).length, 1);
  if (given === wanted) return;
  findings.error(
    'vensim-list',
    left.span,
    `\`${displayName(left.written)}\` has ${wanted} elements here, but its list has ${given} numbers.`,
    { variable: displayName(left.written), hint: 'Give each element one number.' },
  );
}

/** Keys of the subscripts of a left-hand side, as one text that no other subscripts give. */
export function placeKey(subscripts: readonly CanonicalName[]): string {
  return JSON.stringify(subscripts);
}
