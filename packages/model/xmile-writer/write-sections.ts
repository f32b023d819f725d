import { printExpression } from '../equation/print.js';
import type { Dimension, Macro, ModelFile, WrittenModel } from '../model-file.js';
import { printUnits } from '../units/print-units.js';
import { attributeName } from './name-text.js';
import { writeVariable } from './write-variable.js';
import { writeView } from './write-view.js';
import type { Writing } from './writing.js';
import type { XmlNode } from './xml-node.js';
import { textNode, xmlNode } from './xml-node.js';

const WHOLE_FILE = { start: 0, end: 1 };

/** The header, with the options that the file uses (XMILE 1.0, 2.2). */
export function writeHeader({ file, notes }: Writing): XmlNode {
  const { vendor, product, productVersion, title, documentation } = file.header;
  const text = (value: string | undefined, what: string) => value && notes.text(value, WHOLE_FILE, what);
  const options = usedOptions(file);
  return xmlNode('header', {}, [
    xmlNode('vendor', {}, notes.text(vendor, WHOLE_FILE, 'The vendor of the file')),
    xmlNode(
      'product',
      { version: notes.text(productVersion, WHOLE_FILE, 'The version of the product'), lang: 'en' },
      notes.text(product, WHOLE_FILE, 'The product'),
    ),
    ...textNode('name', text(title, 'The name of the model')),
    ...textNode('caption', text(documentation, 'The caption of the model')),
    ...(options.length === 0 ? [] : [xmlNode('options', {}, options)]),
  ]);
}

function usedOptions(file: ModelFile): readonly XmlNode[] {
  const models = [file.root, ...file.submodels.values()];
  const most = Math.max(
    0,
    ...models.flatMap(({ variables }) => variables.map(({ dimensions }) => dimensions.length)),
    ...[...file.macros.values()].flatMap(({ variables }) =>
      variables.map(({ dimensions }) => dimensions.length),
    ),
  );
  return [
    ...(most > 0 ? [xmlNode('uses_arrays', { maximum_dimensions: String(most) })] : []),
    ...(models.some(({ modules }) => modules.length > 0) ? [xmlNode('uses_submodels')] : []),
    ...(file.macros.size > 0
      ? [xmlNode('uses_macros', { recursive_macros: 'false', option_filters: 'false' })]
      : []),
    ...(file.root.views.length > 0 ? [xmlNode('has_model_view')] : []),
  ];
}

/** The run specification (XMILE 1.0, 2.3). The save step is written as Stella writes it. */
export function writeSimSpecs({ file, notes }: Writing): XmlNode {
  const { start, stop, dt, methods, timeUnits, saveStep } = file.simulation;
  return xmlNode(
    'sim_specs',
    {
      method: methods.join(', '),
      time_units: timeUnits === '' ? undefined : notes.text(timeUnits, WHOLE_FILE, 'The time unit'),
      'isee:save_interval': saveStep === undefined ? undefined : String(saveStep),
    },
    [xmlNode('start', {}, String(start)), xmlNode('stop', {}, String(stop)), xmlNode('dt', {}, String(dt))],
  );
}

/** The units the file declares (XMILE 1.0, 2.4), or nothing. */
export function writeModelUnits({ file, notes }: Writing): readonly XmlNode[] {
  if (file.units.length === 0) return [];
  const units = file.units.map(({ name, aliases, definition, span }) =>
    xmlNode('unit', { name: notes.name(name, span) }, [
      ...textNode('eqn', definition && notes.name(printUnits(definition), span)),
      ...aliases.map((alias) => xmlNode('alias', {}, notes.name(alias, span))),
    ]),
  );
  return [xmlNode('model_units', {}, units)];
}

/** The dimensions of the file (XMILE 1.0, 2.9), or nothing. */
export function writeDimensions({ file, notes }: Writing): readonly XmlNode[] {
  if (file.dimensions.size === 0) return [];
  const dimension = ({ written, key, numbered, elements, span }: Dimension): XmlNode => {
    const name = notes.name(attributeName(written, key), span);
    if (numbered) return xmlNode('dim', { name, size: String(elements.length) });
    return xmlNode(
      'dim',
      { name },
      elements.map((element) =>
        xmlNode('elem', { name: notes.name(attributeName(element.written, element.key), span) }),
      ),
    );
  };
  return [xmlNode('dimensions', {}, [...file.dimensions.values()].map(dimension))];
}

/** A model with its variables, modules and views (XMILE 1.0, 2.7 and 4.7). */
export function writeModel(writing: Writing, model: WrittenModel, isRoot: boolean): XmlNode {
  const { notes } = writing;
  const modules = model.modules.map((module) =>
    xmlNode(
      'module',
      {
        name: notes.name(attributeName(module.written, module.key), module.span),
        model: module.model === module.key ? undefined : modelName(writing, module.model),
      },
      [
        ...module.connections.map(({ from, to }) => xmlNode('connect', { to, from })),
        ...textNode(
          'doc',
          module.documentation &&
            notes.text(module.documentation, module.span, `The documentation of \`${module.name}\``),
        ),
      ],
    ),
  );
  const variables = model.variables.map((variable) => writeVariable(writing, variable));
  return xmlNode('model', { name: isRoot ? undefined : attributeName(model.name, model.key) }, [
    xmlNode('variables', {}, [...variables, ...modules]),
    ...(model.views.length === 0
      ? []
      : [
          xmlNode(
            'views',
            {},
            model.views.map((view) => writeView(writing, model, view)),
          ),
        ]),
  ]);
}

function modelName({ file }: Writing, key: WrittenModel['key']): string {
  return attributeName(file.submodels.get(key)?.name ?? key, key);
}

/** A macro with its parameters and variables (XMILE 1.0, 4.8). */
export function writeMacro(writing: Writing, macro: Macro): XmlNode {
  const { notes } = writing;
  const output = macro.variables.find(({ key }) => key === macro.output);
  const result =
    macro.expression === undefined
      ? macro.output === macro.key
        ? undefined
        : (output?.written ?? macro.output)
      : printExpression(macro.expression);
  return xmlNode('macro', { name: notes.name(attributeName(macro.written, macro.key), macro.span) }, [
    ...macro.parameters.map((parameter) =>
      xmlNode(
        'parm',
        { default: parameter.default && printExpression(parameter.default) },
        notes.name(parameter.written, macro.span),
      ),
    ),
    ...textNode('eqn', result && notes.name(result, macro.span)),
    ...(macro.variables.length === 0
      ? []
      : [
          xmlNode(
            'variables',
            {},
            macro.variables.map((variable) => writeVariable(writing, variable)),
          ),
        ]),
  ]);
}
