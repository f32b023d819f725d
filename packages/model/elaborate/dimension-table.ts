import type { Dimension, DimensionElement, ModelFile } from '../model-file.js';
import type { CanonicalName } from '../names/canonical-name.js';

/** A dimension or subrange with its elements at hand by key. */
export interface Range {
  readonly key: CanonicalName;
  readonly name: string;
  readonly elements: readonly DimensionElement[];
  /** Positions of its elements, counted from 0. */
  readonly positionOf: ReadonlyMap<CanonicalName, number>;
  readonly mappings: Dimension['mappings'];
}

/** The dimensions of a file: what elements they have, and how they relate. Belongs to one elaboration. */
export class DimensionTable {
  private readonly ranges: ReadonlyMap<CanonicalName, Range>;
  /** For each element, the largest range that holds it, the first on a tie. */
  private readonly widest = new Map<CanonicalName, Range>();
  private readonly families = new Map<Range, Range>();

  constructor(private readonly file: ModelFile) {
    this.ranges = new Map(
      [...file.dimensions].map(([key, dimension]) => [
        key,
        {
          key,
          name: dimension.name,
          elements: dimension.elements,
          positionOf: new Map(dimension.elements.map((element, position) => [element.key, position])),
          mappings: dimension.mappings,
        },
      ]),
    );
    for (const range of this.ranges.values())
      for (const { key } of range.elements) {
        const known = this.widest.get(key);
        if (known === undefined || known.elements.length < range.elements.length) this.widest.set(key, range);
      }
  }

  /** The dimension or subrange of this name. */
  range(key: CanonicalName): Range | undefined {
    return this.ranges.get(key);
  }

  /** The largest dimension that has an element of this name. */
  holding(element: CanonicalName): Range | undefined {
    return this.widest.get(element);
  }

  /**
   * The number that an element of a range stands for in an equation, counted from 1. In XMILE its position in the
   * range named; in Vensim its position in the whole family, so that subranges compare by element.
   *
   * @source OASIS XMILE 1.0, 3.7.1; Vensim, subscript constants.
   */
  numberOf(range: Range, element: CanonicalName): number | undefined {
    const among = this.file.dialect === 'vensim' ? this.familyOf(range) : range;
    const position = among.positionOf.get(element) ?? range.positionOf.get(element);
    return position === undefined ? undefined : position + 1;
  }

  private familyOf(range: Range): Range {
    const known = this.families.get(range);
    if (known !== undefined) return known;
    const [first] = range.elements;
    let family = range;
    for (const candidate of this.ranges.values()) {
      if (first === undefined || !candidate.positionOf.has(first.key)) continue;
      const larger =
        candidate.elements.length > family.elements.length ||
        (candidate.elements.length === family.elements.length && family === range);
      if (larger && range.elements.every(({ key }) => candidate.positionOf.has(key))) family = candidate;
    }
    this.families.set(range, family);
    return family;
  }
}

/**
 * The element of `to` that an element of `from` stands for: itself where `to` has it, else by a mapping in either
 * direction. Several candidates, or none, give `undefined`.
 */
export function carriedOver(from: Range, element: CanonicalName, to: Range): CanonicalName | undefined {
  if (to.positionOf.has(element)) return element;
  return mapped(from, element, to);
}

/** The element of `to` that a mapping, declared at either side, gives for an element of `from`. */
export function mapped(from: Range, element: CanonicalName, to: Range): CanonicalName | undefined {
  const declared = to.mappings.find((mapping) => mapping.to === from.key);
  if (declared !== undefined) {
    const position = declared.elements.findIndex((targets) => targets.includes(element));
    const found = to.elements[position];
    if (found !== undefined) return found.key;
  }
  const own = from.mappings.find((mapping) => mapping.to === to.key);
  const targets = own?.elements[from.positionOf.get(element) ?? -1];
  return targets?.length === 1 ? targets[0] : undefined;
}
