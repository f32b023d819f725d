import { z } from 'zod';
import type { ControlGroup } from './controls.js';

const text = z.string().trim().min(1);

const control = z
  .strictObject({
    label: text.describe('Words for people.'),
    note: text.optional().describe('What to know of it before moving it.'),
    low: z.number().optional().describe('Low end of its slider.'),
    high: z.number().optional().describe('High end of its slider.'),
  })
  .refine(({ low, high }) => low === undefined || high === undefined || low < high, {
    error: '`low` must be below `high`',
  });

/** The section `controls`: what a person can change in the lab, in groups. */
export const controlsSchema = z
  .record(
    z.string().regex(/^[a-z][a-z0-9_]*$/, 'lower-case letters, digits and underscores, a letter first'),
    z.strictObject({
      label: text.describe('Name of the group.'),
      note: text.optional().describe('What to know of all of them.'),
      locked: text
        .optional()
        .describe('Why no policy can set them; they are then shown and cannot be moved.'),
      set: z.record(text, control).describe('Constants, by short name, and their words.'),
    }),
  )
  .default({})
  .describe('What a person can change in the lab, in groups.');

/** The groups of the section. */
export function controlGroupsOf(file: z.output<typeof controlsSchema>): readonly ControlGroup[] {
  return Object.entries(file).map(([id, { label, note, locked, set }]) => ({
    id,
    label,
    ...(note === undefined ? {} : { note }),
    ...(locked === undefined ? {} : { locked }),
    controls: Object.entries(set).map(([name, { note: own, low, high, label: words }]) => ({
      name,
      label: words,
      ...(own === undefined ? {} : { note: own }),
      ...(low === undefined ? {} : { low }),
      ...(high === undefined ? {} : { high }),
    })),
  }));
}
