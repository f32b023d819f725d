import { builtinNamed } from '../equation/builtin-signature.js';
import type { WrittenExpression } from '../equation/expression.js';
import type { CanonicalName } from '../names/canonical-name.js';
import { canonicalName, displayName } from '../names/canonical-name.js';
import type { ModelCode } from '../source/diagnostic-codes.js';
import type { Span } from '../source/source-text.js';
import type { Filler } from './function-table.js';
import { STANDALONE, unsupportedFunction, VENSIM_FUNCTIONS } from './function-table.js';
import { vensimName } from './vensim-name.js';

type Call = Extract<WrittenExpression, { kind: 'call' }>;

/** What a call by name may mean, beside a function of Vensim. */
export interface Callables {
  /** Number of inputs of a macro; `undefined` where there is none of that name. */
  readonly macro: (key: CanonicalName) => number | undefined;
  /** Whether a variable, or a parameter of the macro at hand, has this name: a lookup is called by it. */
  readonly variable: (key: CanonicalName) => boolean;
  /** Name of the graphical variable that stands for a lookup written inside an equation. */
  readonly inlineLookup: (key: CanonicalName) => string;
}

/** Something a translation has to refuse. */
export interface TranslationFault {
  readonly code: ModelCode;
  readonly span: Span;
  readonly message: string;
  readonly hint?: string;
}

const LOOKUP = canonicalName('lookup');

/**
 * Turns the calls of a Vensim equation into those of this package: other names, other orders of arguments, lookups and
 * macros called by name. Everything else stays as it is.
 *
 * @param faults - What must be refused is added to it.
 */
export function translate(
  expression: WrittenExpression,
  callables: Callables,
  faults: TranslationFault[],
): WrittenExpression {
  const within = (part: WrittenExpression): WrittenExpression => translate(part, callables, faults);
  switch (expression.kind) {
    case 'number':
      return expression;
    case 'element':
    case 'name': {
      const key = keyIn(expression.key, callables);
      return key === expression.key ? expression : { ...expression, key };
    }
    case 'transpose':
      return { ...expression, operand: within(expression.operand) };
    case 'unary':
      return { ...expression, operand: within(expression.operand) };
    case 'binary':
      return { ...expression, left: within(expression.left), right: within(expression.right) };
    case 'if':
      return {
        ...expression,
        condition: within(expression.condition),
        // biome-ignore lint/suspicious/noThenProperty: a branch of the tree, never awaited
        then: within(expression.then),
        otherwise: within(expression.otherwise),
      };
    case 'call':
      return translateCall({ ...expression, arguments: expression.arguments.map(within) }, callables, faults);
  }
}

/** The key of a name; in a macro, `NAME$` is the model's own variable. */
function keyIn(key: CanonicalName, callables: Callables): CanonicalName {
  return key.endsWith('$') && key.length > 1 && !callables.variable(key)
    ? canonicalName(key.slice(0, -1))
    : key;
}

function translateCall(call: Call, callables: Callables, faults: TranslationFault[]): WrittenExpression {
  const { written, span } = call;
  const key = keyIn(call.key, callables);
  const given = call.arguments.length;
  const refuse = (code: ModelCode, message: string, hint?: string): WrittenExpression => {
    faults.push({ code, span, message, ...(hint === undefined ? {} : { hint }) });
    return { kind: 'number', value: 0, span };
  };
  if (key === LOOKUP && call.arguments[0]?.kind === 'element') return call;
  const inputs = callables.macro(key);
  if (inputs !== undefined)
    return inputs === given ? call : refuse('wrong-arguments', countMessage(written, inputs, inputs, given));
  const known = VENSIM_FUNCTIONS.get(key);
  const standalone = STANDALONE.get(key);
  const special = key === 'if_then_else' || key === 'with_lookup';
  if (known === undefined && standalone === undefined && !special) {
    if (!callables.variable(key))
      return refuse(
        'unknown-function',
        `\`${displayName(written)}\` is neither a function of Vensim nor a lookup or macro of this model.`,
        'Correct the name; to multiply, write `*`.',
      );
    if (given !== 1)
      return refuse('wrong-arguments', countMessage(written, 1, 1, given), `Write \`${written}(x)\`.`);
    // A lookup named like a built-in of this package cannot be called by its name.
    return builtinNamed(key) === undefined
      ? { ...call, key }
      : lookupCall(call, { kind: 'name', written, key, span });
  }
  if (standalone !== undefined)
    return refuse(
      'vensim-placement',
      `\`${written}\` must stand alone after the \`=\` of an equation.`,
      `Give it a variable of its own: \`name = ${standalone}\`.`,
    );
  if (key === 'with_lookup') {
    const [input, table] = call.arguments;
    if (input === undefined || table?.kind !== 'name') return call;
    const name = vensimName(callables.inlineLookup(table.key));
    return { kind: 'call', written: name, key: canonicalName(name), arguments: [input], span };
  }
  if (key === 'if_then_else') {
    const [condition, then, otherwise] = call.arguments;
    if (condition === undefined || then === undefined || otherwise === undefined || given !== 3)
      return refuse(
        'wrong-arguments',
        countMessage(written, 3, 3, given),
        'Write `IF THEN ELSE(condition, value, otherwise)`.',
      );
    return { kind: 'if', condition, then, otherwise, span };
  }
  if (known === undefined) return call;
  const [least, most] = known.arity;
  if (given < least || given > most)
    return refuse('wrong-arguments', countMessage(written, least, most, given), `Write \`${known.usage}\`.`);
  if (known.elaborated !== true && builtinNamed(known.target) === undefined) {
    const { code, message, hint } = unsupportedFunction(written);
    return refuse(code, message, hint);
  }
  const order = known.arguments ?? call.arguments.map((_, index) => index);
  const operands = order.map((from): WrittenExpression => {
    const operand = typeof from === 'number' ? call.arguments[from] : undefined;
    return operand ?? filler(typeof from === 'number' ? { call: 'stoptime' } : from, span);
  });
  const target = known.target.toUpperCase();
  return { kind: 'call', written: target, key: canonicalName(target), arguments: operands, span };
}

function lookupCall(call: Call, table: WrittenExpression): WrittenExpression {
  return { ...call, written: 'LOOKUP', key: LOOKUP, arguments: [table, ...call.arguments] };
}

function filler(of: Filler, span: Span): WrittenExpression {
  if ('number' in of) return { kind: 'number', value: of.number, span };
  return { kind: 'call', written: of.call.toUpperCase(), key: canonicalName(of.call), arguments: [], span };
}

function countMessage(written: string, least: number, most: number, given: number): string {
  const wanted =
    least !== most ? `${least} to ${most} arguments` : least === 1 ? 'one argument' : `${least} arguments`;
  return `\`${written}\` takes ${wanted}, but has ${given === 0 ? 'none' : given}.`;
}
