import type { GraphicalFunction } from '../model.js';
import type { Findings } from '../source/findings.js';
import { spanIn } from '../source/mapped-text.js';
import type { XmlElement } from '../xml/xml-element.js';
import { attributeOf, childNamed, textOf } from '../xml/xml-element.js';
import { numberIn, readNumber } from './number.js';

/** Fewest points of a graphical function: one point has no slope to extend and no interval to interpolate in. */
const FEWEST_POINTS = 2;

/**
 * The points of a `<gf>`. With `<xscale>` the x values are spread evenly; when both `<xscale>` and
 * `<xpts>` stand there, `<xpts>` wins with a warning. `<yscale>` is for drawing only.
 *
 * @returns The function, or `undefined` with errors in `findings`.
 * @errors graph-without-points, graph-order, graph-count, bad-number; warns graph-two-scales.
 * @source OASIS XMILE 1.0, 3.1.4 and 4.1.3.
 */
export function readGraph(
  findings: Findings,
  gf: XmlElement,
  variable: string,
): GraphicalFunction | undefined {
  const fail = (
    code: 'graph-without-points' | 'graph-count' | 'graph-order',
    at: XmlElement,
    message: string,
    hint: string,
  ) => {
    findings.error(code, at.span, message, { variable, hint });
    return undefined;
  };
  const ypts = childNamed(gf, 'ypts');
  const xpts = childNamed(gf, 'xpts');
  const xscale = childNamed(gf, 'xscale');
  if (ypts === undefined)
    return fail(
      'graph-without-points',
      gf,
      'This graphical function has no `<ypts>`.',
      'Add `<ypts>` with the y values.',
    );
  if (xpts === undefined && xscale === undefined)
    return fail(
      'graph-without-points',
      gf,
      'This graphical function has neither `<xpts>` nor `<xscale>`.',
      'Add one of them.',
    );
  const y = readPoints(findings, ypts, variable);
  if (y === undefined) return undefined;
  if (y.length < FEWEST_POINTS)
    return fail(
      'graph-count',
      ypts,
      `This graphical function has ${y.length} point.`,
      'It needs at least two.',
    );
  const x = xpts === undefined ? undefined : readPoints(findings, xpts, variable);
  if (xpts !== undefined) {
    if (x === undefined) return undefined;
    if (xscale !== undefined)
      findings.warning(
        'graph-two-scales',
        xscale.span,
        'This graphical function has both `<xpts>` and `<xscale>`; `<xpts>` is used.',
        {
          variable,
          hint: 'Remove `<xscale>`.',
        },
      );
    if (x.length !== y.length)
      return fail(
        'graph-count',
        xpts,
        `This graphical function has ${x.length} x values but ${y.length} y values.`,
        'Give each x one y.',
      );
    const falling = x.findIndex((value, index) => index > 0 && value <= (x[index - 1] ?? value));
    if (falling > 0)
      return fail(
        'graph-order',
        xpts,
        `The x values do not ascend: ${x[falling - 1]} is followed by ${x[falling]}.`,
        'List the points from the lowest x to the highest.',
      );
    return { type: typeOf(gf), x, y };
  }
  if (xscale === undefined) return undefined;
  const min = readBound(findings, xscale, 'min', variable);
  const max = readBound(findings, xscale, 'max', variable);
  if (min === undefined || max === undefined) return undefined;
  if (max <= min)
    return fail(
      'graph-order',
      xscale,
      `\`<xscale>\` goes from ${min} to ${max}.`,
      'Make `max` larger than `min`.',
    );
  const last = y.length - 1;
  return {
    type: typeOf(gf),
    x: y.map((_, index) => (index === last ? max : min + ((max - min) * index) / last)),
    y,
  };
}

function typeOf(gf: XmlElement): GraphicalFunction['type'] {
  const type = attributeOf(gf, 'type')?.trim().toLowerCase();
  if (type === 'discrete' || type === 'extrapolate') return type;
  // Older files say discrete="true".
  return type === undefined && attributeOf(gf, 'discrete')?.trim().toLowerCase() === 'true'
    ? 'discrete'
    : 'continuous';
}

function readBound(
  findings: Findings,
  xscale: XmlElement,
  name: 'min' | 'max',
  variable: string,
): number | undefined {
  const attribute = xscale.attributes.get(name);
  if (attribute !== undefined)
    return readNumber(findings, attribute.value, `\`${name}\` of \`<xscale>\``, variable);
  findings.error('graph-without-points', xscale.span, `\`<xscale>\` has no \`${name}\`.`, { variable });
  return undefined;
}

function readPoints(
  findings: Findings,
  element: XmlElement,
  variable: string,
): readonly number[] | undefined {
  const separator = attributeOf(element, 'sep') ?? ',';
  const text = textOf(findings.source, element);
  const values: number[] = [];
  for (const { part, start } of split(text.text, separator)) {
    const value = numberIn(part);
    if (value === undefined) {
      findings.error(
        'bad-number',
        spanIn(text, start, start + part.length),
        part === ''
          ? `A value is missing in \`<${element.name}>\`.`
          : `\`${part}\` in \`<${element.name}>\` is not a number.`,
        {
          variable,
          hint: `The values are separated by \`${separator}\`; the attribute \`sep\` names another separator.`,
        },
      );
      return undefined;
    }
    values.push(value);
  }
  return values;
}

/** The parts of a list, trimmed, with their offsets; a blank separator means any run of blanks. */
function split(
  text: string,
  separator: string,
): readonly { readonly part: string; readonly start: number }[] {
  if (separator.trim() === '')
    return [...text.matchAll(/\S+/g)].map((match) => ({ part: match[0], start: match.index }));
  let at = 0;
  return text.split(separator).map((part) => {
    const start = at + part.length - part.trimStart().length;
    at += part.length + separator.length;
    return { part: part.trim(), start };
  });
}
