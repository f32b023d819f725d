import type { Interval } from './interval.js';
import { exactly, plus, times } from './interval.js';

/** A sum of terms with fixed factors, and a number. Terms are known by their text. */
export interface LinearForm {
  readonly factors: ReadonlyMap<string, number>;
  readonly constant: number;
}

/** A number. */
export function constantForm(constant: number): LinearForm {
  return { factors: new Map(), constant };
}

/** One term. */
export function termForm(text: string): LinearForm {
  return { factors: new Map([[text, 1]]), constant: 0 };
}

/** `left` and so many times `right`. */
export function addForms(left: LinearForm, right: LinearForm, factor: number): LinearForm {
  const factors = new Map(left.factors);
  for (const [text, own] of right.factors) {
    const sum = (factors.get(text) ?? 0) + own * factor;
    if (sum === 0) factors.delete(text);
    else factors.set(text, sum);
  }
  return { factors, constant: left.constant + right.constant * factor };
}

/** A form times a number. */
export function scaleForm(form: LinearForm, factor: number): LinearForm {
  return addForms(constantForm(0), form, factor);
}

/** Where the value of a form can lie. */
export function formBounds(form: LinearForm, boundsOf: (text: string) => Interval): Interval {
  let sum = exactly(form.constant);
  for (const [text, factor] of form.factors) sum = plus(sum, times(exactly(factor), boundsOf(text)));
  return sum;
}
