import { z } from 'zod';

const text = z.string().trim().min(1);
const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and hyphens, a letter first');
const step = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, 'lower-case letters, digits and underscores, a letter first');
const sources = z.array(id).default([]).describe('Ids of sources that bear on it.');
const arithmetic = z.union([z.number(), text]);

const derivation = z
  .record(step, arithmetic)
  .describe(
    'Steps by name: numbers and arithmetic with earlier steps, estimates and constants. The last gives the value.',
  );
const decimals = z
  .int()
  .min(0)
  .max(17)
  .optional()
  .describe('Decimals to which the arithmetic gives the value; all digits where absent.');

const entry = z.strictObject({
  value: z.number().describe('As in the model file.'),
  unit: text.describe('As in the model file; 1 for a share.'),
  range: z.tuple([z.number(), z.number()]).optional().describe('Smallest and largest value worth trying.'),
  range_basis: text.optional().describe('Why this range.'),
  status: z
    .enum(['measured', 'stated', 'implied', 'fitted', 'assumed', 'structure', 'policy'])
    .describe(
      'measured: a statistic gives it; stated, implied: the publication does; fitted: to targets; assumed: judgment; structure: a number of the form of an equation; policy: what a policy sets.',
    ),
  grade: z
    .enum(['A', 'B', 'C', 'D', 'none'])
    .optional()
    .describe(
      'Of what bears on it: A official or peer-reviewed, B survey or report with a method, C small or unrepresentative, D direction only.',
    ),
  strength: text
    .optional()
    .describe('The same in words, such as moderate or assumption. Give this or `grade`.'),
  sources,
  reasoning: text.describe('Why this value. An assumption says that it is one.'),
  derivation: derivation.optional(),
  decimals,
  alternatives: z
    .array(
      z.strictObject({
        value: z.number(),
        why: text,
        sources,
        derivation: derivation.optional(),
        decimals,
      }),
    )
    .default([])
    .describe('Other values that can be argued for.'),
  questions: z.array(text).default([]).describe('What is open.'),
});

const estimate = z.strictObject({
  what: text,
  value: z.number(),
  unit: text,
  sources,
  derivation,
  decimals,
  note: text.optional().describe('What a reader must know.'),
});

const series = z.strictObject({ title: text, status: text, sources, reasoning: text });

const correction = z.strictObject({
  reasoning: text.describe('Why the correction is made.'),
  sources,
  questions: z.array(text).default([]),
  constants: z.record(text, entry).default({}).describe('Constants that it sets or adds.'),
});

/** The form of `evidence.yaml`. Whether it fits a model is checked by `checkEvidence`. */
export const evidenceSchema = z.strictObject({
  sources: z
    .record(id, z.strictObject({ title: text, by: text, where: text }))
    .default({})
    .describe('Works that are cited, by id.'),
  estimates: z
    .record(step, estimate)
    .default({})
    .describe('Numbers worked out from sources that are no constants of the model.'),
  constants: z.record(text, entry).describe('Every constant of the model, by name.'),
  series: z.record(text, series).default({}).describe('Time series of the model, by name.'),
  corrections: z.record(text, correction).default({}).describe('Corrections of the model, by id.'),
});

/** An evidence file's values, of the right form. */
export type EvidenceFile = z.output<typeof evidenceSchema>;

/** JSON Schema of `evidence.yaml` for editors. */
export function evidenceJsonSchema(): object {
  const { $schema, ...rest } = z.toJSONSchema(evidenceSchema, { io: 'input', target: 'draft-07' });
  return { $schema, title: 'Weir evidence', ...rest };
}
