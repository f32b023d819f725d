import type { Assignment, BinaryOp, Node, Program } from './program.js';
import { selectNode } from './select-node.js';

/**
 * A program in which inputs over time are comparisons of dates, counted in steps, made of the operations that
 * `time-inputs.ts` computes them with, in the same order. What does not change in a run, such as the step of a date,
 * can then be computed before it.
 */
export function withPlainInputs(program: Program): Program {
  const known = new Map<Node, Node>();
  const plain = (node: Node): Node => {
    const before = known.get(node);
    if (before !== undefined) return before;
    const made = plainNode(node, plain);
    known.set(node, made);
    return made;
  };
  const all = (list: readonly Assignment[]): readonly Assignment[] =>
    list.map(({ slot, node }) => ({ slot, node: plain(node) }));
  return {
    ...program,
    constants: all(program.constants),
    initial: all(program.initial),
    dynamic: all(program.dynamic),
  };
}

/** The node itself where nothing in it changes. */
function plainNode(node: Node, plain: (node: Node) => Node): Node {
  switch (node.kind) {
    case 'constant':
    case 'slot':
    case 'clock':
      return node;
    case 'negate':
    case 'not': {
      const operand = plain(node.operand);
      return operand === node.operand ? node : { kind: node.kind, operand };
    }
    case 'binary': {
      const [left, right] = [plain(node.left), plain(node.right)];
      return left === node.left && right === node.right ? node : { ...node, left, right };
    }
    case 'select': {
      const [condition, whenTrue, otherwise] = [node.condition, node.then, node.otherwise].map(plain);
      if (condition === undefined || whenTrue === undefined || otherwise === undefined) return node;
      const isSame = condition === node.condition && whenTrue === node.then && otherwise === node.otherwise;
      return isSame ? node : selectNode(condition, whenTrue, otherwise);
    }
    case 'lookup': {
      const argument = plain(node.argument);
      return argument === node.argument ? node : { ...node, argument };
    }
    case 'builtin':
    case 'random': {
      const operands = node.arguments.map(plain);
      return operands.every((operand, index) => operand === node.arguments[index])
        ? node
        : { ...node, arguments: operands };
    }
    case 'input':
      return inputNode(node.name, node.arguments.map(plain));
  }
}

const number = (value: number): Node => ({ kind: 'constant', value });
const binary = (op: BinaryOp, left: Node, right: Node): Node => ({ kind: 'binary', op, left, right });
const add = (left: Node, right: Node): Node => binary('add', left, right);
const subtract = (left: Node, right: Node): Node => binary('subtract', left, right);
const multiply = (left: Node, right: Node): Node => binary('multiply', left, right);
const divide = (left: Node, right: Node): Node => binary('divide', left, right);
const both = (left: Node, right: Node): Node => binary('and', left, right);
const either = (left: Node, right: Node): Node => binary('or', left, right);
const floor = (of: Node): Node => ({ kind: 'builtin', name: 'int', arguments: [of] });
const larger = (left: Node, right: Node): Node => ({
  kind: 'builtin',
  name: 'max',
  arguments: [left, right],
});
const smaller = (left: Node, right: Node): Node => ({
  kind: 'builtin',
  name: 'min',
  arguments: [left, right],
});

const START: Node = { kind: 'clock', quantity: 'start' };
const DT: Node = { kind: 'clock', quantity: 'dt' };
const STEP: Node = { kind: 'clock', quantity: 'step' };
/** Time at the beginning of the step, whatever the stage. */
const STEP_TIME = add(START, multiply(STEP, DT));
const [ZERO, ONE] = [number(0), number(1)];

/** The step nearest to a date; `Math.round` but for the sign of 0, which no comparison tells. */
function stepOf(date: Node): Node {
  const exact = divide(subtract(date, START), DT);
  const below = floor(exact);
  return add(below, binary('greater-equal', subtract(exact, below), number(0.5)));
}

function heldPulse(first: Node, width: Node): Node {
  const end = stepOf(add(first, larger(width, DT)));
  return both(binary('greater-equal', STEP, stepOf(first)), binary('less', STEP, end));
}

/** `Math.max(0, floor(...))` of the intervals that have passed since a date. */
const intervalsSince = (date: Node, interval: Node): Node =>
  larger(ZERO, floor(divide(subtract(STEP_TIME, date), interval)));

function pulse(magnitude: Node, first: Node, interval: Node): Node {
  const fires = (date: Node): Node => binary('equal', stepOf(date), STEP);
  const before = intervalsSince(first, interval);
  const repeats = either(
    fires(add(first, multiply(before, interval))),
    fires(add(first, multiply(add(before, ONE), interval))),
  );
  const isDue = selectNode(binary('greater', interval, ZERO), repeats, fires(first));
  return selectNode(isDue, divide(magnitude, DT), ZERO);
}

function pulseTrain(first: Node, width: Node, between: Node, last: Node): Node {
  const before = intervalsSince(first, between);
  const during = (index: Node): Node =>
    both(binary('greater-equal', index, ZERO), heldPulse(add(first, multiply(index, between)), width));
  const repeats = either(during(before), either(during(add(before, ONE)), during(subtract(before, ONE))));
  const isOutside = either(binary('less', STEP, stepOf(first)), binary('greater', STEP, stepOf(last)));
  const inside = selectNode(binary('greater', between, ZERO), repeats, heldPulse(first, width));
  return selectNode(isOutside, ZERO, inside);
}

const NOTHING = number(Number.NaN);

/** An input by what it is made of: `time-inputs.ts` says where each comes from, `INPUT_ROWS` what stands for arguments left out. */
function inputNode(
  name: Extract<Node, { kind: 'input' }>['name'],
  [first = NOTHING, second = NOTHING, third, fourth = NOTHING]: readonly Node[],
): Node {
  switch (name) {
    case 'step':
      return selectNode(binary('greater-equal', STEP, stepOf(second)), first, ZERO);
    case 'ramp':
      return selectNode(
        binary('greater', STEP_TIME, second),
        multiply(first, subtract(STEP_TIME, second)),
        ZERO,
      );
    case 'vensim_ramp': {
      const last = third ?? number(Number.POSITIVE_INFINITY);
      const until = smaller(STEP_TIME, larger(second, last));
      return selectNode(binary('greater', STEP_TIME, second), multiply(first, subtract(until, second)), ZERO);
    }
    case 'pulse':
      return pulse(first, second, third ?? ZERO);
    case 'vensim_pulse':
      return heldPulse(first, second);
    case 'pulse_train':
      return pulseTrain(first, second, third ?? NOTHING, fourth);
  }
}
