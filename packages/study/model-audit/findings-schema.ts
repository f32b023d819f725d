import { z } from 'zod';

const text = z.string().trim().min(1);

const finding = z.strictObject({
  kind: z
    .enum(['differs', 'also', 'unreported'])
    .describe(
      'Where text, files and mathematics differ; what else was found; what the publication does not report.',
    ),
  status: z.enum(['proved', 'inferred']),
  proof: text.optional().describe('What exactly is proved, or by what.'),
  sentence: text.describe('What was found, fairly.'),
  size: text.optional().describe('Its size, in the words of the work that found it.'),
  corrections: z.array(text).default([]).describe('Ids of corrections that mend it.'),
});

/** The form of `findings.yaml`: what was found out about a published model. */
export const findingsSchema = z.strictObject({
  works: text.describe('What the findings are about, and which state of it.'),
  findings: z.record(z.string().regex(/^[A-Z][0-9]+$/, 'a capital letter and a number'), finding),
  stands: text.describe('What stands, and what rests on a finding.'),
});

/** The values of a findings file. */
export type FindingsFile = z.output<typeof findingsSchema>;

/** JSON Schema of `findings.yaml` for editors. */
export function findingsJsonSchema(): object {
  const { $schema, ...rest } = z.toJSONSchema(findingsSchema, { io: 'input', target: 'draft-07' });
  return { $schema, title: 'Findings about a published model', ...rest };
}
