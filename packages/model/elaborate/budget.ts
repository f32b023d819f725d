/** Most variables of a model, every element of every array counted: more would not fit into a browser's tab. */
export const MAX_ELEMENTS = 250_000;
/** Most calls of macros, those in macros counted. */
export const MAX_CALLS = 50_000;
/** Most terms that sums over arrays and the like may write out, over the whole model. */
export const MAX_TERMS = 2_000_000;
/** Deepest nesting of modules, and of macros that call macros. */
export const MAX_DEPTH = 32;

/** Counts what an elaboration makes, so that a small file cannot ask for a huge model. Belongs to one elaboration. */
export class Budget {
  private elements = 0;
  private terms = 0;
  private calls = 0;

  /** Whether that many more variables may be made. */
  takeElements(count: number): boolean {
    this.elements += count;
    return this.elements <= MAX_ELEMENTS;
  }

  /** Whether one more call of a macro may be written out. */
  takeCall(): boolean {
    this.calls += 1;
    return this.calls <= MAX_CALLS;
  }

  /** Whether that many more terms may be written out. */
  takeTerms(count: number): boolean {
    this.terms += count;
    return this.terms <= MAX_TERMS;
  }
}
