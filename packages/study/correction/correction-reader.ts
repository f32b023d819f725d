import type {
  CanonicalName,
  Expression,
  FlowReference,
  Model,
  SourceText,
  Stock,
  Variable,
} from '@weir/model';
import { canonicalName, displayName, printExpression } from '@weir/model';
import { didYouMean } from '../names/nearest-names.js';
import { variableKey } from '../names/variable-key.js';
import { Claims } from './claims.js';
import type { Change, Correction, Corrections, NewVariable } from './correction.js';
import { type CorrectionPath, CorrectionTexts } from './correction-texts.js';
import { flatExpression } from './flat-expression.js';

/** Applies corrections to a model's variables, one after the other; collects what is wrong with them. */
export class CorrectionReader {
  /** The variables as corrected so far. */
  readonly variables: Map<CanonicalName, Variable>;
  readonly texts: CorrectionTexts;
  private readonly claims = new Claims();
  private readonly shortKeys: ReadonlyMap<CanonicalName, CanonicalName>;

  /** @param source - The model's source with the corrections file behind it. */
  constructor(
    private readonly model: Model,
    corrections: Corrections,
    source: SourceText,
    private readonly shortNames: ReadonlyMap<string, string>,
  ) {
    this.variables = new Map(model.variables);
    this.texts = new CorrectionTexts(corrections, source);
    this.shortKeys = new Map(
      [...shortNames].map(([short, name]) => [canonicalName(short), variableKey(name)] as const),
    );
  }

  /** Applies one correction to {@link variables}. */
  read(correction: Correction): void {
    const path = ['corrections', correction.id];
    for (const [index, change] of correction.changes.entries()) {
      const variable = this.changed(correction, change, [...path, 'changes', index]);
      if (variable !== undefined) this.variables.set(variable.key, variable);
    }
    // Stocks first: flows of the same correction may run between them.
    const added = [...correction.newVariables.entries()];
    for (const isStock of [true, false]) {
      for (const [index, variable] of added) {
        if ((variable.kind === 'stock') === isStock) this.add(correction, variable, [...path, 'new', index]);
      }
    }
    for (const [index, name] of correction.removed.entries()) {
      this.remove(correction, name, [...path, 'remove', index]);
    }
  }

  private changed(correction: Correction, change: Change, path: CorrectionPath): Variable | undefined {
    const { id } = correction;
    const at = [...path, 'variable'];
    const variable = this.named(change.variable, at, `\`${id}\` changes`);
    if (variable === undefined) return undefined;
    if (variable.kind === 'graphical') {
      const message = `\`${variable.name}\` is a graphical function, which a correction cannot change.`;
      return this.texts.report(at, {
        code: 'correction-equation',
        message,
        hint: 'Change the equation of a variable that calls it.',
      });
    }
    const earlier = this.claims.claim(variable.key, id, correction.buildsOn);
    if (earlier !== undefined) {
      const message = `The corrections \`${earlier}\` and \`${id}\` both change \`${variable.name}\`.`;
      return this.texts.report(at, { code: 'correction-conflict', message, hint: 'Choose one of them.' });
    }
    const expected = this.texts.expression(change.expected, [...path, 'expected'], variable.name);
    const replacement = ['equation', 'value'].find((key) => this.texts.has([...path, key]));
    const equation = this.texts.expression(
      change.equation,
      [...path, replacement ?? 'equation'],
      variable.name,
    );
    if (expected === undefined || equation === undefined) return undefined;
    if (normal(expected) !== normal(variable.equation)) {
      const present = printExpression(variable.equation);
      const message = `\`${id}\` does not fit the model: the equation of \`${variable.name}\` is \`${present}\`.`;
      const hint = 'See whether the correction still applies; if so, write that equation in `expected`.';
      return this.texts.report([...path, 'expected'], { code: 'correction-outdated', message, hint });
    }
    return { ...variable, equation };
  }

