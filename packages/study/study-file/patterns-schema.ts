import { z } from 'zod';
import { situationSchema } from './reality-checks-schema.js';

const text = z.string().trim().min(1);
const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and hyphens, a letter first');
const outcomeId = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, 'lower-case letters, digits and underscores, a letter first');

/** A time: a number, a turn of the pattern, or a turn and a number, as in `peak + 36`. */
const moment = z.union([z.number(), text]);
const window = z.tuple([moment, moment]);
const turn = z.union([
  z.strictObject({ lowest: window.describe('The lowest value from one time to another.') }),
  z.strictObject({ highest: window.describe('The highest value from one time to another.') }),
]);

const curve = situationSchema.extend({
  relative_to: z
    .union([z.number(), situationSchema])
    .optional()
    .describe('Values are shares: of the value at a time, or of those of another run at the same time.'),
});

/** What is measured of a curve. */
export const MEASURES = [
  'value',
  'time',
  'first at least',
  'first at most',
  'time between',
  'difference',
  'ratio',
  'fall back',
  'largest drift',
  'linear period',
  'linear damping',
  'linear peak ratio',
  'slowest rate',
] as const;

const bounds = {
  at_least: z.number().optional(),
  at_most: z.number().optional(),
};

const criterion = z.strictObject({
  measure: z.enum(MEASURES),
  at: moment.optional().describe('Where it is measured: a time or a turn; for `first ...`, from where on.'),
  from: moment.optional().describe('The other time or turn, for measures of two.'),
  level: z.number().optional().describe('Level crossed, or from which heights are counted; 1 unless given.'),
  ...bounds,
  compared_with: curve
    .optional()
    .describe('The bounds then hold for the measure as a share of the same measure of this run.'),
  over_sets: z
    .union([z.literal('left out'), z.strictObject(bounds)])
    .optional()
    .describe('Wider bounds over parameter sets; the same bounds unless given.'),
});

const pattern = z.strictObject({
  title: text,
  because: text.describe('The sentence or the reasoning that it stands for.'),
  source: text,
  of: outcomeId.describe('The outcome whose curve is looked at.'),
  given: curve.prefault({}).describe('The run; the baseline unless given.'),
  until: z.number().optional().describe('Time at which the run ends; that of the model file unless given.'),
  turns: z.record(id, turn).default({}).describe('Turning points, by name, each after those it uses.'),
  expect: z.array(criterion).min(1),
});

/** The `patterns` section of a study file: its form. Meaning is checked by `bindPatterns`. */
export const patternsSchema = z
  .strictObject({
    every: z.number().positive().default(1).describe('Model time between the values of a curve.'),
    sets: z
      .strictObject({
        ranges: text.describe('A set of ranges of this study: how its inputs are spread, independently.'),
        sum_to_one: z
          .array(text)
          .default([])
          .describe('Parameters that are shares of one whole: rescaled to add up to 1.'),
        dt: z
          .number()
          .positive()
          .optional()
          .describe('Time step of the runs over sets; that of the file unless given.'),
      })
      .optional()
      .describe('How parameters vary where patterns are evaluated over many sets of them.'),
    tests: z.record(id, pattern).default({}).describe('Patterns that the model must show, by id.'),
  })
  .default({ every: 1, tests: {} })
  .describe('Patterns of behavior that the model must show.');

/** The section's values, of the right form. */
export type PatternsFile = z.output<typeof patternsSchema>;
