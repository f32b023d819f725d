import type { CanonicalName, Expression, SourceText } from '@weir/model';
import { canonicalName, placeOf } from '@weir/model';
import type { Assignment, Node, ProgramVariable, Slot } from './program.js';
import { slotAt } from './slot.js';

/** The hidden variables of one model: one for each call of INIT, named by its text in the file. */
export class HiddenVariables {
  readonly variables: ProgramVariable[] = [];
  readonly #before = new Map<Slot, Assignment[]>();
  readonly #last: Assignment[] = [];
  readonly #uses = new Map<CanonicalName, number>();

  /** @param slotOf - Slots of the model's own variables; hidden ones follow them. */
  constructor(
    readonly source: SourceText,
    readonly slotOf: ReadonlyMap<CanonicalName, Slot>,
  ) {}

  /**
   * Makes the variable of one call.
   *
   * @param owner - Slot whose initial value it must precede; `undefined` where it may be settled last.
   */
  add(owner: Slot | undefined, argument: Node, { span }: Expression): Slot {
    const slot = slotAt(this.slotOf.size + this.variables.length);
    const name = this.source.text.slice(span.start, span.end);
    const key = this.#keyOf(canonicalName(name));
    const place = placeOf(this.source, span);
    this.variables.push({ slot, name, key, kind: 'hidden', timing: 'initial', place });
    const assignment = { slot, node: argument };
    const before = owner === undefined ? undefined : this.#before.get(owner);
    if (owner === undefined) this.#last.push(assignment);
    else if (before === undefined) this.#before.set(owner, [assignment]);
    else before.push(assignment);
    return slot;
  }

  /**
   * Puts each hidden variable before its owner in the list of initial values; those of owners that the list
   * does not have stand at the end, when everything initial is settled.
   */
  settle(initial: readonly Assignment[]): readonly Assignment[] {
    const isInitial = new Set(initial.map(({ slot }) => slot));
    const late = [...this.#before].filter(([owner]) => !isInitial.has(owner)).flatMap(([, own]) => own);
    return [
      ...initial.flatMap((assignment) => [...(this.#before.get(assignment.slot) ?? []), assignment]),
      ...late,
      ...this.#last,
    ];
  }

  #keyOf(key: CanonicalName): CanonicalName {
    const uses = (this.#uses.get(key) ?? (this.slotOf.has(key) ? 1 : 0)) + 1;
    this.#uses.set(key, uses);
    return uses === 1 ? key : this.#keyOf(canonicalName(`${key} (${uses})`));
  }
}
