import type { SourceText } from '../source/source-text.js';
import type { XmlElement } from '../xml/xml-element.js';
import { childNamed, textOf } from '../xml/xml-element.js';

/** Whether the stocks and the flows of a file are non-negative unless they say otherwise. */
export interface NonNegativeDefaults {
  readonly stock: boolean;
  readonly flow: boolean;
}

/** What an element says: `<non_negative/>` and `true` switch on, `false` off; blanks and case do not count. */
export function nonNegativeOf(source: SourceText, element: XmlElement): boolean | undefined {
  const mark = childNamed(element, 'non_negative');
  return mark && textOf(source, mark).text.trim().toLowerCase() !== 'false';
}

/**
 * What `<behavior>` says, the model before the file, the kind of variable before both kinds.
 *
 * @param levels - The model's element, then the file's.
 * @source OASIS XMILE 1.0, 2.6.
 */
export function nonNegativeDefaults(source: SourceText, levels: readonly XmlElement[]): NonNegativeDefaults {
  const settle = (kind: 'stock' | 'flow'): boolean => {
    for (const level of levels) {
      const behavior = childNamed(level, 'behavior');
      const entity = behavior && childNamed(behavior, kind);
      const said = (entity && nonNegativeOf(source, entity)) ?? (behavior && nonNegativeOf(source, behavior));
      if (said !== undefined) return said;
    }
    return false;
  };
  return { stock: settle('stock'), flow: settle('flow') };
}
