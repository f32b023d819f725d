import type { GraphicalFunction } from '../model.js';
import type { XmlNode } from './xml-node.js';
import { xmlNode } from './xml-node.js';

/**
 * A graphical function: with `<xscale>` where its x values are exactly those that evenly spread points have,
 * else with each of them.
 *
 * @param attributes - Its name, where it stands alone.
 * @source OASIS XMILE 1.0, 3.1.4 and 4.1.3.
 */
export function writeGraph(graph: GraphicalFunction, attributes: XmlNode['attributes'] = {}): XmlNode {
  return xmlNode('gf', { ...attributes, type: graph.type }, graphPoints(graph));
}

/** What stands inside a `<gf>`. */
export function graphPoints({ x, y }: GraphicalFunction): readonly XmlNode[] {
  const [min, max] = [x[0] ?? 0, x.at(-1) ?? 0];
  const last = x.length - 1;
  const even = x.every(
    (value, index) => value === (index === last ? max : min + ((max - min) * index) / last),
  );
  return [
    even && max > min
      ? xmlNode('xscale', { min: String(min), max: String(max) })
      : xmlNode('xpts', {}, x.map(String).join(',')),
    xmlNode('ypts', {}, y.map(String).join(',')),
  ];
}
