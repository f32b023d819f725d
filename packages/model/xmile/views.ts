import type { CanonicalName } from '../names/canonical-name.js';
import { canonicalName, displayName } from '../names/canonical-name.js';
import type { Findings } from '../source/findings.js';
import type { SourceText } from '../source/source-text.js';
import type { ConnectorEnd, LabelSide, Point, View, ViewItem } from '../view.js';
import type { XmlElement } from '../xml/xml-element.js';
import { attributeOf, childNamed, childrenNamed, textOf } from '../xml/xml-element.js';
import { numberIn } from './number.js';

/**
 * The stock and flow diagrams of a model. What a diagram does not need is passed over: interface pages,
 * elements of vendors, items without a position.
 *
 * @errors Warns view-unknown-variable; the item is left out.
 * @source OASIS XMILE 1.0, 5 and 6.1.
 */
export function readViews(
  findings: Findings,
  known: ReadonlySet<CanonicalName>,
  model: XmlElement,
): readonly View[] {
  const views = childNamed(model, 'views');
  if (views === undefined) return [];
  return childrenNamed(views, 'view')
    .filter((view) => (attributeOf(view, 'type') ?? 'stock_flow') === 'stock_flow')
    .map((view) => {
      const name = attributeOf(view, 'name');
      return {
        ...(name === undefined ? {} : { name: displayName(name) }),
        ...sizeOf(view, 'page_width', 'page_height'),
        ...sizeOf(view, 'width', 'height'),
        items: view.children.flatMap((element) => readKnownItem(findings, known, element) ?? []),
      };
    });
}

function numeric(element: XmlElement, name: string): number | undefined {
  const written = attributeOf(element, name);
  return written === undefined ? undefined : numberIn(written);
}

function sizeOf(
  element: XmlElement,
  widthName = 'width',
  heightName = 'height',
): { width?: number; height?: number } {
  const width = numeric(element, widthName);
  const height = numeric(element, heightName);
  return { ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }) };
}

function pointOf(element: XmlElement): Point | undefined {
  const x = numeric(element, 'x');
  const y = numeric(element, 'y');
  return x === undefined || y === undefined ? undefined : { x, y };
}

function pointsOf(element: XmlElement): readonly Point[] {
  const points = childNamed(element, 'pts');
  return points === undefined ? [] : childrenNamed(points, 'pt').flatMap((point) => pointOf(point) ?? []);
}

function readKnownItem(
  findings: Findings,
  known: ReadonlySet<CanonicalName>,
  element: XmlElement,
): ViewItem | undefined {
  const item = readItem(findings.source, element);
  if (item === undefined || !('variable' in item) || known.has(item.variable)) return item;
  findings.warning(
    'view-unknown-variable',
    element.span,
    `The diagram shows \`${item.name}\`, which is no variable of the model.`,
    {
      hint: 'It is left out of the diagram; rename or remove it.',
    },
  );
  return undefined;
}

function readItem(source: SourceText, element: XmlElement): ViewItem | undefined {
  if (element.name === 'connector') return readConnector(source, element);
  const point = pointOf(element);
  if (point === undefined) return undefined;
  switch (element.name) {
    case 'stock':
      return shown(element, point, (item) => ({ kind: 'stock', ...item, ...sizeOf(element) }));
    case 'flow':
      return shown(element, point, (item) => ({ kind: 'flow', ...item, points: pointsOf(element) }));
    case 'aux':
    case 'gf':
      return shown(element, point, (item) => ({ kind: 'auxiliary', ...item }));
    case 'alias': {
      const of = childNamed(element, 'of');
      const written = of && textOf(source, of).text.trim();
      const uid = attributeOf(element, 'uid');
      if (written === undefined || written === '') return undefined;
      const item = {
        ...point,
        variable: canonicalName(written),
        name: displayName(written),
        ...labelSideOf(element),
      };
      return { kind: 'alias', ...item, ...sizeOf(element), ...(uid === undefined ? {} : { uid }) };
    }
    case 'module':
      return shown(element, point, ({ variable, ...item }) => ({
        kind: 'module',
        module: variable,
        ...item,
        ...sizeOf(element),
      }));
    case 'text_box':
      return { kind: 'label', text: textOf(source, element).text.trim(), ...point, ...sizeOf(element) };
    case 'group': {
      const { width, height } = sizeOf(element);
      if (width === undefined || height === undefined) return undefined;
      return {
        kind: 'frame',
        name: displayName(attributeOf(element, 'name') ?? ''),
        ...point,
        width,
        height,
      };
    }
    default:
      return undefined;
  }
}

type ShownItem = Point & {
  readonly variable: ReturnType<typeof canonicalName>;
  readonly name: string;
  readonly labelSide?: LabelSide;
};

function shown(element: XmlElement, point: Point, make: (item: ShownItem) => ViewItem): ViewItem | undefined {
  const written = attributeOf(element, 'name');
  if (written === undefined) return undefined;
  return make({
    ...point,
    variable: canonicalName(written),
    name: displayName(written),
    ...labelSideOf(element),
  });
}

function labelSideOf(element: XmlElement): { labelSide?: LabelSide } {
  const side = attributeOf(element, 'label_side');
  return side === 'top' || side === 'bottom' || side === 'left' || side === 'right' || side === 'center'
    ? { labelSide: side }
    : {};
}

function readConnector(source: SourceText, element: XmlElement): ViewItem | undefined {
  const from = connectorEnd(source, childNamed(element, 'from'));
  const to = connectorEnd(source, childNamed(element, 'to'));
  if (from === undefined || to === undefined) return undefined;
  const angle = numeric(element, 'angle');
  const polarity = attributeOf(element, 'polarity');
  return {
    kind: 'connector',
    from,
    to,
    points: pointsOf(element),
    ...(angle === undefined ? {} : { angle }),
    ...(polarity === '+' || polarity === '-' ? { polarity } : {}),
  };
}

function connectorEnd(source: SourceText, element: XmlElement | undefined): ConnectorEnd | undefined {
  if (element === undefined) return undefined;
  const alias = childNamed(element, 'alias');
  const uid = alias && attributeOf(alias, 'uid');
  if (uid !== undefined) return { alias: uid };
  const written = textOf(source, element).text.trim();
  return written === '' ? undefined : { variable: canonicalName(written) };
}
