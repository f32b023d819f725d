import type { Model } from '../model.js';
import type { CanonicalName } from '../names/canonical-name.js';
import { canonicalName } from '../names/canonical-name.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { ownerOf } from '../units/variable-units.js';
import { isAllowable } from './lint-codes.js';

/** One line `Lint: allow rule, rule (reason)` in a documentation. */
export interface Allowance {
  /** As written, whether or not there are such rules. */
  readonly codes: readonly string[];
  /** Empty where none is given. */
  readonly reason: string;
}

// Names of rules with commas between them, then the reason, which may run over lines.
const LINE =
  /\bLint:\s*allow\s+([a-z][a-z-]*(?:\s*,\s*[a-z][a-z-]*)*)\s*(?:\(([^()]*(?:\([^()]*\)[^()]*)*)\))?/g;
// `Finding D13 (proved): ...`
const DEFECT = /\bFinding\s+([A-Z]+[0-9]+[a-z]?)\b/g;

/** The allowances in a documentation, in the order written. */
export function allowancesIn(documentation: string): readonly Allowance[] {
  return [...documentation.matchAll(LINE)].map(([, codes = '', reason = '']) => ({
    codes: codes.split(',').map((code) => code.trim()),
    reason: reason.replace(/\s+/g, ' ').trim(),
  }));
}

/** Ids of the published defects that a documentation lists, each once. */
export function defectsIn(documentation: string): readonly string[] {
  return [...new Set([...documentation.matchAll(DEFECT)].flatMap(([, id]) => id ?? []))];
}

/** What a model's documentation says of lint: of the whole model under `undefined`, else by variable or array. */
export function documentationOf(model: Model): ReadonlyMap<CanonicalName | undefined, string> {
  const texts = new Map<CanonicalName | undefined, string>([[undefined, model.header.documentation ?? '']]);
  for (const variable of model.variables.values()) {
    const owner = ownerOf(variable);
    if (variable.documentation !== undefined && !texts.has(owner)) texts.set(owner, variable.documentation);
  }
  return texts;
}

/** What is wrong with an allowance, if anything: an unknown rule, or no reason. */
export function allowanceFault({ codes, reason }: Allowance): string | undefined {
  const unknown = codes.filter((code) => !isAllowable(code));
  if (unknown.length > 0) return `there is no rule ${unknown.map((code) => `\`${code}\``).join(', ')}`;
  return reason === '' ? 'it gives no reason' : undefined;
}

/** What a model's lines `Lint: allow ...` silence, by variable or array; in the whole model under `undefined`. */
export type Allowances = ReadonlyMap<CanonicalName | undefined, ReadonlySet<string>>;

/** The sound allowances of a model. */
export function allowancesOf(model: Model): Allowances {
  return new Map(
    [...documentationOf(model)].map(([owner, text]) => {
      const sound = allowancesIn(text).filter((allowance) => allowanceFault(allowance) === undefined);
      return [owner, new Set(sound.flatMap(({ codes }) => codes))];
    }),
  );
}

/** Whether a finding is allowed. */
export function isAllowed(allowances: Allowances, code: string, owner: CanonicalName | undefined): boolean {
  return allowances.get(undefined)?.has(code) === true || allowances.get(owner)?.has(code) === true;
}

/** Diagnostics of a model, those that its lines `Lint: allow ...` allow apart. */
export function withoutAllowed(
  model: Model,
  diagnostics: readonly Diagnostic[],
): { readonly kept: readonly Diagnostic[]; readonly allowed: readonly Diagnostic[] } {
  const allowances = allowancesOf(model);
  const silenced = ({ code, variable }: Diagnostic) =>
    isAllowed(allowances, code, variable === undefined ? undefined : canonicalName(variable));
  return { kept: diagnostics.filter((one) => !silenced(one)), allowed: diagnostics.filter(silenced) };
}
