import { BUILTINS, builtinNamed } from '../../equation/builtin-signature.js';
import type { WrittenExpression } from '../../equation/expression.js';
import type { ExpressionParts } from './expression-parts.js';
import { expressionParts } from './expression-parts.js';
import type { GraphTypes } from './graph-types.js';

/** A call whose arguments are already portable. */
type Call = Extract<WrittenExpression, { kind: 'call' }>;

/** What stands around a call, where that decides whether it can be said. */
export interface CallPlace {
  /** Whether the call is the whole equation of its variable. */
  readonly isWhole: boolean;
  /** Whether the model's method keeps TIME still within a step, as Euler's does. */
  readonly isEuler: boolean;
  /** The model's time step. */
  readonly dt: number;
  /** The number that an expression always is, where it is a number or the name of one. */
  readonly constantOf: (expression: WrittenExpression) => number | undefined;
  /** Graphs that take another type in XMILE, because every call asks for it. */
  readonly graphTypes: GraphTypes;
}

/** A portable expression, or why there is none. */
export type Portable =
  | { readonly ok: true; readonly expression: WrittenExpression }
  | { readonly ok: false; readonly reason: string; readonly hint?: string };

type Rule = (given: readonly WrittenExpression[], parts: ExpressionParts, place: CallPlace) => Portable;

const said = (expression: WrittenExpression): Portable => ({ ok: true, expression });
const unsaid = (reason: string, hint?: string): Portable => ({
  ok: false,
  reason,
  ...(hint === undefined ? {} : { hint }),
});

/** A divisor closer to 0 than this counts as 0. */
const NEARLY_ZERO = 1e-6;

/** x without its fraction. */
function truncated(x: WrittenExpression, { call, choose, binary, number, negative }: ExpressionParts) {
  return choose(binary(x, '<', number(0)), negative(call('INT', negative(x))), call('INT', x));
}

function quotientOr(
  a: WrittenExpression,
  b: WrittenExpression,
  otherwise: WrittenExpression,
  { call, choose, binary, number }: ExpressionParts,
): WrittenExpression {
  return choose(binary(call('ABS', b), '<', number(NEARLY_ZERO)), otherwise, binary(a, '/', b));
}

const elementwise =
  (name: 'MIN' | 'MAX'): Rule =>
  ([first, ...rest], { call }) =>
    first === undefined
      ? unsaid(`${name} has no argument`)
      : said(rest.reduce((left, right) => call(name, left, right), first));

/** How a call of one argument count is rewritten; the table is keyed by canonical name. */
const RULES: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['if_then_else', ([c, a, b], { choose }) => (c && a && b ? said(choose(c, a, b)) : missing())],
  ['game', ([x]) => (x ? said(x) : missing())],
  ['integer', ([x], parts) => (x ? said(truncated(x, parts)) : missing())],
  [
    'modulo',
    ([a, b], { call, choose, binary, number, negative }) =>
      a && b
        ? said(
            choose(
              binary(a, '<', number(0)),
              negative(binary(negative(a), 'mod', call('ABS', b))),
              binary(a, 'mod', call('ABS', b)),
            ),
          )
        : missing(),
  ],
  [
    'quantum',
    ([x, q], parts) =>
      x && q
        ? said(
            parts.choose(
              parts.binary(q, '<=', parts.number(0)),
              x,
              parts.binary(q, '*', truncated(parts.binary(x, '/', q), parts)),
            ),
          )
        : missing(),
  ],
  ['xidz', ([a, b, x], parts) => (a && b && x ? said(quotientOr(a, b, x, parts)) : missing())],
  ['zidz', ([a, b], parts) => (a && b ? said(quotientOr(a, b, parts.number(0), parts)) : missing())],
  [
    'log',
    ([x, base], { call, binary }) =>
      x && base ? said(binary(call('LN', x), '/', call('LN', base))) : missing(),
  ],
  ['power', ([a, b], { binary }) => (a && b ? said(binary(a, '^', b)) : missing())],
  [
    'sinh',
    ([x], { call, binary, number, negative }) =>
      x ? said(binary(binary(call('EXP', x), '-', call('EXP', negative(x))), '/', number(2))) : missing(),
  ],
  [
    'cosh',
    ([x], { call, binary, number, negative }) =>
      x ? said(binary(binary(call('EXP', x), '+', call('EXP', negative(x))), '/', number(2))) : missing(),
  ],
  [
    'tanh',
    ([x], { call, binary, number }) =>
      x
        ? said(
            binary(
              number(1),
              '-',
              binary(number(2), '/', binary(call('EXP', binary(number(2), '*', x)), '+', number(1))),
            ),
          )
        : missing(),
  ],
  [
    'vensim_pulse',
    ([start, width], { call, binary, number }) =>
      start && width
        ? said(
            binary(
              call('STEP', number(1), start),
              '-',
              call('STEP', number(1), binary(start, '+', call('MAX', width, call('DT')))),
            ),
          )
        : missing(),
  ],
  [
    'vensim_ramp',
    ([slope, start, end], { call, binary }) => {
      if (!slope || !start) return missing();
      const rising = call('RAMP', slope, start);
      return said(end ? binary(rising, '-', call('RAMP', slope, call('MAX', start, end))) : rising);
    },
  ],
  ['pulse_train', pulseTrain],
  [
    'sample_if_true',
    ([condition, input, initial], { call, choose }, { isWhole, isEuler }) => {
      if (!condition || !input || !initial) return missing();
      if (!isEuler) return unsaid('XMILE has no sample that stays still within a step of this method');
      return isWhole
        ? said(choose(condition, input, call('PREVIOUS', call('SELF'), initial)))
        : unsaid(
            'XMILE can hold a sample only in a variable of its own',
            'Give the call a variable of its own.',
          );
    },
  ],
  [
    'delay_fixed',
    ([input, time, initial], { call }) =>
      input && time && initial
        ? said(call('DELAY', input, time.kind === 'number' ? time : call('INIT', time), initial))
        : missing(),
  ],
  ['vensim_delayn', chainDelay],
  ['random_uniform', (given, { call }) => said(call('RANDOM', ...given))],
  ['lookup_extrapolate', (...given) => typedLookup(...given)],
  ['lookup_backward', (...given) => typedLookup(...given)],
  ['min', elementwise('MIN')],
  ['max', elementwise('MAX')],
  ['sum', (given, { joined }) => said(joined('+', given))],
  ['prod', (given, { joined }) => said(joined('*', given))],
  [
    'mean',
    (given, { joined, binary, number }) => said(binary(joined('+', given), '/', number(given.length))),
  ],
  ['lookup', ([graph, x], { call }) => (graph?.kind === 'name' && x ? said(call(graph.written, x)) : keep())],
]);

