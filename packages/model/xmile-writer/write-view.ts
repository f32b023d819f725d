import type { WrittenModel } from '../model-file.js';
import type { CanonicalName } from '../names/canonical-name.js';
import type { ConnectorEnd, View, ViewItem } from '../view.js';
import { attributeName } from './name-text.js';
import type { Writing } from './writing.js';
import type { XmlNode } from './xml-node.js';
import { textNode, xmlNode } from './xml-node.js';

const VIEW = { start: 0, end: 1 };

/**
 * One page of the diagram.
 *
 * @source OASIS XMILE 1.0, 5.1 and 6.1.
 */
export function writeView({ notes }: Writing, model: WrittenModel, view: View): XmlNode {
  const names = new Map<CanonicalName, string>(
    [...model.variables, ...model.modules].map(({ key, written }) => [key, written]),
  );
  const nameOf = (key: CanonicalName) => notes.name(attributeName(names.get(key) ?? key, key), VIEW);
  const text = (value: string, what: string) => notes.text(value, VIEW, what);
  return xmlNode(
    'view',
    {
      type: 'stock_flow',
      name: view.name && text(view.name, 'The name of a view'),
      page_width: number(view.width),
      page_height: number(view.height),
    },
    view.items.map((item) => writeItem(item, nameOf, text)),
  );
}

function writeItem(
  item: ViewItem,
  nameOf: (key: CanonicalName) => string,
  text: (value: string, what: string) => string,
): XmlNode {
  switch (item.kind) {
    case 'connector':
      return xmlNode('connector', { angle: number(item.angle), polarity: item.polarity }, [
        endNode('from', item.from, nameOf),
        endNode('to', item.to, nameOf),
        ...pointsNode(item.points),
      ]);
    case 'label':
      return xmlNode(
        'text_box',
        { ...place(item), ...sizeOf(item) },
        text(item.text, 'A label of the diagram'),
      );
    case 'frame':
      return xmlNode('group', {
        name: text(item.name, 'A frame of the diagram'),
        ...place(item),
        ...sizeOf(item),
      });
    case 'alias':
      return xmlNode(
        'alias',
        { ...place(item), ...sizeOf(item), uid: item.uid, label_side: item.labelSide },
        textNode('of', attributeName(item.name, item.variable)),
      );
    case 'flow':
      return xmlNode('flow', shown(item), pointsNode(item.points));
    case 'stock':
      return xmlNode('stock', { ...shown(item), ...sizeOf(item) });
    case 'auxiliary':
      return xmlNode('aux', shown(item));
    case 'module':
      return xmlNode('module', {
        name: attributeName(item.name, item.module),
        ...place(item),
        ...sizeOf(item),
        label_side: item.labelSide,
      });
  }
}

const number = (value: number | undefined) => (value === undefined ? undefined : String(value));
const place = (at: { readonly x: number; readonly y: number }) => ({ x: String(at.x), y: String(at.y) });
const sizeOf = (of: object & { readonly width?: number; readonly height?: number }) => ({
  width: number(of.width),
  height: number(of.height),
});

function shown(item: Extract<ViewItem, { kind: 'stock' | 'flow' | 'auxiliary' }>): XmlNode['attributes'] {
  return { name: attributeName(item.name, item.variable), ...place(item), label_side: item.labelSide };
}

function pointsNode(points: readonly { readonly x: number; readonly y: number }[]): readonly XmlNode[] {
  if (points.length === 0) return [];
  return [
    xmlNode(
      'pts',
      {},
      points.map((point) => xmlNode('pt', place(point))),
    ),
  ];
}

function endNode(tag: 'from' | 'to', end: ConnectorEnd, nameOf: (key: CanonicalName) => string): XmlNode {
  return 'alias' in end
    ? xmlNode(tag, {}, [xmlNode('alias', { uid: end.alias })])
    : xmlNode(tag, {}, nameOf(end.variable));
}
