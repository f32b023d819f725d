/** A value of an attribute; numbers are written in the shortest form that keeps two decimals. */
export type SvgAttribute = string | number;

/** An element of a figure: plain data, so that any renderer can make text or components of it. */
export interface SvgElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, SvgAttribute>>;
  readonly children: readonly SvgNode[];
}

/** An element, or text. */
export type SvgNode = SvgElement | string;

/**
 * Makes an element.
 *
 * @param attributes - Those that are `undefined` are left out.
 * @example svg('rect', { x: 0, y: 0, width: 10, height: 4 })
 */
export function svg(
  name: string,
  attributes: Readonly<Record<string, SvgAttribute | undefined>> = {},
  ...children: readonly SvgNode[]
): SvgElement {
  const given: Record<string, SvgAttribute> = {};
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) given[key] = value;
  }
  return { name, attributes: given, children };
}
