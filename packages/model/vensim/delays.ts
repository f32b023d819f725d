import { builtinNamed } from '../equation/builtin-signature.js';
import type { WrittenExpression } from '../equation/expression.js';
import { canonicalName } from '../names/canonical-name.js';
import type { ConstantValues } from './constant-value.js';
import { constantsOf } from './constant-value.js';
import type { Draft } from './drafts.js';

type Call = Extract<WrittenExpression, { kind: 'call' }>;

const DELAY = canonicalName('delayn');
const STEP = canonicalName('TIME STEP');

/**
 * Makes each DELAY N mean what it means in Vensim. One whose delay time varies gets a built-in of its own. One whose
 * delay time is too short for its order gets a lower one: Vensim lowers the order until no stage is
 * shorter than a time step: the order becomes `MIN(order, MAX(1, INTEGER(time / TIME STEP)))`, written out so that a converted
 * model means the same. Where order and time are no constants, or fit, the call stays as it is.
 */
export function readDelays(drafts: readonly Draft[], dt: number): readonly Draft[] {
  const constants = constantsOf(drafts);
  const limited = (expression: WrittenExpression | undefined) =>
    expression && limit(expression, constants, dt);
  return drafts.map((draft) => {
    const parts = draft.parts.map((each) => {
      const rate = limited(each.rate);
      return rate === undefined ? each : { ...each, rate };
    });
    const written = draft.variable.parts.map((part) => {
      const expression = limited(part.expression);
      return expression === undefined ? part : { ...part, expression };
    });
    return { variable: { ...draft.variable, parts: written }, parts };
  });
}

function limit(expression: WrittenExpression, constants: ConstantValues, dt: number): WrittenExpression {
  const within = (part: WrittenExpression): WrittenExpression => limit(part, constants, dt);
  switch (expression.kind) {
    case 'number':
    case 'name':
    case 'element':
      return expression;
    case 'transpose':
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
    case 'call': {
      const call = { ...expression, arguments: expression.arguments.map(within) };
      const [input, time, order, ...rest] = call.arguments;
      if (call.key !== DELAY || input === undefined || time === undefined || order === undefined) return call;
      const stages = constants.evaluate(order);
      const length = constants.evaluate(time);
      if (length === undefined) return ofVaryingTime(call);
      const fits = stages === undefined || stages * dt <= length;
      return fits ? call : { ...call, arguments: [input, time, lowered(time, order), ...rest] };
    }
  }
}

/** Vensim's DELAY N differs from XMILE's where the delay time varies: each stage has the time of one step before. */
function ofVaryingTime(call: Call): Call {
  const name = 'VENSIM_DELAYN';
  const key = canonicalName(name);
  return builtinNamed(key) === undefined ? call : { ...call, written: name, key };
}

/** `MIN(order, MAX(1, INTEGER(time / TIME STEP)))` */
function lowered(time: WrittenExpression, order: WrittenExpression): WrittenExpression {
  const { span } = order;
  const call = (name: string, ...operands: readonly WrittenExpression[]): Call => ({
    kind: 'call',
    written: name,
    key: canonicalName(name),
    arguments: operands,
    span,
  });
  const step: WrittenExpression = { kind: 'name', written: 'TIME STEP', key: STEP, span };
  const steps: WrittenExpression = { kind: 'binary', operator: '/', left: time, right: step, span };
  return call('MIN', order, call('MAX', { kind: 'number', value: 1, span }, call('INTEGER', steps)));
}
