import { z } from 'zod';
import { mechanismsSchema } from '../mechanism/mechanisms-schema.js';
import { claimsSchema } from './claims-schema.js';
import { controlsSchema } from './controls-schema.js';
import { patternsSchema } from './patterns-schema.js';
import { rangesSchema } from './ranges-schema.js';
import { realityChecksSchema } from './reality-checks-schema.js';

const text = z.string().trim().min(1);
const outcomeId = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, 'lower-case letters, digits and underscores, a letter first');
const scenarioId = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and hyphens, a letter first');
const positive = z.number().positive();
const method = z.enum(['euler', 'rk4']);

const outcome = z.strictObject({
  variable: text.describe('Short name, or name of a variable in the model file.'),
  label: text.describe('Words for people, people first.'),
  short: text.optional().describe('Shorter words for tables and panels.'),
  alias: text.optional().describe('Name or abbreviation that experts know.'),
  unit: text.describe('Unit, as in person or USD/transaction; 1 for a share.'),
  kind: z.enum(['people', 'share', 'rate', 'money']).describe('What kind of number it is: decides rounding.'),
  headline: z.boolean().default(false).describe('Whether it stands in the short table.'),
  limit: text.optional().describe('A limit to be read beside this outcome.'),
});

const change = z.strictObject({
  to: z.number().describe('The value after the change.'),
  at: z.number().describe('Model time at which the change begins.'),
  over: z.number().min(0).default(0).describe('How long it takes, on a straight line; 0 for a step.'),
});

const pathInside = z
  .string()
  .regex(/^(?![/\\])(?!.*(?:^|[/\\])\.\.(?:[/\\]|$))[^:\\]+$/, 'a path inside the folder of the study file');

const scenario = z.strictObject({
  label: text.describe('Name for people.'),
  short: text.optional().describe('Shorter name for tables and panels.'),
  aliases: z.array(text).default([]).describe('Other names of the same policy, all of them.'),
  summary: text.describe('What the law would change, in one or two sentences.'),
  remark: text.optional().describe('What this scenario is, and is not, in law or in the publication.'),
  baseline: z
    .boolean()
    .default(false)
    .describe('The scenario that all others are compared with: exactly one.'),
  secondary: z
    .boolean()
    .default(false)
    .describe('A second reading of another scenario, left out of the short table.'),
  kind: z
    .enum(['policy', 'shock', 'what-if'])
    .default('policy')
    .describe('Something that could be decided, something that happens, or a thought experiment.'),
  set: z
    .record(text, z.union([z.number(), change, z.array(z.union([z.number(), change])).min(1)]))
    .default({})
    .describe(
      'Parameters or initial values, and what they are set to: a value, a value from a date on, or a value and then changes.',
    ),
  tables: z
    .record(text, z.strictObject({ file: pathInside, column: text.optional() }))
    .default({})
    .describe('Graphical functions of time, and the CSV file and column that their series come from.'),
});

const stopRule = z.strictObject({
  description: text,
  method: method.describe('Integration method that belongs to the rule.'),
  dt: positive.describe('Time step that belongs to the rule.'),
  watch: z.array(outcomeId).min(1).describe('Outcomes that must have settled.'),
  sample_every: positive.describe('Time between samples.'),
  window: z.int().min(2).describe('Samples kept; the oldest is compared with the newest.'),
  from: z.number().min(0).describe('First time at which the run may stop.'),
  every: positive.describe('Time between tests.'),
  tolerance: positive.describe('The change must be below this.'),
  cap: positive.describe('Time at which the run ends in any case.'),
});

const publishedTable = z.strictObject({
  title: text,
  source: text.describe('Where the figures are printed.'),
  note: text.optional().describe('What a reader must know before comparing.'),
  rows: z
    .array(
      z.strictObject({
        label: text.describe('Label as printed.'),
        outcome: outcomeId,
        scenario: scenarioId,
        unit: text,
        estimated: text.optional().describe('Estimate printed beside it, as printed.'),
        printed: text.describe('Simulated figure, with the digits of the publication.'),
        note: text.optional(),
      }),
    )
    .min(1),
});

const group = z.strictObject({
  label: text.describe('Words for the whole group.'),
  total: outcomeId,
  parts: z.array(outcomeId).min(2).describe('Outcomes that add up to the total and must be read with it.'),
});

const spotlight = z.strictObject({
  reported: text.describe('What the publication says, or does not say, about this outcome.'),
  why: text.describe('Why, as the model has it; begin with "In this model".'),
  source: text.describe('Where that was worked out.'),
});

const finding = z.strictObject({
  title: text,
  status: z.enum(['proved', 'inferred']),
  sentence: text.describe('What was found, fairly, in one or two sentences.'),
  effect: text.describe('Its size, in the words and numbers of the work that found it.'),
  source: text.describe('Where it was worked out.'),
  place: z.enum(['conclusions', 'reproduction', 'readings']).describe('Chapter of the report.'),
  bearing: z
    .enum(['stands', 'decides', 'note'])
    .describe('A conclusion that survives, a point on which one rests, or a note.'),
});

/** The form of `study.yaml`: what keys there are and what they hold. Meaning is checked by `bindStudy`. */
export const studySchema = z.strictObject({
  id: scenarioId.describe('Short id, as used on the command line.'),
  title: text,
  version: text.describe('Version of the study, in quotes.'),
  citation: text.describe('The work that the study is about.'),
  model: pathInside.describe('Model file, relative to this file and in the same folder or below.'),
  variables: z.record(text, text).default({}).describe('Short names, and the variables they stand for.'),
  outcomes: z.record(outcomeId, outcome).describe('What is reported, by id, in this order.'),
  scenarios: z.record(scenarioId, scenario).describe('Policies, by id, in this order.'),
  stop_rules: z
    .record(scenarioId, stopRule)
    .default({})
    .describe("Named stop rules; `published` is the publication's."),
  ranges: rangesSchema,
  mechanisms: mechanismsSchema,
  limits: z
    .strictObject({
      strip: text.describe('One line that stands beside every result, largest unknown first.'),
      points: z.array(text).describe('What the line expands to.'),
    })
    .describe('What must stand beside every result.'),
  published: z
    .record(scenarioId, publishedTable)
    .default({})
    .describe('Figures as printed, to stand beside the results.'),
  content_note: text
    .optional()
    .describe('What a page about this study is about, for someone who just arrived.'),
  counterparts: z
    .strictObject({ changes: text, levels: text })
    .optional()
    .describe("Published figures that the report's figures of changes and levels stand for."),
  groups: z.record(outcomeId, group).default({}).describe('Totals and their parts, by id.'),
  spotlights: z
    .record(outcomeId, spotlight)
    .default({})
    .describe('Outcomes that get a chapter of their own, by outcome id.'),
  controls: controlsSchema,
  claims: claimsSchema,
  reality_checks: realityChecksSchema,
  patterns: patternsSchema,
  findings: z
    .record(text, finding)
    .default({})
    .describe('What was found out about the model apart from its runs, by id.'),
});

/** A study file's values, of the right form. */
export type StudyFile = z.output<typeof studySchema>;

/** JSON Schema of `study.yaml` for editors. */
export function studyJsonSchema(): object {
  const { $schema, ...rest } = z.toJSONSchema(studySchema, { io: 'input', target: 'draft-07' });
  return { $schema, title: 'Weir study', ...rest };
}
