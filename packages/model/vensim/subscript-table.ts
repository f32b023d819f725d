import type { Dimension } from '../model-file.js';
import type { CanonicalName } from '../names/canonical-name.js';

/** Answers what the names in brackets mean. */
export class SubscriptTable {
  private readonly ranges: ReadonlyMap<CanonicalName, readonly CanonicalName[]>;
  /** The ranges that hold an element, the smallest first. */
  private readonly holders = new Map<CanonicalName, CanonicalName[]>();

  constructor(dimensions: ReadonlyMap<CanonicalName, Dimension>) {
    this.ranges = new Map(
      [...dimensions.values()].map(({ key, elements }) => [key, elements.map((element) => element.key)]),
    );
    const bySize = [...this.ranges].sort(([, a], [, b]) => a.length - b.length);
    for (const [range, elements] of bySize)
      for (const element of elements) {
        const holders = this.holders.get(element);
        if (holders === undefined) this.holders.set(element, [range]);
        else holders.push(range);
      }
  }

  knows(key: CanonicalName): boolean {
    return this.ranges.has(key) || this.holders.has(key);
  }

  /** The elements a name stands for: those of a range, or itself. */
  elementsOf(key: CanonicalName): readonly CanonicalName[] {
    return this.ranges.get(key) ?? [key];
  }

  /**
   * The range a variable is declared over, given all that its equations name at one place: the one range they all
   * name, else the smallest that holds every element, the first in the file on a tie.
   */
  rangeOver(names: readonly CanonicalName[]): CanonicalName | undefined {
    const different = new Set(names);
    const [only] = different;
    if (only !== undefined && different.size === 1 && this.ranges.has(only)) return only;
    const elements = new Set([...different].flatMap((name) => this.elementsOf(name)));
    const [first] = elements;
    const holders = first === undefined ? [] : (this.holders.get(first) ?? []);
    return holders.find((range) => {
      const within = this.ranges.get(range) ?? [];
      if (within.length < elements.size) return false;
      const known = new Set(within);
      return [...elements].every((element) => known.has(element));
    });
  }
}
