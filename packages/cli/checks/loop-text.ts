import type { FeedbackLoops, Loop, Polarity } from '@weir/model';
import { tableLines } from '../print/table.js';
import { wrap } from '../print/wrap.js';

const TYPES: Readonly<Record<Polarity, string>> = {
  '+': 'reinforcing',
  '-': 'balancing',
  unknown: 'depends',
};

/** Loops as a table: the shortest ones, with what there is in all. */
export function loopText(
  about: string,
  { set, complete, loops }: FeedbackLoops,
  { most, limit, probed }: { readonly most: number; readonly limit: number; readonly probed: number },
  width: number,
): string {
  const count = (polarity: Polarity) => loops.filter((loop) => loop.polarity === polarity).length;
  const kinds = (['+', '-', 'unknown'] as const)
    .filter((polarity) => count(polarity) > 0)
    .map((polarity) => `${count(polarity)} ${TYPES[polarity]}`);
  const many = `${loops.length} ${loops.length === 1 ? 'loop' : 'loops'}`;
  const head =
    set === 'all'
      ? `${about}: ${many}`
      : `${about}: over ${limit} loops or too many to follow; a shortest independent set of ${many}`;
  const lines = [...wrap(`${head}${kinds.length === 0 ? '.' : `: ${kinds.join(', ')}.`}`, width)];
  if (!complete)
    lines.push(...wrap('The set is cut short: the model is too large to look at every link.', width));
  if (loops.length === 0) return `${lines.join('\n')}\n`;
  lines.push(
    '',
    ...tableLines(
      [
        { head: 'Type', align: 'left' },
        { head: 'Links', align: 'right' },
        { head: 'Loop ([ ] is a stock)', align: 'left', wraps: true },
      ],
      loops.slice(0, most).map((loop) => [TYPES[loop.polarity], String(loop.links.length), path(loop)]),
      width,
    ),
  );
  if (loops.length > most)
    lines.push('', `... and ${loops.length - most} longer ones: --most ${loops.length}`);
  if (probed > 0) {
    const links = `${probed} ${probed === 1 ? 'link has a sign' : 'links have signs'}`;
    lines.push('', ...wrap(`${links} as in the base run; the equations alone leave it open.`, width));
  }
  return `${lines.join('\n')}\n`;
}

function path({ variables }: Loop): string {
  return variables.map(({ kind, name }) => (kind === 'stock' ? `[${name}]` : name)).join(' -> ');
}
