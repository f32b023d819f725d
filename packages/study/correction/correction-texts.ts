import type {
  Diagnostic,
  Expression,
  MappedText,
  Place,
  SourceText,
  Span,
  UnitExpression,
} from '@weir/model';
import { parseExpression, parseUnits, placeOf, spanIn } from '@weir/model';
import { pathText } from '../study-file/yaml-document.js';
import type { Corrections } from './correction.js';
import { flatExpression } from './flat-expression.js';
import { mappedValue } from './mapped-value.js';

/** Where a value stands in a corrections file. */
export type CorrectionPath = readonly PropertyKey[];

/** Turns texts of a corrections file into equations and units, and collects what is wrong, with places. */
export class CorrectionTexts {
  readonly problems: Diagnostic[] = [];

  /** @param source - The model's source with the corrections file behind it. */
  constructor(
    private readonly corrections: Corrections,
    private readonly source: SourceText,
  ) {}

  /** The equation that a text is, or undefined with a problem. */
  expression(text: string, path: CorrectionPath, variable: string): Expression | undefined {
    const parsed = parseExpression(this.source, this.mapped(text, path), variable);
    if (!parsed.ok) {
      this.problems.push(...parsed.diagnostics);
      return undefined;
    }
    const flat = flatExpression(parsed.value);
    if (flat !== undefined) return flat;
    const message = 'The equation of a correction cannot name elements of arrays.';
    return this.report(path, {
      code: 'correction-equation',
      message,
      variable,
      hint: 'Leave arrays as they are.',
    });
  }

  /** The unit that a text is, or undefined with a problem. */
  units(text: string, path: CorrectionPath, variable: string): UnitExpression | undefined {
    const units = parseUnits(this.source, this.mapped(text, path), { variable });
    if (units.ok) return units.value;
    this.problems.push(...units.diagnostics);
    return undefined;
  }

  /** Where a text stands, in the source of the corrected model. */
  span(text: string, path: CorrectionPath): Span {
    const mapped = this.mapped(text, path);
    return spanIn(mapped, 0, mapped.text.length);
  }

  /** Whether the file has a value at a path. */
  has(path: CorrectionPath): boolean {
    return this.place(path) !== undefined;
  }

  /** Notes a problem; the value is for returning. */
  report(path: CorrectionPath, problem: Omit<Diagnostic, 'severity' | 'place'>): undefined {
    const place = this.place(path);
    this.problems.push({ ...problem, severity: 'error', ...(place === undefined ? {} : { place }) });
  }

  private mapped(text: string, path: CorrectionPath): MappedText {
    const { source } = this.corrections;
    const place = this.place(path) ?? placeOf(source, { start: 0, end: 1 });
    return mappedValue(text, source, place, this.source.text.length - source.text.length);
  }

  private place(path: CorrectionPath): Place | undefined {
    return this.corrections.places.values.get(pathText(path));
  }
}
