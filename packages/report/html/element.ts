import { type SvgElement, type SvgNode, svg } from '@weir/figures';

/** An element of the page; figures are elements too. */
export type HtmlElement = SvgElement;

/** An element or text. */
export type HtmlNode = SvgNode;

/** What may stand between elements: nothing is left out, lists are opened. */
export type HtmlChild = HtmlNode | undefined | readonly HtmlChild[];

/**
 * Makes an element of the page.
 *
 * @example h('p', { class: 'lead' }, 'Text, escaped when rendered.')
 */
export function h(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
  ...children: readonly HtmlChild[]
): HtmlElement {
  return svg(name, attributes, ...flattened(children));
}

function flattened(children: readonly HtmlChild[]): readonly HtmlNode[] {
  return children.flatMap((child): readonly HtmlNode[] => {
    if (child === undefined) return [];
    if (typeof child === 'string') return [child];
    return isList(child) ? flattened(child) : [child];
  });
}

function isList(child: HtmlElement | readonly HtmlChild[]): child is readonly HtmlChild[] {
  return Array.isArray(child);
}
