import { z } from 'zod';

const text = z.string().trim().min(1);
const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and hyphens, a letter first');
const outcomeId = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, 'lower-case letters, digits and underscores, a letter first');

const claim = z.strictObject({
  sentence: text.describe('The claim: in the words of the publication, or ours where it makes none.'),
  source: text.describe('Where the sentence stands.'),
  stated: z
    .enum(['publication', 'findings'])
    .describe('Whether the publication says so, or it was found out about its model.'),
  outcome: outcomeId,
  scenario: id.describe('The scenario that the claim is about.'),
  than: id.optional().describe('The scenario it is compared with; the baseline unless given.'),
  direction: z.enum(['lower', 'higher']).describe('Which way the outcome lies.'),
  hold: z
    .array(text)
    .default([])
    .describe(
      'Parameters that are not varied for this claim: those that the scenario sets from their default to a higher value.',
    ),
});

/** The `claims` section of a study file: its form. Meaning is checked by `bindClaims`. */
export const claimsSchema = z
  .record(id, claim)
  .default({})
  .describe('Statements about the direction of effects, by id, to be tried over ranges of parameters.');

/** The section's values, of the right form. */
export type ClaimsFile = z.output<typeof claimsSchema>;
