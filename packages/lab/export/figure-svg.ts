/** What stands around a figure that leaves the lab. */
export interface FigureWords {
  readonly title: string;
  readonly subtitle: string;
  readonly summary: string;
  /** Lines below the figure: method, limits, source. */
  readonly notes: readonly string[];
  /** Model, version, corrections, ranges, draws, seed, link. */
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** Styles that a drawing takes from the page and that a file of its own must carry. */
const CARRIED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
  'visibility',
] as const;

const NAMESPACE = 'http://www.w3.org/2000/svg';
const FONT = 'system-ui, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif';
const MARGIN = 16;
const TITLE = 18;
const SMALL = 12;

/**
 * A drawing of the page as an SVG file in the light theme: its sentence above, method, limits and source below, text as
 * text, and what it was made from in `<metadata>`.
 */
export function figureSvg(drawing: SVGSVGElement, words: FigureWords): string {
  const box = drawing.getBoundingClientRect();
  const [own, tall] = [Math.ceil(box.width), Math.ceil(box.height)];
  const width = Math.max(own, 480) + 2 * MARGIN;
  const copy = inLight(() => carried(drawing));
  const titles = wrapped(words.title, (width - 2 * MARGIN) / (TITLE * 0.55));
  const subtitles = wrapped(words.subtitle, (width - 2 * MARGIN) / (SMALL * 0.52));
  const notes = words.notes.flatMap((note) => wrapped(note, (width - 2 * MARGIN) / (SMALL * 0.52)));
  const file = made('svg', { xmlns: NAMESPACE, role: 'img', 'font-family': FONT });
  let y = MARGIN;
  const line = (text: string, size: number, weight: string, color: string): void => {
    y += size * 1.4;
    const element = made('text', { x: MARGIN, y, 'font-size': size, 'font-weight': weight, fill: color });
    element.textContent = text;
    file.append(element);
  };
  file.append(told('title', words.title), told('desc', `${words.summary} ${words.notes.join(' ')}`.trim()));
  file.append(told('metadata', JSON.stringify(words.metadata)));
  file.append(made('rect', { width: '100%', height: '100%', fill: '#ffffff' }));
  for (const text of titles) line(text, TITLE, '600', '#1b1f24');
  for (const text of subtitles) line(text, SMALL, '400', '#4a525c');
  y += SMALL;
  for (const [name, value] of Object.entries({ x: MARGIN, y, width: own, height: tall }))
    copy.setAttribute(name, String(value));
  if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${own} ${tall}`);
  file.append(copy);
  y += tall;
  for (const text of notes) line(text, SMALL, '400', '#4a525c');
  const height = Math.ceil(y + MARGIN);
  for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` }))
    file.setAttribute(name, String(value));
  return new XMLSerializer().serializeToString(file);
}

/** A copy of a drawing that has its styles in itself. */
function carried(drawing: SVGSVGElement): SVGElement {
  const copy = drawing.cloneNode(true);
  if (!(copy instanceof SVGElement)) throw new Error('a drawing was not copied as one');
  const from = [drawing, ...drawing.querySelectorAll('*')];
  const to = [copy, ...copy.querySelectorAll('*')];
  for (const [place, element] of to.entries()) {
    const source = from[place];
    if (source === undefined) continue;
    const style = getComputedStyle(source);
    for (const name of CARRIED) {
      const value = style.getPropertyValue(name);
      if (value !== '') element.setAttribute(name, value);
    }
    for (const name of ['class', 'style', 'tabindex', 'aria-label', 'role']) element.removeAttribute(name);
  }
  return copy;
}

/** Does something while the page has its light colors; nothing is painted in between. */
function inLight<T>(task: () => T): T {
  const { dataset } = document.documentElement;
  const { theme } = dataset;
  dataset.theme = 'light';
  try {
    return task();
  } finally {
    if (theme === undefined) delete dataset.theme;
    else dataset.theme = theme;
  }
}

function made(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key !== 'xmlns') element.setAttribute(key, String(value));
  }
  return element;
}

function told(name: string, text: string): SVGElement {
  const element = made(name, {});
  element.textContent = text;
  return element;
}

function wrapped(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`;
    else if (word !== '') lines.push(word);
  }
  return lines;
}
