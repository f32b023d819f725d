import { elaborate } from '../../elaborate/elaborate.js';
import type { WrittenExpression } from '../../equation/expression.js';
import type { GraphicalFunction, Model, Variable } from '../../model.js';
import type { EquationPart, ModelFile, WrittenModel, WrittenVariable } from '../../model-file.js';
import type { CanonicalName } from '../../names/canonical-name.js';
import { canonicalName } from '../../names/canonical-name.js';
import type { Outcome } from '../../source/diagnostic.js';
import { hasErrors, reached, refused } from '../../source/diagnostic.js';
import type { Span } from '../../source/source-text.js';
import { quotedName } from '../name-text.js';
import { XmileNotes } from '../xmile-notes.js';
import type { Variables } from './direct-equation.js';
import { isDirect } from './direct-equation.js';
import type { GraphTypes } from './graph-types.js';
import { graphTypes } from './graph-types.js';
import { rewrite } from './rewrite.js';
import { refuseTakenMacro, refuseTakenNames, refuseUnsayable } from './unsayable.js';

/**
 * A model in terms that any XMILE tool knows. A model read from XMILE is that already. Of a Vensim model, arrays
 * whose equations XMILE would read otherwise (exceptions, subranges, mappings, lists) get one equation an element,
 * and built-ins of Vensim their equivalents.
 *
 * @errors not-in-xmile for what has no equivalent, each by name; those of {@link elaborate}.
 */
export function portableFile(file: ModelFile): Outcome<ModelFile> {
  if (file.dialect === 'xmile') return reached(file);
  const flat = elaborate(file);
  if (!flat.ok) return flat;
  const notes = new XmileNotes(file.source);
  const making: Making = {
    file,
    flat: flat.value,
    notes,
    isEuler: file.simulation.methods[0] === 'euler',
    graphTypes: graphTypes(flat.value),
  };
  for (const variable of [
    ...file.root.variables,
    ...[...file.macros.values()].flatMap((macro) => macro.variables),
  ])
    refuseUnsayable(notes, variable);
  const used = dimensionsUsed(file, file.root);
  for (const dimension of used.values()) refuseTakenNames(notes, dimension);
  for (const macro of file.macros.values()) refuseTakenMacro(notes, macro);
  const root = portableModel(making, file.root);
  const macros = new Map(
    [...file.macros].map(([key, macro]) => {
      const variables = macro.variables.map((variable) =>
        rewrittenVariable(making, variable, byKey(macro.variables)),
      );
      return [key, { ...macro, variables }] as const;
    }),
  );
  if (hasErrors(notes.list)) return refused(notes.list);
  return reached({ ...file, dialect: 'xmile', root, macros, dimensions: used }, notes.list);
}

interface Making {
  readonly file: ModelFile;
  readonly flat: Model;
  readonly notes: XmileNotes;
  readonly isEuler: boolean;
  readonly graphTypes: GraphTypes;
}

const byKey = (variables: readonly WrittenVariable[]): Variables =>
  new Map(variables.map((variable) => [variable.key, variable]));

function portableModel(making: Making, model: WrittenModel): WrittenModel {
  const others = byKey(model.variables);
  const elements = elementsByArray(making.flat);
  const variables = model.variables.map((variable) =>
    isDirect(making.file, variable, others)
      ? rewrittenVariable(making, variable, others)
      : takenApart(making, variable, elements.get(variable.key) ?? []),
  );
  return { ...model, variables };
}

/** Elements of each array of the flat model, and scalars by themselves. */
function elementsByArray(flat: Model): ReadonlyMap<CanonicalName, readonly Variable[]> {
  const found = new Map<CanonicalName, Variable[]>();
  for (const variable of flat.variables.values()) {
    const key = variable.element?.array ?? variable.key;
    found.set(key, [...(found.get(key) ?? []), variable]);
  }
  return found;
}

function rewrittenVariable(making: Making, variable: WrittenVariable, others: Variables): WrittenVariable {
  const { notes, file } = making;
  if (!isDirect(file, variable, others))
    notes.refuse(variable.span, `XMILE cannot say the subscripts of \`${variable.name}\` inside a macro.`, {
      variable: variable.name,
      hint: 'Take the variable out of the macro.',
    });
  return {
    ...variable,
    parts: variable.parts.map((part) => ({
      ...part,
      subscripts: [],
      ...(part.graph === undefined ? {} : { graph: retyped(making, variable.key, part.graph) }),
      ...(part.expression === undefined ? {} : { expression: said(making, variable, part.expression) }),
      ...(part.initial === undefined ? {} : { initial: said(making, variable, part.initial) }),
    })),
  };
}

