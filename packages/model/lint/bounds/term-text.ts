import type { Expression } from '../../equation/expression.js';

/** A term as text that is the same for terms that mean the same by their form: names by their keys, every operation in parentheses. */
export function termText(term: Expression): string {
  switch (term.kind) {
    case 'number':
      return String(term.value);
    case 'name':
      return `"${term.key}"`;
    case 'unary':
      return term.operator === '+' ? termText(term.operand) : `(${term.operator} ${termText(term.operand)})`;
    case 'binary':
      return `(${termText(term.left)} ${term.operator} ${termText(term.right)})`;
    case 'call':
      return `"${term.key}"(${term.arguments.map(termText).join(', ')})`;
    case 'if':
      return `(if ${termText(term.condition)} then ${termText(term.then)} else ${termText(term.otherwise)})`;
  }
}

/** Whether a term has at most so many parts. */
export function isShort(term: Expression, most: number): boolean {
  let left = most;
  const waiting = [term];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    left -= 1;
    if (left < 0) return false;
    if (next.kind === 'unary') waiting.push(next.operand);
    else if (next.kind === 'binary') waiting.push(next.left, next.right);
    else if (next.kind === 'call') waiting.push(...next.arguments);
    else if (next.kind === 'if') waiting.push(next.condition, next.then, next.otherwise);
  }
  return true;
}
