import type { LabelSide, Model, ViewItem } from '@weir/model';
import type { Outline, Rectangle } from './geometry.js';
import { boxAround } from './geometry.js';
import { type Label, placeLabel } from './label.js';
import type { SceneNode } from './scene.js';

/** Font sizes in pixels. */
export const TEXT_SIZE = { stock: 14, flow: 12, auxiliary: 12, frame: 16 } as const;

const STOCK_SIZE = { width: 45, height: 35 };
const RADIUS = { auxiliary: 8, alias: 7 } as const;
const LINE_LENGTH = { stock: 17, least: 6, beside: 18 } as const;

/** Items that stand at one place: stocks, auxiliaries and aliases. */
export type PlacedItem = Extract<ViewItem, { readonly kind: 'stock' | 'auxiliary' | 'alias' }>;

/** Whether an item of a view is drawn as one shape at one place. */
export function isPlaced(item: ViewItem): item is PlacedItem {
  return item.kind === 'stock' || item.kind === 'auxiliary' || item.kind === 'alias';
}

/**
 * A stock, an auxiliary or an alias with its shape and label. A stock's name stands inside its box
 * where it fits there, else beside it.
 */
export function sceneNode(model: Model, item: PlacedItem, color: string): SceneNode {
  const variable = model.variables.get(item.variable);
  const shared = { variable: item.variable, name: item.name, color };
  const drawnAs = item.kind === 'alias' && variable?.kind === 'stock' ? 'stock' : item.kind;
  if (drawnAs === 'stock') {
    const box = stockBox(item);
    const outline: Outline = { form: 'box', box };
    const inside = insideLabel(item.name, box);
    const side = inside === undefined ? outer(item.labelSide, 'top') : 'center';
    const label = inside ?? placeLabel(item.name, outline, side, LINE_LENGTH.beside, TEXT_SIZE.stock, true);
    return { ...shared, kind: item.kind === 'alias' ? 'alias' : 'stock', outline, side, label };
  }
  const radius = item.kind === 'alias' ? RADIUS.alias : RADIUS.auxiliary;
  const outline: Outline = { form: 'disc', centre: { x: item.x, y: item.y }, radius };
  const side = outer(item.labelSide, 'bottom');
  const label = placeLabel(item.name, outline, side, LINE_LENGTH.beside, TEXT_SIZE.auxiliary);
  const constant = variable?.kind === 'auxiliary' && variable.equation.kind === 'number';
  return {
    ...shared,
    kind: item.kind === 'alias' ? 'alias' : constant ? 'constant' : 'auxiliary',
    outline,
    side,
    label,
  };
}

/** The name inside the box of a stock, in the longest lines that fit; undefined where none do. */
function insideLabel(name: string, box: Rectangle): Label | undefined {
  for (let length: number = LINE_LENGTH.stock; length >= LINE_LENGTH.least; length -= 1) {
    const label = placeLabel(name, { form: 'box', box }, 'center', length, TEXT_SIZE.stock, true);
    if (label.box.width <= box.width - 10 && label.box.height <= box.height - 6) return label;
  }
  return undefined;
}

/** A label in the middle of a small shape would cover it. */
function outer(side: LabelSide | undefined, otherwise: LabelSide): LabelSide {
  return side === undefined || side === 'center' ? otherwise : side;
}

/**
 * The box of a stock. With a size, the file's x and y are its upper left corner, else its center.
 *
 * @source OASIS XMILE 1.0, 5.1.2.
 */
function stockBox(item: PlacedItem): Rectangle {
  const size = sizeOf(item);
  if (size !== undefined) return { x: item.x, y: item.y, ...size };
  if (item.kind === 'stock') return boxAround(item, STOCK_SIZE.width, STOCK_SIZE.height);
  const origin: Outline = { form: 'disc', centre: item, radius: 0 };
  const { box } = placeLabel(item.name, origin, 'center', LINE_LENGTH.stock, TEXT_SIZE.stock, true);
  return boxAround(
    item,
    Math.max(STOCK_SIZE.width, box.width + 18),
    Math.max(STOCK_SIZE.height, box.height + 12),
  );
}

/** The size that a file gives a stock, or the alias of one. */
function sizeOf(item: PlacedItem): Pick<Rectangle, 'width' | 'height'> | undefined {
  if (!('width' in item) || !('height' in item)) return undefined;
  const { width, height } = item;
  return typeof width === 'number' && typeof height === 'number' ? { width, height } : undefined;
}