  private add(correction: Correction, added: NewVariable, path: CorrectionPath): void {
    const key = canonicalName(added.name);
    const name = displayName(added.name);
    const at = [...path, 'name'];
    const isShort = this.shortKeys.has(variableKey(added.name));
    const earlier = this.claims.claim(key, correction.id, []);
    if (earlier !== undefined) {
      const message = `The corrections \`${earlier}\` and \`${correction.id}\` both add \`${name}\`.`;
      this.texts.report(at, { code: 'correction-conflict', message, hint: 'Rename one of the two.' });
      return;
    }
    if (this.variables.has(key) || isShort) {
      const message = `\`${correction.id}\` adds \`${name}\`, but the model has a variable of that name.`;
      this.texts.report(at, { code: 'duplicate-id', message, hint: 'Choose another name.' });
      return;
    }
    const equation = this.texts.expression(added.equation, [...path, 'equation'], name);
    const units = this.texts.units(added.units, [...path, 'units'], name);
    if (equation === undefined || units === undefined) return;
    const base = {
      written: canonicalWriting(added.name),
      name,
      key,
      documentation: added.documentation,
      units,
      equation,
      span: this.texts.span(added.name, at),
    };
    if (added.kind === 'stock')
      this.variables.set(key, { ...base, kind: 'stock', inflows: [], outflows: [] });
    else this.variables.set(key, { ...base, kind: added.kind });
    const reference: FlowReference = { written: base.written, key, span: base.span };
    if (added.from !== undefined)
      this.connect(correction, added.from, 'outflows', reference, [...path, 'from']);
    if (added.to !== undefined) this.connect(correction, added.to, 'inflows', reference, [...path, 'to']);
  }

  private connect(
    { id }: Correction,
    stockName: string,
    side: 'inflows' | 'outflows',
    flow: FlowReference,
    path: CorrectionPath,
  ): void {
    const stock = this.named(stockName, path, `\`${id}\` joins a flow to`);
    if (stock === undefined) return;
    if (stock.kind !== 'stock') {
      const message = `A flow of \`${id}\` runs to or from \`${stock.name}\`, which is not a stock.`;
      this.texts.report(path, { code: 'correction-equation', message, hint: 'Name a stock.' });
      return;
    }
    const joined: Stock = { ...stock, [side]: [...stock[side], flow] };
    this.variables.set(stock.key, joined);
  }

  private remove(correction: Correction, name: string, path: CorrectionPath): void {
    const variable = this.named(name, path, `\`${correction.id}\` removes`);
    if (variable === undefined) return;
    const report = (code: string, message: string) =>
      this.texts.report(path, { code, message, hint: 'Leave it in the model.' });
    const { name: shown } = variable;
    if (variable.kind !== 'auxiliary') {
      report('correction-equation', `\`${correction.id}\` removes \`${shown}\`, which is not an auxiliary.`);
      return;
    }
    const earlier = this.claims.claim(variable.key, correction.id, correction.buildsOn);
    if (earlier === undefined) this.variables.delete(variable.key);
    else
      report(
        'correction-conflict',
        `\`${correction.id}\` removes \`${shown}\`, which \`${earlier}\` changes.`,
      );
  }

  private named(written: string, path: CorrectionPath, doing: string): Variable | undefined {
    const key = variableKey(written);
    const variable = this.variables.get(this.shortKeys.get(key) ?? key);
    if (variable !== undefined) return variable;
    const known = [...this.shortNames.keys(), ...[...this.model.variables.values()].map(({ name }) => name)];
    return this.texts.report(path, {
      code: 'unknown-name',
      message: `${doing} \`${written}\`, which is not a variable of the model.`,
      hint: didYouMean(written, known) ?? 'Use a name of the model file.',
    });
  }
}

/** A name as it stands in equations. */
function canonicalWriting(name: string): string {
  return name.trim().replace(/\s+/g, '_');
}

/** An expression as text that does not depend on how its names are written. */
function normal(expression: Expression): string {
  const plain = flatExpression(expression, (key) => key);
  return printExpression(plain ?? expression);
}
