/** What is still to be done, first in first out, each item once until it is taken. */
export class Worklist<T> {
  private items: T[] = [];
  private at = 0;
  private readonly waiting = new Set<T>();

  constructor(items: Iterable<T> = []) {
    for (const item of items) this.add(item);
  }

  /** Adds an item that is not waiting already. */
  add(item: T): void {
    if (this.waiting.has(item)) return;
    this.waiting.add(item);
    this.items.push(item);
  }

  /** Takes the item that has waited longest. */
  take(): T | undefined {
    const item = this.items[this.at];
    if (item === undefined) {
      this.items = [];
      this.at = 0;
      return undefined;
    }
    this.at += 1;
    this.waiting.delete(item);
    return item;
  }
}
