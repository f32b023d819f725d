import { z } from 'zod';

const text = z.string().trim().min(1);
const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and hyphens, a letter first');
const outcomeId = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, 'lower-case letters, digits and underscores, a letter first');

/** A scenario and what is set on top of it. */
export const situationSchema = z.strictObject({
  scenario: id.optional().describe('A scenario of this study; the baseline unless given.'),
  set: z
    .record(text, z.number())
    .default({})
    .describe('Parameters or initial values on top of it, and what they are set to.'),
});

/** What an outcome is expected to do. */
export const DIRECTIONS = ['lower', 'higher', 'about the same', 'zero', 'at most', 'at least'] as const;

const expectation = z.strictObject({
  outcome: outcomeId,
  direction: z.enum(DIRECTIONS),
  value: z.number().optional().describe('The limit, for `at most` and `at least`.'),
  by: z
    .number()
    .min(0)
    .default(0)
    .describe('Least change that counts as lower or higher, as a share of the value compared with.'),
  within: z
    .number()
    .positive()
    .default(0.01)
    .describe('Largest change that counts as about the same, as a share of the value compared with.'),
  against: situationSchema
    .optional()
    .describe('What it is compared with: the baseline, with nothing set, unless given.'),
  at: z
    .union([z.literal('rest'), z.number()])
    .describe('Model time of the comparison, or `rest` for the point of rest.'),
});

const check = z.strictObject({
  because: text.describe('The sentence or the reasoning that it stands for.'),
  source: text.describe('Where that stands, or `reasoning`.'),
  given: situationSchema.extend({
    start: z
      .enum(['file', 'rest'])
      .default('file')
      .describe("Where stocks start: as the file has them, or at the baseline's point of rest."),
  }),
  expect: expectation,
});

/** The `reality_checks` section of a study file: its form. Meaning is checked by `bindRealityChecks`. */
export const realityChecksSchema = z
  .record(id, check)
  .default({})
  .describe('Statements about what must happen if something else happens, by id.');

/** The section's values, of the right form. */
export type RealityChecksFile = z.output<typeof realityChecksSchema>;
