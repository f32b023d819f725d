import { escapeAttribute, escapeText } from './escape.js';
import type { SvgAttribute, SvgElement, SvgNode } from './node.js';

/**
 * A tree of nodes as text, well-formed XML that is valid inside HTML too.
 *
 * @example renderSvg(svg('text', { x: 1 }, 'a < b')) // '<text x="1">a &lt; b</text>'
 */
export function renderSvg(node: SvgNode): string {
  if (typeof node === 'string') return escapeText(node);
  const open = `<${node.name}${attributes(node)}`;
  if (node.children.length === 0) return `${open}/>`;
  return `${open}>${node.children.map(renderSvg).join('')}</${node.name}>`;
}

function attributes(node: SvgElement): string {
  return Object.entries(node.attributes)
    .map(([key, value]) => ` ${key}="${escapeAttribute(written(value))}"`)
    .join('');
}

function written(value: SvgAttribute): string {
  if (typeof value === 'string') return value;
  const rounded = Math.round(value * 100) / 100;
  return String(rounded === 0 ? 0 : rounded);
}
