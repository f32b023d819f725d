import { builtinNamed } from '../equation/builtin-signature.js';
import { canonicalName } from '../names/canonical-name.js';
import type { Findings } from '../source/findings.js';
import type { Span } from '../source/source-text.js';
import { readDefinition } from './definition.js';
import type { Entry } from './entries.js';
import { VENSIM_FUNCTIONS } from './function-table.js';
import type { Equation, MacroScope, Scope } from './scope.js';
import type { SubscriptRange } from './subscript-range.js';
import { TokenCursor } from './token-cursor.js';
import { tokenize } from './tokenize.js';

/** What the entries of a file define, sorted. */
export interface SortedEntries {
  readonly ranges: readonly SubscriptRange[];
  readonly model: Scope;
  readonly macros: readonly MacroScope[];
}

/**
 * Reads each entry and sorts it: subscript ranges, equations of the model, equations of macros.
 *
 * @errors Those of {@link readDefinition}, vensim-macro; warns vensim-reality-check.
 */
export function readEntries(findings: Findings, entries: readonly Entry[]): SortedEntries {
  const ranges: SubscriptRange[] = [];
  const model: Equation[] = [];
  const macros: MacroScope[] = [];
  let inside: (Omit<MacroScope, 'equations'> & { readonly equations: Equation[] }) | undefined;
  for (const entry of entries) {
    if (entry.kind === 'macro') {
      if (inside !== undefined) unclosed(findings, inside.span);
      inside = { ...readHeader(findings, entry.header), equations: [] };
      checkName(findings, macros, inside);
      macros.push(inside);
    } else if (entry.kind === 'macro-end') {
      if (inside === undefined)
        findings.error('vensim-macro', entry.span, 'No macro is open here.', {
          hint: 'Begin a macro with `:MACRO: NAME(input)`.',
        });
      inside = undefined;
    } else {
      const definition = readEquation(findings, entry.equation);
      if (definition?.kind === 'range') ranges.push(definition.range);
      else if (definition?.kind === 'reality-check')
        findings.warning(
          'vensim-reality-check',
          entry.equation,
          'This Reality Check is passed over: it tests the model and bears on no value.',
          { hint: 'Remove it to be rid of this message.' },
        );
      else if (definition !== undefined)
        (inside?.equations ?? model).push({ definition, units: entry.units, comment: entry.comment });
    }
  }
  if (inside !== undefined) unclosed(findings, inside.span);
  return { ranges, model: { equations: model, parameters: new Set() }, macros };
}

/** A macro has a name of its own, that no built-in has: a built-in under another name would become its call. */
function checkName(
  findings: Findings,
  macros: readonly MacroScope[],
  { key, written, span }: MacroScope,
): void {
  const known = macros.some((macro) => macro.key === key);
  if (!known && builtinNamed(key) === undefined && !VENSIM_FUNCTIONS.has(key)) return;
  findings.error(
    'vensim-macro',
    span,
    known
      ? `The macro \`${written}\` is defined twice.`
      : `\`${written}\` is the name of a built-in function.`,
    { hint: 'Give the macro another name.' },
  );
}

function unclosed(findings: Findings, span: Span): void {
  findings.error('vensim-macro', span, 'This macro is not closed.', {
    hint: 'Add `:END OF MACRO:` after its equations.',
  });
}

function readEquation(findings: Findings, equation: Span) {
  const { text } = findings.source;
  if (text.slice(equation.start, equation.end).trim() === '') return undefined;
  const tokens = tokenize(text, equation);
  if (!tokens.ok) {
    report(findings, tokens.fault);
    return undefined;
  }
  const cursor = new TokenCursor(text, tokens.tokens);
  const variable = cursor.token.kind === 'name' ? cursor.token.written : undefined;
  const definition = readDefinition(cursor);
  for (const { code, start, end, message, hint } of cursor.warnings)
    findings.warning(code, { start, end }, message, { variable, hint });
  if (definition === undefined && cursor.fault !== undefined) report(findings, cursor.fault, variable);
  return definition;
}

function report(findings: Findings, fault: NonNullable<TokenCursor['fault']>, variable?: string): void {
  const { code, start, end, message, hint } = fault;
  findings.error(code, { start, end }, message, { variable, hint });
}

/** `NAME(input, other input : output)`; outputs beside the macro's own name are variables like the others. */
function readHeader(findings: Findings, header: Span): Omit<MacroScope, 'equations'> {
  const { text } = findings.source;
  const tokens = tokenize(text, header);
  const cursor = new TokenCursor(text, tokens.ok ? tokens.tokens : []);
  const name = cursor.takeName();
  const inputs: { readonly written: string; readonly key: ReturnType<typeof canonicalName> }[] = [];
  let sound = name !== undefined && cursor.take('(');
  if (sound && !cursor.isSymbol(')') && !cursor.isSymbol(':'))
    do {
      const input = cursor.takeName();
      if (input === undefined) sound = false;
      else inputs.push({ written: input.written, key: canonicalName(input.written) });
    } while (cursor.take(','));
  if (sound && cursor.take(':'))
    do sound = cursor.takeName() !== undefined && sound;
    while (cursor.take(','));
  if (!sound || !cursor.take(')'))
    findings.error('vensim-macro', header, 'The first line of this macro cannot be read.', {
      hint: 'Write `:MACRO: NAME(first input, second input)`.',
    });
  const written = name?.written ?? '';
  return {
    written,
    key: canonicalName(written),
    inputs,
    parameters: new Set(inputs.map(({ key }) => key)),
    span: name === undefined ? header : { start: name.start, end: name.end },
  };
}
