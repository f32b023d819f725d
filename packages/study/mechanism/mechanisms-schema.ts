import { z } from 'zod';

const text = z.string().trim().min(1);

/** The `mechanisms` of a study file: ways in which policies work, as links that can be frozen one at a time. */
export const mechanismsSchema = z
  .record(
    z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and hyphens, a letter first'),
    z.strictObject({
      label: text.describe('Words for people: what changes, and what reads it.'),
      links: z
        .array(
          z.strictObject({
            from: text.describe('The variable that carries the policy.'),
            to: z
              .array(text)
              .min(1)
              .optional()
              .describe('The variables that read it by this mechanism; all that do where absent.'),
          }),
        )
        .min(1),
    }),
  )
  .default({})
  .describe('Ways in which the policies work, by id: `weir why` shares the effect of a policy among them.');
