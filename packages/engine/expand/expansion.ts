import type { CanonicalName, Diagnostic, Expression, Model, Variable } from '@weir/model';
import { canonicalName, placeOf } from '@weir/model';
import type { EngineCode } from '../engine-codes.js';

/** A memory of the expanded model: see `HeldValue` of a program. Its variable is a stock without flows. */
export interface HeldVariable {
  readonly key: CanonicalName;
  readonly next: CanonicalName;
  readonly delay?: CanonicalName;
}

/** What names a hidden variable. */
export type Named = Pick<Variable, 'written' | 'name' | 'key' | 'span'>;

/** Longest text of a call in the name of a hidden variable. */
const LONGEST_CALL = 60;

/** The hidden variables of one model, call by call. Belongs to one expansion. */
export class Expansion {
  readonly hidden: Variable[] = [];
  readonly held: HeldVariable[] = [];
  readonly oncePerStep = new Set<CanonicalName>();
  /** Variables on which the number of stages of a delay depends, with their values at the start. */
  readonly shaping = new Map<CanonicalName, number>();
  /** Whether the number of stages of a delay depends on the time step. */
  usesDt = false;
  readonly diagnostics: Diagnostic[] = [];
  readonly #taken = new Map<CanonicalName, number>();

  constructor(readonly model: Model) {}

  /** A name that no other variable has, for a part of a call: `level 2 of SMTH3(x, 5) in Demand`. */
  name(owner: Variable, { span }: Expression, part: string): Named {
    const text = this.model.source.text.slice(span.start, span.end).replaceAll(/\s+/g, ' ');
    const call = text.length > LONGEST_CALL ? `${text.slice(0, LONGEST_CALL)}...` : text;
    const name = `${part} of ${call} in ${owner.name}`;
    const key = canonicalName(name);
    const uses = (this.#taken.get(key) ?? (this.model.variables.has(key) ? 1 : 0)) + 1;
    this.#taken.set(key, uses);
    if (uses === 1) return { written: name, name, key, span };
    return this.name(owner, { kind: 'number', value: 0, span }, `${part} (${uses})`);
  }

  /** Reports an error at a term of a variable's equation. */
  refuse(code: EngineCode, owner: Variable, { span }: Expression, message: string, hint: string): void {
    const place = placeOf(this.model.source, span);
    this.diagnostics.push({ code, severity: 'error', message, place, variable: owner.name, hint });
  }
}
