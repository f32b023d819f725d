import type { Macro, ModelFile, WrittenVariable } from '../model-file.js';
import { canonicalName, displayName } from '../names/canonical-name.js';
import type { Outcome } from '../source/diagnostic.js';
import { hasErrors, reached, refused } from '../source/diagnostic.js';
import { Findings } from '../source/findings.js';
import type { SourceText } from '../source/source-text.js';
import type { UnitExpression } from '../units/unit-expression.js';
import { CONTROL_VARIABLES, readClock, readControls } from './control-variables.js';
import { declaredUnits } from './declared-units.js';
import { readDelays } from './delays.js';
import { readDimensions } from './dimensions.js';
import type { Surroundings } from './drafts.js';
import { readDrafts } from './drafts.js';
import { entries } from './entries.js';
import { readEntries } from './read-entries.js';
import type { MacroScope } from './scope.js';
import { sections } from './sections.js';
import { readSettings } from './settings.js';
import { readSketches } from './sketch.js';
import { addFlows } from './stock-flows.js';
import { SubscriptTable } from './subscript-table.js';

/**
 * Reads a Vensim model, a text file that ends in `.mdl`, as it is written: arrays and macros are taken apart by
 * `elaborate`.
 *
 * Functions come out under the names that this package gives them, with arguments in its order. What Vensim has and
 * Weir lacks is refused by name; what bears on no value is passed over.
 *
 * @returns The model with warnings and notes, or every error found.
 * @errors not-vensim, and those of each rule in `vensim/`.
 * @source Vensim Reference Manual; docs/vensim.md.
 */
export function readVensim(source: SourceText): Outcome<ModelFile> {
  const findings = new Findings(source);
  const file = readFile(findings);
  return file === undefined || hasErrors(findings.list)
    ? refused(findings.list)
    : reached(file, findings.list);
}

function readFile(findings: Findings): ModelFile | undefined {
  const { source } = findings;
  const { equations, sketches, settings } = sections(source.text);
  const found = looksForeign(source.text) ? [] : entries(findings, equations);
  if (found.length === 0 && !hasErrors(findings.list)) {
    findings.error('not-vensim', { start: 0, end: 0 }, 'This file holds no Vensim equations.', {
      hint: 'Weir reads Vensim models saved as text (`.mdl`), not packed ones (`.vmf`, `.vpm`).',
    });
    return undefined;
  }
  const { ranges, model, macros } = readEntries(findings, found);
  const dimensions = readDimensions(findings, ranges);
  const globals = new Set(model.equations.map(({ definition }) => definition.left.key));
  const surroundings: Surroundings = {
    subscripts: new SubscriptTable(dimensions),
    macros: new Map(macros.map(({ key, inputs }) => [key, inputs.length])),
    globals: new Set(),
  };
  const drafts = readDrafts(findings, surroundings, model);
  for (const { variable } of drafts)
    if (dimensions.has(variable.key))
      findings.error(
        'duplicate-name',
        variable.span,
        `\`${variable.name}\` is also the name of a subscript range.`,
        {
          variable: variable.name,
          hint: 'Rename one of them.',
        },
      );
  const { methods, units } = readSettings(findings, settings);
  const simulation = hasErrors(findings.list) ? undefined : readControls(findings, drafts, methods);
  const readMacros = new Map(
    macros.map((macro) => [macro.key, readMacro(findings, { ...surroundings, globals }, macro)]),
  );
  if (simulation === undefined || hasErrors(findings.list)) return undefined;
  const variables = addFlows(
    findings,
    readClock(readDelays(drafts, simulation.dt)),
    new Set([...globals, ...drafts.map(({ variable }) => variable.key)]),
    CONTROL_VARIABLES,
    timeUnit(drafts.map(({ variable }) => variable)),
  );
  const name = baseName(source.file);
  return {
    name,
    source,
    dialect: 'vensim',
    header: { vendor: 'Ventana Systems', product: 'Vensim', productVersion: '' },
    simulation,
    units: declaredUnits(units, variables),
    dimensions,
    root: {
      name: '',
      key: canonicalName(''),
      variables,
      modules: [],
      views: readSketches(source, sketches, variables),
    },
    submodels: new Map(),
    macros: readMacros,
  };
}

/** Packed models, web pages, XML, JSON and texts without one `|` are told apart before equations are looked for. */
function looksForeign(text: string): boolean {
  return text.includes('\0') || !text.includes('|') || /^\s*(?:<|\{\s*"|\[)/.test(text.slice(0, 200));
}

function readMacro(findings: Findings, surroundings: Surroundings, macro: MacroScope): Macro {
  const drafts = readDrafts(findings, surroundings, macro);
  if (!drafts.some(({ variable }) => variable.key === macro.key))
    findings.error(
      'vensim-macro',
      macro.span,
      `The macro \`${macro.written}\` has no equation of its own name.`,
      {
        hint: `Add \`${macro.written} = \` with its result.`,
      },
    );
  const taken = new Set([
    ...surroundings.globals,
    ...macro.parameters,
    ...drafts.map(({ variable }) => variable.key),
  ]);
  return {
    written: macro.written,
    name: displayName(macro.written),
    key: macro.key,
    parameters: macro.inputs,
    output: macro.key,
    variables: hasErrors(findings.list)
      ? []
      : addFlows(findings, drafts, taken, CONTROL_VARIABLES, undefined),
    span: macro.span,
  };
}

/** The unit of time: that of the control variables. */
function timeUnit(variables: readonly WrittenVariable[]): UnitExpression | undefined {
  return variables.find(({ key, units }) => CONTROL_VARIABLES.has(key) && units !== undefined)?.units;
}

/** The file's name without folders and ending. */
function baseName(file: string): string {
  return (file.split(/[\\/]/).at(-1) ?? file).replace(/\.[^.]+$/, '');
}