function pulseTrain(
  given: readonly WrittenExpression[],
  { call, binary, number, choose }: ExpressionParts,
  { isEuler }: CallPlace,
): Portable {
  const [start, width, between, end] = given;
  if (!start || !width || !between || !end) return missing();
  if (!isEuler) return unsaid('XMILE has no train of pulses that stays still within a step of this method');
  const [time, halfStep] = [call('TIME'), binary(call('DT'), '/', number(2))];
  const now = binary(time, '+', halfStep);
  const since = binary(now, '-', start);
  const long = call('MAX', width, call('DT'));
  const once = binary(since, '<', long);
  const again = binary(binary(since, 'mod', between), '<', long);
  const fixed = between.kind === 'number' ? between.value : undefined;
  // Without a time between pulses, there is one.
  const within =
    fixed === undefined ? choose(binary(between, '>', number(0)), again, once) : fixed > 0 ? again : once;
  const running = binary(binary(now, '>', start), 'and', binary(binary(time, '-', halfStep), '<=', end));
  return said(choose(binary(running, 'and', within), number(1), number(0)));
}

/** DELAY N of Vensim shortens its chain where the time is short, and treats a changing time in its own way. */
function chainDelay(
  [input, time, stages, initial]: readonly WrittenExpression[],
  { call }: ExpressionParts,
  { constantOf, dt }: CallPlace,
): Portable {
  if (!input || !time || !stages || !initial) return missing();
  const [length, count] = [constantOf(time), constantOf(stages)];
  if (length === undefined || count === undefined)
    return unsaid('DELAYN of XMILE is the same as DELAY N of Vensim only where time and order are constants');
  if (count * dt > length)
    return unsaid(
      `a DELAY N of ${count} stages in ${length} time units is shortened by Vensim, not by XMILE`,
    );
  return said(call('DELAYN', input, time, stages, initial));
}

/** A call of a graph in another way than its points say: XMILE has that as a type of the graph. */
const typedLookup: Rule = ([graph, x], { call }, { graphTypes }) => {
  if (!graph || !x || (graph.kind !== 'name' && graph.kind !== 'element')) return missing();
  if (!graphTypes.has(graph.key))
    return unsaid(`\`${graph.written}\` is called in different ways, and a graph of XMILE has one`);
  return said(graph.kind === 'name' ? call(graph.written, x) : call('LOOKUP', graph, x));
};

const missing = (): Portable => unsaid('an argument is missing');
const keep = (): Portable => unsaid('');

/** Extensions that other XMILE tools have under the same name. */
const SHARED: ReadonlySet<string> = new Set(['lookup', 'safediv']);

/** Functions that are said of an array but not of single elements. */
const OF_SLICES: ReadonlySet<string> = new Set(['stddev', 'rank', 'element_at']);

const shown = ({ written }: Call): string => written.toUpperCase().replace(/_/g, ' ');

function isSlice(expression: WrittenExpression): boolean {
  return expression.kind === 'element' && expression.subscripts.some(({ kind }) => kind === 'all');
}

/**
 * A call of a Vensim built-in in terms of XMILE 1.0, exact but for the last bits of a value; other calls stay.
 *
 * @source Vensim reference manual; OASIS XMILE 1.0, 3.5.
 */
export function portableCall(call: Call, place: CallPlace): Portable {
  // What takes no argument is a name in XMILE.
  if (call.arguments.length === 0 && builtinNamed(call.key) !== undefined)
    return said({ kind: 'name', written: call.written.toUpperCase(), key: call.key, span: call.span });
  // A slice of an array is one argument: XMILE has these functions of arrays itself.
  if (call.arguments.some(isSlice)) return said(call);
  if (OF_SLICES.has(call.key)) return unsaid(`XMILE has ${shown(call)} of whole arrays only`);
  const rule = RULES.get(call.key);
  if (rule === undefined) {
    const builtin = builtinNamed(call.key);
    const known = builtin === undefined || BUILTINS[builtin].origin === 'standard' || SHARED.has(builtin);
    return known ? said(call) : unsaid(`XMILE has no equivalent of ${shown(call)}`);
  }
  const portable = rule(call.arguments, expressionParts(call.span), place);
  return !portable.ok && portable.reason === '' ? said(call) : portable;
}
