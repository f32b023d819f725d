import { escapeAttribute, escapeText, renderSvg } from '@weir/figures';
import type { HtmlElement, HtmlNode } from './element.js';

const VOID: ReadonlySet<string> = new Set(['meta', 'link', 'br', 'hr', 'col', 'wbr']);
/** Elements whose text a browser reads as it stands. */
const RAW: ReadonlySet<string> = new Set(['style']);

/**
 * A page's tree as text that is HTML and well-formed XML at once. The text of `style` is not escaped: it
 * must hold neither `<` nor `&`.
 *
 * @throws Error when raw text holds either.
 */
export function renderHtml(node: HtmlNode): string {
  if (typeof node === 'string') return escapeText(node);
  if (node.name === 'svg') return renderSvg(node);
  const attributes = Object.entries(node.attributes)
    .map(([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`)
    .join('');
  if (VOID.has(node.name)) return `<${node.name}${attributes}/>`;
  return `<${node.name}${attributes}>${content(node)}</${node.name}>`;
}

function content(node: HtmlElement): string {
  if (!RAW.has(node.name)) return node.children.map(renderHtml).join('');
  const text = node.children.map(String).join('');
  if (/[<&]/.test(text)) throw new Error(`The text of ${node.name} must not hold "<" or "&".`);
  return text;
}
