import type {
  CanonicalName,
  Diagnostic,
  Expression,
  MappedText,
  Model,
  Place,
  SourceText,
  Variable,
} from '@weir/model';
import {
  canonicalName,
  displayName,
  parseExpression,
  parseUnits,
  placeOf,
  printExpression,
  spanIn,
} from '@weir/model';
import { didYouMean } from '../names/nearest-names.js';
import { variableKey } from '../names/variable-key.js';
import { pathText } from '../study-file/yaml-document.js';
import type { Change, Correction, Corrections, NewVariable } from './correction.js';
import { flatExpression } from './flat-expression.js';
import { mappedValue } from './mapped-value.js';

type Path = readonly PropertyKey[];

/** Turns corrections into variables that stand in the place of a model's own; collects what is wrong with them. */
export class CorrectionReader {
  readonly problems: Diagnostic[] = [];
  /** Which correction has changed or added a variable. */
  private readonly changedBy = new Map<CanonicalName, string>();
  private readonly shortKeys: ReadonlyMap<CanonicalName, CanonicalName>;

  /** @param source - The model's source with the corrections file behind it. */
  constructor(
    private readonly model: Model,
    private readonly corrections: Corrections,
    private readonly source: SourceText,
    private readonly shortNames: ReadonlyMap<string, string>,
  ) {
    this.shortKeys = new Map(
      [...shortNames].map(([short, name]) => [canonicalName(short), variableKey(name)] as const),
    );
  }

  /** Reads one correction into `replaced`; what is wrong goes to {@link problems}. */
  read(correction: Correction, replaced: Map<CanonicalName, Variable>): void {
    for (const [index, change] of correction.changes.entries()) {
      const variable = this.changed(correction, change, ['corrections', correction.id, 'changes', index]);
      if (variable !== undefined) replaced.set(variable.key, variable);
    }
    for (const [index, added] of correction.newVariables.entries()) {
      const variable = this.added(correction, added, ['corrections', correction.id, 'new', index]);
      if (variable !== undefined) replaced.set(variable.key, variable);
    }
  }

  private changed(correction: Correction, change: Change, path: Path): Variable | undefined {
    const at = [...path, 'variable'];
    const variable = this.variableNamed(change.variable);
    if (variable === undefined) {
      const known = [
        ...this.shortNames.keys(),
        ...[...this.model.variables.values()].map(({ name }) => name),
      ];
      const hint = didYouMean(change.variable, known) ?? 'Use a name of the model file.';
      const message = `\`${correction.id}\` changes \`${change.variable}\`, which is not a variable of the model.`;
      return this.report(at, { code: 'unknown-name', message, hint });
    }
    if (variable.kind === 'graphical') {
      const message = `\`${variable.name}\` is a graphical function, which a correction cannot change.`;
      return this.report(at, {
        code: 'correction-equation',
        message,
        hint: 'Change the equation of a variable that calls it.',
      });
    }
    const earlier = this.claim(variable.key, correction.id);
    if (earlier !== undefined) {
      const message = `The corrections \`${earlier}\` and \`${correction.id}\` both change \`${variable.name}\`.`;
      return this.report(at, { code: 'correction-conflict', message, hint: 'Choose one of them.' });
    }
    const expected = this.expression(change.expected, [...path, 'expected'], variable.name);
    const replacement = ['equation', 'value'].find((key) => this.place([...path, key]) !== undefined);
    const equation = this.expression(change.equation, [...path, replacement ?? 'equation'], variable.name);
    if (expected === undefined || equation === undefined) return undefined;
    if (normal(expected) !== normal(variable.equation)) {
      const present = printExpression(variable.equation);
      const message = `\`${correction.id}\` does not fit the model: the equation of \`${variable.name}\` is \`${present}\`.`;
      const hint = 'See whether the correction still applies; if so, write that equation in `expected`.';
      return this.report([...path, 'expected'], { code: 'correction-outdated', message, hint });
    }
    return { ...variable, equation };
  }

  private added(correction: Correction, added: NewVariable, path: Path): Variable | undefined {
    const key = canonicalName(added.name);
    const name = displayName(added.name);
    const at = [...path, 'name'];
    const existing = this.variableNamed(added.name);
    if (existing !== undefined) {
      const message = `\`${correction.id}\` adds \`${name}\`, but the model has a variable of that name.`;
      return this.report(at, { code: 'duplicate-id', message, hint: 'Choose another name.' });
    }
    const earlier = this.claim(key, correction.id);
    if (earlier !== undefined) {
      const message = `The corrections \`${earlier}\` and \`${correction.id}\` both add \`${name}\`.`;
      return this.report(at, { code: 'correction-conflict', message, hint: 'Rename one of the two.' });
    }
    const equation = this.expression(added.equation, [...path, 'equation'], name);
    const units = parseUnits(this.source, this.mapped(added.units, [...path, 'units']), { variable: name });
    if (!units.ok) this.problems.push(...units.diagnostics);
    if (equation === undefined || !units.ok) return undefined;
    const written = this.mapped(added.name, at);
    return {
      kind: 'auxiliary',
      written: added.name,
      name,
      key,
      documentation: added.documentation,
      units: units.value,
      equation,
      span: spanIn(written, 0, written.text.length),
    };
  }

  /** Notes that a correction has a variable; returns the one that had it before. */
  private claim(key: CanonicalName, id: string): string | undefined {
    const earlier = this.changedBy.get(key);
    this.changedBy.set(key, earlier ?? id);
    return earlier;
  }

  private variableNamed(written: string): Variable | undefined {
    const key = variableKey(written);
    return this.model.variables.get(this.shortKeys.get(key) ?? key);
  }

  private expression(text: string, path: Path, variable: string): Expression | undefined {
    const mapped = this.mapped(text, path);
    const parsed = parseExpression(this.source, mapped, variable);
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

  private mapped(text: string, path: Path): MappedText {
    const { source } = this.corrections;
    const place = this.place(path) ?? placeOf(source, { start: 0, end: 1 });
    return mappedValue(text, source, place, this.source.text.length - source.text.length);
  }

  private place(path: Path): Place | undefined {
    return this.corrections.places.values.get(pathText(path));
  }

  private report(path: Path, problem: Omit<Diagnostic, 'severity' | 'place'>): undefined {
    const place = this.place(path);
    this.problems.push({ ...problem, severity: 'error', ...(place === undefined ? {} : { place }) });
  }
}

/** An expression as text that does not depend on how its names are written. */
function normal(expression: Expression): string {
  const plain = flatExpression(expression, (key) => key);
  return printExpression(plain ?? expression);
}
