import { z } from 'zod';
import { PATH_TAKES } from './path-measure.js';

const text = z.string().trim().min(1);
const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and hyphens, a letter first');
const positive = z.number().positive();
const share = z.number().positive().max(1);

/** Most values of an axis, and most sets of parameters. */
const MOST_VALUES = 50;
const MOST_SETS = 10_000;

const base = {
  title: text,
  question: text.describe('What it asks, in one or two sentences.'),
  limit: text.describe('What must be read beside its answer.'),
  set: z.record(text, z.number()).default({}).describe('Values that hold in every run.'),
};

const measures = z
  .record(
    id,
    z.strictObject({
      label: text.describe('Words for people.'),
      outcome: text.describe('Outcome of the study, by id.'),
      take: z.enum(PATH_TAKES).describe('What of the path is measured.'),
      from: z.number().optional().describe('First time that counts.'),
      to: z.number().optional().describe('Last time that counts.'),
      share: share
        .optional()
        .describe('For recovery: share of the first value to be back at; 0.95 unless given.'),
      within: share
        .optional()
        .describe('For settling: share of the last value to stay within; 0.02 unless given.'),
      against: id.optional().describe('Scenario by whose path the path is divided, time by time.'),
    }),
  )
  .refine((all) => Object.keys(all).length > 0, 'at least one measure')
  .describe('What is measured, by id.');

const axis = z.strictObject({
  name: text.describe('Constant that is varied.'),
  label: text.describe('Words for people.'),
  values: z.array(z.number()).min(2).max(MOST_VALUES),
});

const surface = z.strictObject({
  ...base,
  kind: z.literal('surface'),
  scenario: id,
  x: axis,
  y: axis,
  measures,
});

const actions = z.strictObject({
  ...base,
  kind: z.literal('actions'),
  scenarios: z.array(id).min(1),
  measures,
  robustness: z
    .strictObject({
      ranges: text.describe('Range set of the study, by id.'),
      sets: z.int().min(1).max(MOST_SETS).describe('Sets of parameters.'),
      seed: z.int().min(0).max(0xffffffff),
    })
    .optional(),
});

const loops = z.strictObject({
  ...base,
  kind: z.literal('loops'),
  scenario: id,
  outcome: text,
  horizon: positive.describe('Time for which links are frozen before the outcome is looked at.'),
  from: z.number(),
  to: z.number(),
  every: positive.describe('Time between two moments looked at.'),
  loops: z
    .record(
      id,
      z.strictObject({
        label: text,
        links: z
          .array(z.tuple([text, text]))
          .min(1)
          .describe('Pairs: what is read, and what reads it.'),
        outside: z
          .boolean()
          .default(false)
          .describe('Whether it comes from outside the model, and is no loop.'),
      }),
    )
    .refine((all) => Object.keys(all).length > 0, 'at least one loop'),
});

/** The form of `experiments.yaml`. Meaning is checked when an experiment is run. */
export const experimentsSchema = z.strictObject({
  experiments: z.record(id, z.discriminatedUnion('kind', [surface, actions, loops])).describe('By id.'),
});

/** An experiments file's values, of the right form. */
export type ExperimentsFile = z.output<typeof experimentsSchema>;

/** JSON Schema of `experiments.yaml` for editors. */
export function experimentsJsonSchema(): object {
  const { $schema, ...rest } = z.toJSONSchema(experimentsSchema, { io: 'input', target: 'draft-07' });
  return { $schema, title: 'Weir experiments', ...rest };
}
