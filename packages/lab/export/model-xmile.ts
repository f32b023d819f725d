import {
  type Expression,
  type ModelFile,
  type Outcome,
  reached,
  readModelFile,
  sourceText,
  type WrittenVariable,
  writeXmile,
} from '@weir/model';
import type { SourceFile } from '../models/sources.js';

/**
 * A model file as XMILE with the values of a policy in its constants and initial values. Views, units and
 * documentation stay.
 *
 * @param values - By canonical name. Names that are no plain number of the file's own model are left as they are.
 * @errors Those of `readModelFile` and `writeXmile`.
 */
export function modelXmile({ name, text }: SourceFile, values: ReadonlyMap<string, number>): Outcome<string> {
  const read = readModelFile(sourceText(name, text));
  if (!read.ok) return read;
  const { root } = read.value;
  const variables = root.variables.map((variable) => withValue(variable, values.get(variable.key)));
  const file: ModelFile = { ...read.value, root: { ...root, variables } };
  const written = writeXmile(file);
  return written.ok ? reached(written.value) : written;
}

function withValue(variable: WrittenVariable, value: number | undefined): WrittenVariable {
  const [part, ...more] = variable.parts;
  if (value === undefined || part?.expression === undefined || more.length > 0) return variable;
  const { span } = part.expression;
  const size: Expression = { kind: 'number', value: Math.abs(value), span };
  const expression: Expression = value < 0 ? { kind: 'unary', operator: '-', operand: size, span } : size;
  return { ...variable, parts: [{ ...part, expression }] };
}
