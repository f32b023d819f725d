import type { Diagnostic, Place, SourceText } from '@weir/model';
import { parseExpression, placeOf } from '@weir/model';
import { flatExpression } from '../correction/flat-expression.js';
import { mappedValue } from '../correction/mapped-value.js';
import { variableKey } from '../names/variable-key.js';
import type { StudyPlaces } from '../study-file/study.js';
import { pathText } from '../study-file/yaml-document.js';
import { workedOut } from './arithmetic.js';
import type { Derivation, DerivationStep } from './evidence.js';

/** How far a result may be from the value beside it where no decimals are given, relative. */
const TOLERANCE = 1e-12;

/** Room for rounding where decimals are given, in units of the last. */
const ROUNDING = 0.5 + 1e-9;

type Path = readonly PropertyKey[];

/** What stands beside arithmetic in an evidence file. */
export interface Derived {
  readonly value: number;
  readonly derivation: Readonly<Record<string, string | number>>;
  readonly decimals?: number | undefined;
}

/** Executes the arithmetic of an evidence file, and collects what is wrong with it. */
export class Derivations {
  readonly problems: Diagnostic[] = [];
  private readonly known = new Map<string, number>();

  /** @param constants - Values that arithmetic may name, as the file records them. */
  constructor(
    private readonly source: SourceText,
    private readonly places: StudyPlaces,
    constants: ReadonlyMap<string, number>,
  ) {
    for (const [name, value] of constants) this.known.set(variableKey(name), value);
  }

  /** Makes a value known by name to arithmetic that comes after. */
  learn(name: string, value: number): void {
    this.known.set(variableKey(name), value);
  }

  /**
   * Executes steps in order; the last must give the value.
   *
   * @returns The steps with their results, or undefined with problems: `evidence-arithmetic` for a step that has no
   *   value, `evidence-value` where the last gives another value.
   */
  execute({ value, derivation, decimals }: Derived, path: Path): Derivation | undefined {
    const own = new Map<string, number>();
    const steps: DerivationStep[] = [];
    for (const [name, text] of Object.entries(derivation)) {
      const at = [...path, 'derivation', name];
      const result = this.step(String(text), at, (key) => own.get(key) ?? this.known.get(key));
      if (result === undefined) return undefined;
      own.set(variableKey(name), result);
      steps.push({ name, text: String(text), value: result });
    }
    const last = steps.at(-1);
    if (last === undefined) {
      const message = 'The derivation has no steps.';
      this.report([...path, 'derivation'], 'evidence-arithmetic', message, 'Write one, or leave it out.');
      return undefined;
    }
    const difference = Math.abs(last.value - value);
    const allowed = decimals === undefined ? TOLERANCE * Math.abs(value) : ROUNDING * 10 ** -decimals;
    if (difference <= allowed) return { steps, ...(decimals === undefined ? {} : { decimals }) };
    const message = `The arithmetic gives ${last.value}, not ${value}.`;
    const hint = 'Correct the value or the arithmetic; give `decimals` where the value is rounded.';
    this.report([...path, 'derivation', last.name], 'evidence-value', message, hint);
    return undefined;
  }

  private step(text: string, path: Path, lookUp: (key: string) => number | undefined): number | undefined {
    const place = this.place(path) ?? placeOf(this.source, { start: 0, end: 1 });
    const parsed = parseExpression(this.source, mappedValue(text, this.source, place, 0));
    if (!parsed.ok) {
      this.problems.push(...parsed.diagnostics);
      return undefined;
    }
    const flat = flatExpression(parsed.value);
    if (flat === undefined) {
      this.report(path, 'evidence-arithmetic', 'Arithmetic has no arrays.', 'Leave out the brackets.');
      return undefined;
    }
    const result = workedOut(flat, (key) => lookUp(key));
    if (result.ok) return result.value;
    const { message, at } = result.fault;
    const hint = 'Use numbers, + - * / ^, parentheses, earlier steps, estimates and constants.';
    this.problems.push({
      code: 'evidence-arithmetic',
      severity: 'error',
      message,
      place: placeOf(this.source, at.span),
      hint,
    });
    return undefined;
  }

  private report(path: Path, code: string, message: string, hint: string): void {
    const place = this.place(path);
    this.problems.push({ code, severity: 'error', message, hint, ...(place === undefined ? {} : { place }) });
  }

  private place(path: Path): Place | undefined {
    return this.places.values.get(pathText(path));
  }
}
