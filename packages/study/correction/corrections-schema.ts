import { z } from 'zod';

const text = z.string().trim().min(1);
const id = z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/, 'letters and digits, a letter first');
const groupName = z
  .string()
  .regex(
    /^(?!none$)[a-z][a-z0-9-]*$/,
    'lower-case letters, digits and hyphens, a letter first, and not `none`',
  );
const equation = z.union([z.number(), text]);

const change = z.strictObject({
  variable: text.describe('Short name of the study, or name in the model file.'),
  expected: equation.describe('The equation or value that is replaced. The model must have it.'),
  equation: text.optional().describe('The equation that takes its place, with names of the model file.'),
  value: z.number().optional().describe('The number that takes its place. Give this or `equation`.'),
});

const newVariable = z.strictObject({
  kind: z.enum(['stock', 'flow', 'auxiliary']).default('auxiliary'),
  name: text,
  equation: equation.describe('With names of the model file; of a stock, its initial value.'),
  units: text.describe('Unit, as in person/month; 1 for a share.'),
  documentation: text,
  from: text.optional().describe('Of a flow: the stock it leaves. Absent: it comes from outside.'),
  to: text.optional().describe('Of a flow: the stock it fills. Absent: it leads out.'),
});

const calibration = z.strictObject({
  constant: text.describe('Short name of the study, or name in the model file.'),
  outcome: text.describe('Id of an outcome of the study.'),
  target: z
    .union([z.literal('published'), z.number().positive()])
    .describe(
      'Value of the outcome at rest in the baseline scenario; `published`: that of the model as read.',
    ),
});

const correction = z.strictObject({
  title: text,
  what: text.describe('What is changed, in plain words.'),
  why: text.describe('Why, fairly, in plain words.'),
  evidence: text.describe('Where it was found out.'),
  status: z
    .enum(['proved', 'inferred'])
    .describe(
      'Whether the need for it follows from files and computation, or is the most plausible reading.',
    ),
  changes: z.array(change).default([]),
  new: z
    .array(newVariable)
    .default([])
    .describe('Variables that the changes need and the model does not have.'),
  remove: z.array(text).default([]).describe('Auxiliaries that nothing uses any more, taken out.'),
  builds_on: z
    .array(id)
    .default([])
    .describe('Corrections above this one whose equations it changes further. They are chosen with it.'),
  calibrate: calibration.optional().describe('A constant that is solved for when the model is corrected.'),
  start_at_rest: z
    .boolean()
    .default(false)
    .describe('Whether stocks start at the fixed point of the baseline scenario, solved for.'),
  conflicts: z.array(id).default([]).describe('Corrections that cannot be chosen with this one.'),
  tests: z.array(text).min(1).describe('Titles of the tests that show what it does.'),
});

/** The form of `corrections.yaml`. Whether it fits a model is checked where corrections are applied. */
export const correctionsSchema = z.strictObject({
  corrections: z.record(id, correction).describe('What can be switched on, by id, in this order.'),
  groups: z
    .record(groupName, z.array(id).min(1))
    .default({})
    .describe('Corrections that go together, by name.'),
});

/** A corrections file's values, of the right form. */
export type CorrectionsFile = z.output<typeof correctionsSchema>;

/** JSON Schema of `corrections.yaml` for editors. */
export function correctionsJsonSchema(): object {
  const { $schema, ...rest } = z.toJSONSchema(correctionsSchema, { io: 'input', target: 'draft-07' });
  return { $schema, title: 'Weir corrections', ...rest };
}
