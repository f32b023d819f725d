import type { FileMethod } from '../../model.js';
import type { Macro, ModelFile, WrittenVariable } from '../../model-file.js';
import type { CanonicalName } from '../../names/canonical-name.js';
import type { Outcome } from '../../source/diagnostic.js';
import { hasErrors, reached, refused } from '../../source/diagnostic.js';
import { asVensimName } from '../vensim-name.js';
import { Refusals } from './refusals.js';
import { writeControls } from './write-controls.js';
import { writeDimensions } from './write-dimensions.js';
import { writeSketches } from './write-sketch.js';
import type { WriteContext } from './write-variable.js';
import { writeVariable } from './write-variable.js';

/** Fourth field of the settings' line `15:`. */
const METHODS: ReadonlyMap<FileMethod, string> = new Map([
  ['euler', '0'],
  ['rk4', '1'],
  ['rk2', '3'],
]);

/**
 * Writes a model file as Vensim text.
 *
 * @returns The text, or every thing that Vensim cannot say, each by name and place. Reading the text gives the same
 *   model.
 * @errors not-in-vensim.
 */
export function writeVensim(file: ModelFile): Outcome<string> {
  const refusals = new Refusals(file.source);
  for (const { span, name } of file.root.modules)
    refusals.refuse(span, `the module \`${name}\``, 'Bring its variables into the model itself.');
  const context = contextOf(file, refusals);
  const text = [
    '{UTF-8}\n',
    ...[...file.macros.values()].map((macro) => writeMacro(macro, context)),
    ...writeDimensions(file.dimensions, refusals),
    ...writeVariables(file, context),
    ...writeSketches(file),
    writeSettings(file, refusals),
  ].join('\n');
  return hasErrors(refusals.list) ? refused(refusals.list) : reached(text, refusals.list);
}

/** The variables in their order, control variables among them; those that the model lacks come last. */
function writeVariables(file: ModelFile, context: WriteContext): readonly string[] {
  const controls = writeControls(file, context);
  const { variables } = file.root;
  const trailing = variables.findLastIndex(({ key }) => !controls.has(key)) + 1;
  const write = (variable: WrittenVariable): string =>
    controls.get(variable.key) ?? writeVariable(variable, context);
  const own = new Set(variables.map(({ key }) => key));
  return [
    ...variables.slice(0, trailing).map(write),
    CONTROL_GROUP,
    ...variables.slice(trailing).map(write),
    ...[...controls].flatMap(([key, text]) => (own.has(key) ? [] : text)),
  ];
}

const STARS = '*'.repeat(56);
const CONTROL_GROUP = `${STARS}\n\t.Control\n${STARS}~\n\t\tSimulation Control Parameters\n\t|\n`;

function contextOf(file: ModelFile, refusals: Refusals): WriteContext {
  const all = [...file.root.variables, ...[...file.macros.values()].flatMap(({ variables }) => variables)];
  const byKey = new Map(all.map((variable) => [variable.key, variable]));
  const parameters = new Set(
    [...file.macros.values()].flatMap((macro) => macro.parameters.map(({ key }) => key)),
  );
  const names = new Map<CanonicalName, string>();
  for (const { elements } of file.dimensions.values())
    for (const { key, written } of elements) names.set(key, asVensimName(written));
  for (const { key, written } of file.dimensions.values()) names.set(key, asVensimName(written));
  return {
    refusals,
    dimensions: file.dimensions,
    known: (key) => byKey.has(key) || parameters.has(key),
    rangeAt: (variable, place) => {
      const range = byKey.get(variable)?.dimensions[place];
      return range === undefined ? undefined : (file.dimensions.get(range)?.written ?? range);
    },
    extrapolates: (key) => byKey.get(key)?.parts.some(({ graph }) => graph?.type === 'extrapolate') === true,
    isRange: (key) => file.dimensions.has(key),
    subscriptName: (key) => names.get(key) ?? asVensimName(key),
  };
}

function writeMacro(macro: Macro, context: WriteContext): string {
  const { refusals } = context;
  refusals.variable = macro.name;
  if (macro.parameters.some((parameter) => parameter.default !== undefined))
    refusals.refuse(
      macro.span,
      `a default for an input of the macro \`${macro.name}\``,
      'Give the input in each call.',
    );
  const inputs = macro.parameters.map(({ written }) => asVensimName(written)).join(', ');
  const result: readonly WrittenVariable[] =
    macro.expression === undefined
      ? []
      : [
          {
            kind: 'auxiliary',
            written: macro.written,
            name: macro.name,
            key: macro.key,
            dimensions: [],
            parts: [{ subscripts: [], except: [], expression: macro.expression, span: macro.span }],
            inflows: [],
            outflows: [],
            nonNegative: false,
            span: macro.span,
          },
        ];
  const variables = [...macro.variables, ...result];
  if (!variables.some(({ key }) => key === macro.key))
    refusals.refuse(
      macro.span,
      `the macro \`${macro.name}\`, whose result has another name than its own`,
      'Give the result the name of the macro.',
    );
  const body = variables.map((variable) => writeVariable(variable, context));
  return `:MACRO: ${asVensimName(macro.written)}(${inputs})\n${body.join('\n')}:END OF MACRO:\n`;
}

/** Integration method and units, in the lines of which Vensim keeps them. */
function writeSettings(file: ModelFile, refusals: Refusals): string {
  refusals.variable = undefined;
  const method = file.simulation.methods.find((wanted) => METHODS.has(wanted));
  if (method === undefined)
    refusals.refuse(
      { start: 0, end: 0 },
      `the integration method ${file.simulation.methods.join(', ')}`,
      'Add a fallback, such as `rk4`.',
    );
  const units = file.units.map(({ name, aliases, definition, span }) => {
    if (definition !== undefined && definition.kind !== 'one')
      refusals.warn(span, `The unit \`${name}\` is written without its definition, which Vensim cannot say.`);
    return `22:${[name, ...aliases].join(',')}\n`;
  });
  const code = (method && METHODS.get(method)) ?? '0';
  return `///---\\\\\\\n:L<%^E!@\n15:0,0,0,${code},0,0\n${units.join('')}4:Time\n`;
}
