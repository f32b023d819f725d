import type { Assignment, Node, Program } from '@weir/engine';
import { numberText } from './number-text.js';

/**
 * What a program computes, as text: equal for two programs exactly when they compute the same values in the
 * same order. Documentation, layout and places in files do not enter, so a change of words in a model file
 * does not change the identity of its runs.
 */
export function programText(program: Program): string {
  const lines = [
    `clock ${numbers([program.start, program.stop, program.dt])} ${JSON.stringify(program.timeUnits)}`,
  ];
  for (const variable of program.variables) {
    lines.push(
      `variable ${variable.slot} ${variable.kind} ${variable.timing} ${JSON.stringify(variable.key)}`,
    );
  }
  for (const stock of program.stocks) {
    lines.push(`stock ${stock.slot} + ${stock.inflows.join(' ')} - ${stock.outflows.join(' ')}`);
  }
  for (const table of program.tables)
    lines.push(`table ${table.type} ${numbers(table.x)} / ${numbers(table.y)}`);
  for (const { slot, next, delay } of program.held) lines.push(`held ${slot} ${next} ${delay ?? 'one step'}`);
  if (program.oncePerStep.size > 0) lines.push(`once a step ${[...program.oncePerStep].join(' ')}`);
  const assignments = (phase: string, list: readonly Assignment[]) => {
    for (const { slot, node } of list) lines.push(`${phase} ${slot} ${nodeText(node)}`);
  };
  assignments('constant', program.constants);
  assignments('initial', program.initial);
  assignments('dynamic', program.dynamic);
  return lines.join('\n');
}

function numbers(values: readonly number[]): string {
  return values.map(numberText).join(' ');
}

/** An expression in prefix form. */
function nodeText(node: Node): string {
  switch (node.kind) {
    case 'constant':
      return numberText(node.value);
    case 'slot':
      return `$${node.slot}`;
    case 'clock':
      return `@${node.quantity}`;
    case 'negate':
    case 'not':
      return `(${node.kind} ${nodeText(node.operand)})`;
    case 'binary':
      return `(${node.op} ${nodeText(node.left)} ${nodeText(node.right)})`;
    case 'select':
      return `(select ${nodeText(node.condition)} ${nodeText(node.then)} ${nodeText(node.otherwise)})`;
    case 'builtin':
    case 'input':
      return `(${[node.name, ...node.arguments.map(nodeText)].join(' ')})`;
    case 'random': {
      const site = `${node.site.first} ${node.site.second}`;
      return `(${[node.name, site, ...node.arguments.map(nodeText)].join(' ')})`;
    }
    case 'lookup':
      return `(lookup ${node.table} ${nodeText(node.argument)})`;
  }
}
