import type { CanonicalName, Expression, SourceText } from '@weir/model';
import { canonicalName, placeOf } from '@weir/model';
import type { Assignment, Node, ProgramVariable, Slot } from './program.js';
import { slotAt } from './slot.js';

/** The hidden variables of one model: one for each call of INIT, named by its text in the file. */
export class HiddenVariables {
  readonly variables: ProgramVariable[] = [];
  readonly #assignments: { readonly owner: Slot; readonly assignment: Assignment }[] = [];

  /** @param slotOf - Slots of the model's own variables; hidden ones follow them. */
  constructor(
    readonly source: SourceText,
    readonly slotOf: ReadonlyMap<CanonicalName, Slot>,
  ) {}

  /** Makes the variable of one call, for the equation of `owner`. */
  add(owner: CanonicalName, argument: Node, { span }: Expression): Slot {
    const slot = slotAt(this.slotOf.size + this.variables.length);
    const name = this.source.text.slice(span.start, span.end);
    let key = canonicalName(name);
    while (this.slotOf.has(key) || this.variables.some((variable) => variable.key === key)) {
      key = canonicalName(`${key} again`);
    }
    const place = placeOf(this.source, span);
    this.variables.push({ slot, name, key, kind: 'hidden', timing: 'initial', place });
    const ownerSlot = this.slotOf.get(owner);
    if (ownerSlot === undefined) throw new RangeError(`no variable ${owner}`);
    this.#assignments.push({ owner: ownerSlot, assignment: { slot, node: argument } });
    return slot;
  }

  /**
   * Puts each hidden variable before its owner in the list of initial values; those of owners that the list
   * does not have stand at the end, when everything initial is settled.
   */
  settle(initial: readonly Assignment[]): readonly Assignment[] {
    const isInitial = new Set(initial.map(({ slot }) => slot));
    const last = this.#assignments.filter(({ owner }) => !isInitial.has(owner));
    return [
      ...initial.flatMap((assignment) => [
        ...this.#assignments.filter(({ owner }) => owner === assignment.slot).map((own) => own.assignment),
        assignment,
      ]),
      ...last.map(({ assignment }) => assignment),
    ];
  }
}
