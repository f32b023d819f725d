import { z } from 'zod';

const text = z.string().trim().min(1);
const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and hyphens, a letter first');

const leverInModel = z.strictObject({
  structure: text.describe('How the model has it, in plain words; or that it has not.'),
  absent: z.boolean().default(false).describe('Whether the model has no such lever.'),
  scenario: id.optional().describe('Scenario of the study.'),
  set: z.record(text, z.number()).default({}).describe('Values that are set.'),
  scale: z.record(text, z.number().min(0)).default({}).describe('Factors of default values.'),
});

/** The form of `levers.yaml`. Whether its names exist is checked when it is run. */
export const leversSchema = z.strictObject({
  title: text,
  limit: text.describe('What must be read beside the answers.'),
  models: z
    .record(id, z.strictObject({ until: z.union([z.literal('equilibrium'), z.number()]) }))
    .describe('Bundled models, and when their runs end.'),
  outcomes: z.record(
    id,
    z.strictObject({ label: text, in: z.record(id, text).describe('Outcome id by model.') }),
  ),
  levers: z.record(id, z.strictObject({ label: text, in: z.record(id, leverInModel) })),
});

/** A levers file's values, of the right form. */
export type LeversFile = z.output<typeof leversSchema>;

/** JSON Schema of `levers.yaml` for editors. */
export function leversJsonSchema(): object {
  const { $schema, ...rest } = z.toJSONSchema(leversSchema, { io: 'input', target: 'draft-07' });
  return { $schema, title: 'Weir levers', ...rest };
}
