import { LIGHT, type SvgNode } from '@weir/figures';
import { createElement, type ReactNode } from 'react';

/** Colors of the figures by the name of their task, so that a figure follows the page's theme. */
const TASKS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(LIGHT).map(([task, color]) => [color, `var(--${kebab(task)})`] as const),
  ['#2B3038', 'var(--baseline)'],
  ['#1291FE', 'var(--policy-0)'],
  ['#A7801F', 'var(--policy-1)'],
  ['#6D2095', 'var(--policy-2)'],
  ['#157A86', 'var(--policy-3)'],
]);

/** Marks of `@weir/figures` as elements of the page, in the colors of its theme. */
export function SvgTree({ node }: { readonly node: SvgNode }): ReactNode {
  if (typeof node === 'string') return node;
  const attributes = Object.fromEntries(
    Object.entries(node.attributes)
      .filter(([name]) => name !== 'style' && name !== 'xmlns')
      .map(([name, value]) => [
        propName(name),
        typeof value === 'string' ? (TASKS.get(value) ?? value) : Math.round(value * 100) / 100,
      ]),
  );
  const children = node.children.map((child, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a drawing is drawn anew as a whole.
    <SvgTree key={place} node={child} />
  ));
  return createElement(node.name, attributes, ...children);
}

/** Attributes with a hyphen are written in one word in React, but for those that it leaves as they are. */
function propName(name: string): string {
  if (name.startsWith('aria-') || name.startsWith('data-')) return name;
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
