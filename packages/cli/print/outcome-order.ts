import type { OutcomeDefinition } from '@weir/study';

/** Headline outcomes first, each group in the order of the study. */
export function headlineFirst(outcomes: readonly OutcomeDefinition[]): readonly OutcomeDefinition[] {
  return [
    ...outcomes.filter((outcome) => outcome.headline),
    ...outcomes.filter((outcome) => !outcome.headline),
  ];
}
