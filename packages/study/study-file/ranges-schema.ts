import { z } from 'zod';

const text = z.string().trim().min(1);
const setId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'lower-case letters, digits and hyphens, a letter or digit first');

/** Kinds of distributions that a study file can write; each is one of @weir/analysis. */
export const RANGE_KINDS = [
  'uniform',
  'log-uniform',
  'triangular',
  'pert',
  'normal',
  'lognormal',
  'beta',
  'discrete',
] as const;

const rangeInput = z.strictObject({
  kind: z.enum(RANGE_KINDS).default('uniform').describe('How values are spread; uniform unless given.'),
  low: z.number().optional().describe('Lowest value, in the unit of the input.'),
  high: z.number().optional().describe('Highest value.'),
  mode: z.number().optional().describe('Most likely value of triangular and pert.'),
  mean: z.number().optional().describe('Mean of normal.'),
  sd: z.number().optional().describe('Standard deviation of normal.'),
  log_mean: z.number().optional().describe('Mean of the natural logarithm, of lognormal.'),
  log_sd: z.number().optional().describe('Standard deviation of the natural logarithm, of lognormal.'),
  alpha: z.number().optional().describe('First shape of beta.'),
  beta: z.number().optional().describe('Second shape of beta.'),
  values: z.array(z.number()).optional().describe('Values of discrete, ascending.'),
  weights: z.array(z.number()).optional().describe('Weights of the values of discrete.'),
  min: z.number().optional().describe('Nothing below this is drawn: for distributions with tails.'),
  max: z.number().optional().describe('Nothing above this is drawn.'),
  basis: text.optional().describe('What this range rests on: a source, or that it is an assumption.'),
});

const relativeRule = z.strictObject({
  by: z.number().positive().describe('Share of the default to either side: 0.2 is plus or minus 20 %.'),
  constants: z
    .boolean()
    .default(false)
    .describe('Whether the rule is for every constant that the model file gives as a number.'),
  inputs: z.array(text).default([]).describe('The inputs that the rule is for.'),
  except: z.array(text).default([]).describe('Inputs that the rule leaves out.'),
  basis: text.optional().describe('What the rule rests on.'),
});

const rangeSet = z.strictObject({
  label: text.describe('Name for people.'),
  justification: text.describe('Why these ranges, and what they do not show.'),
  source: text.optional().describe('Where they are published.'),
  from: setId.optional().describe('Another set, above this one, whose ranges this one begins with.'),
  relative: z.array(relativeRule).default([]).describe('Rules for many inputs; a later one wins.'),
  inputs: z
    .record(text, rangeInput)
    .default({})
    .describe('Ranges of single inputs, which win over the rules.'),
  shares: z
    .array(text)
    .default([])
    .describe('Inputs that are shares: relative ranges of them are cut off at 0 and 1.'),
  hold: z.array(text).default([]).describe('Inputs of the set it begins with that are not varied here.'),
});

/** The `ranges` section of a study file: its form. Meaning is checked by `bindRanges`. */
export const rangesSchema = z
  .record(setId, rangeSet)
  .default({})
  .describe('How far inputs may lie from their defaults, by id; for ensembles and sensitivity.');

/** The section's values, of the right form. */
export type RangesFile = z.output<typeof rangesSchema>;
