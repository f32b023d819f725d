import { printExpression } from '../equation/print.js';
import type { EquationPart, WrittenVariable } from '../model-file.js';
import { printUnits } from '../units/print-units.js';
import { attributeName } from './name-text.js';
import { graphPoints, writeGraph } from './write-graph.js';
import type { Writing } from './writing.js';
import type { XmlNode } from './xml-node.js';
import { textNode, xmlNode } from './xml-node.js';

const TAGS: Readonly<Record<WrittenVariable['kind'], string>> = {
  stock: 'stock',
  flow: 'flow',
  auxiliary: 'aux',
  graphical: 'gf',
};

/**
 * A variable with its equations, one `<element>` for each part of an array that has several.
 *
 * @source OASIS XMILE 1.0, 4.1 to 4.5.
 */
export function writeVariable(writing: Writing, variable: WrittenVariable): XmlNode {
  const name = writing.notes.name(attributeName(variable.written, variable.key), variable.span);
  const after = common(writing, variable);
  const [first] = variable.parts;
  if (variable.kind === 'graphical' && variable.dimensions.length === 0 && first?.graph !== undefined)
    return xmlNode('gf', { name, type: first.graph.type }, [...graphPoints(first.graph), ...after]);
  const dimensions =
    variable.dimensions.length === 0
      ? []
      : [
          xmlNode(
            'dimensions',
            {},
            variable.dimensions.map((key) => xmlNode('dim', { name: dimensionName(writing, key) })),
          ),
        ];
  const flows = (tag: 'inflow' | 'outflow') =>
    variable[`${tag}s`].map(({ written }) => xmlNode(tag, {}, writing.notes.name(written, variable.span)));
  // An array of graphical functions is an auxiliary that has them; alone, each is a `<gf>`.
  const tag = variable.kind === 'graphical' ? 'aux' : TAGS[variable.kind];
  return xmlNode(tag, { name, access: variable.access }, [
    ...dimensions,
    ...variable.parts.flatMap((part) => writePart(writing, variable, part)),
    ...flows('inflow'),
    ...flows('outflow'),
    ...(variable.nonNegative ? [xmlNode('non_negative')] : []),
    ...textNode('multiplier', variable.multiplier && printExpression(variable.multiplier)),
    ...after,
  ]);
}

/** Units, range and documentation. */
function common(writing: Writing, variable: WrittenVariable): readonly XmlNode[] {
  const { notes } = writing;
  const { units, range, documentation } = variable;
  const number = (value: number | undefined) => (value === undefined ? undefined : String(value));
  return [
    ...textNode('units', units && notes.name(printUnits(units), variable.span)),
    ...(range === undefined ? [] : [xmlNode('range', { min: number(range.min), max: number(range.max) })]),
    ...textNode(
      'doc',
      documentation &&
        notes.text(documentation, variable.span, `The documentation of \`${variable.name}\``, variable.name),
    ),
  ];
}

function writePart(writing: Writing, variable: WrittenVariable, part: EquationPart): readonly XmlNode[] {
  const equations = [
    ...textNode('eqn', part.expression && writing.notes.name(printExpression(part.expression), part.span)),
    ...textNode('eqn', part.list?.map(String).join(', ')),
    ...textNode('init_eqn', part.initial && writing.notes.name(printExpression(part.initial), part.span)),
    ...(part.graph === undefined ? [] : [writeGraph(part.graph)]),
  ];
  if (part.subscripts.length === 0) return equations;
  const subscript = part.subscripts
    .map((key, index) => elementName(writing, variable.dimensions[index], key))
    .join(', ');
  return [xmlNode('element', { subscript: writing.notes.name(subscript, part.span) }, equations)];
}

/** A dimension as its file wrote it. */
export function dimensionName({ file }: Writing, key: WrittenVariable['key']): string {
  return attributeName(file.dimensions.get(key)?.written ?? key, key);
}

function elementName(
  { file }: Writing,
  dimension: WrittenVariable['key'] | undefined,
  key: WrittenVariable['key'],
): string {
  const found = dimension && file.dimensions.get(dimension)?.elements.find((element) => element.key === key);
  const name = attributeName(found?.written ?? file.dimensions.get(key)?.written ?? key, key);
  // A comma ends the subscript, unless the name is quoted.
  return name.includes(',') && !name.startsWith('"') ? `"${name}"` : name;
}