/** A variable with one equation for each element, as the flat model has them. */
function takenApart(
  making: Making,
  variable: WrittenVariable,
  elements: readonly Variable[],
): WrittenVariable {
  const size = variable.dimensions.reduce(
    (product, key) => product * (making.file.dimensions.get(key)?.elements.length ?? 1),
    1,
  );
  if (elements.length !== size)
    making.notes.refuse(
      variable.span,
      `\`${variable.name}\` has an equation for ${elements.length} of its ${size} elements; XMILE asks for one each.`,
      { variable: variable.name, hint: 'Give the others an equation, such as 0.' },
    );
  return {
    ...variable,
    parts: elements.map((element): EquationPart => {
      const part = {
        subscripts: (element.element?.subscripts ?? []).map(canonicalName),
        except: [],
        span: variable.span,
      };
      if (element.kind === 'graphical')
        return { ...part, graph: retyped(making, variable.key, element.graph) };
      const equation = said(making, variable, element.equation);
      if (element.kind === 'stock') return { ...part, expression: equation };
      return {
        ...part,
        expression: equation,
        ...(element.kind === 'auxiliary' && element.initial !== undefined
          ? { initial: said(making, variable, element.initial) }
          : {}),
        ...(element.graph === undefined ? {} : { graph: retyped(making, variable.key, element.graph) }),
      };
    }),
  };
}

function said(making: Making, variable: WrittenVariable, expression: WrittenExpression): WrittenExpression {
  const { notes, isEuler } = making;
  const refuse = (at: { readonly span: Span }, reason: string, hint?: string) =>
    notes.refuse(at.span, `\`${variable.name}\` cannot be written as XMILE: ${reason}.`, {
      variable: variable.name,
      ...(hint === undefined ? {} : { hint }),
    });
  return rewrite(expression, {
    place: {
      isWhole: true,
      isEuler,
      dt: making.file.simulation.dt,
      constantOf: (part) => constantOf(making.flat, part),
      graphTypes: making.graphTypes,
    },
    refuse,
    nameOf: (node) => {
      const flat = making.flat.variables.get(node.key);
      if (flat?.hidden === true)
        refuse(
          node,
          'it calls a macro in an equation that has to be written element by element',
          'Give the call a variable of its own.',
        );
      if (flat?.element !== undefined) {
        const { name, array, subscripts } = flat.element;
        return {
          kind: 'element',
          written: plainName(name),
          key: array,
          span: node.span,
          subscripts: subscripts.map((subscript) => ({
            kind: 'expression',
            expression: {
              kind: 'name',
              written: plainName(subscript),
              key: canonicalName(subscript),
              span: node.span,
            },
          })),
        };
      }
      return { ...node, written: plainName(node.written) };
    },
  });
}

function constantOf(flat: Model, expression: WrittenExpression): number | undefined {
  if (expression.kind === 'number') return expression.value;
  const variable = expression.kind === 'name' ? flat.variables.get(expression.key) : undefined;
  if (variable === undefined || variable.kind !== 'auxiliary' || variable.graph !== undefined)
    return undefined;
  return variable.equation.kind === 'number' ? variable.equation.value : undefined;
}

/** A point in a name would qualify it with a module. */
function plainName(written: string): string {
  return written.includes('.') ? quotedName(written) : written;
}

function retyped(
  { graphTypes: types }: Making,
  key: CanonicalName,
  graph: GraphicalFunction,
): GraphicalFunction {
  const type = types.get(key);
  return type === undefined ? graph : { ...graph, type };
}

/** The dimensions that variables have or equations name, without mappings, which nothing needs any more. */
function dimensionsUsed(file: ModelFile, root: WrittenModel): ModelFile['dimensions'] {
  const used = new Set(root.variables.flatMap(({ dimensions }) => dimensions));
  return new Map(
    [...file.dimensions]
      .filter(([key]) => used.has(key))
      .map(([key, dimension]) => [key, { ...dimension, mappings: [] }]),
  );
}
