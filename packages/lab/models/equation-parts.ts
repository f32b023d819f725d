import { type CanonicalName, canonicalName, displayName } from '@weir/model';
import type { EquationPart } from './atlas.js';

const NAME = /"(?:[^"\\]|\\[\s\S])*"|[A-Za-z_\u0080-\uffff][A-Za-z0-9_$.\u0080-\uffff]*/g;

/**
 * An equation as XMILE text, taken apart at the names of variables, which are shown as people read them.
 *
 * @param isVariable - Whether the model has a variable of that key; other names are functions and keywords.
 */
export function equationParts(
  text: string,
  isVariable: (key: CanonicalName) => boolean,
): readonly EquationPart[] {
  const parts: EquationPart[] = [];
  let from = 0;
  for (const found of text.matchAll(NAME)) {
    const key = canonicalName(found[0]);
    if (!isVariable(key)) continue;
    if (found.index > from) parts.push({ text: text.slice(from, found.index) });
    parts.push({ text: displayName(found[0]), key });
    from = found.index + found[0].length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}
