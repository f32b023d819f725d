import { bundledStudies, openStudy } from '@weir/study/node';

/**
 * A bundled model that has an outcome: tests of what needs a real study find one by what they ask of it.
 *
 * @param outcome - Id of the outcome.
 */
export function bundledWith(outcome: string): string {
  const found = bundledStudies().find((id) => {
    const opened = openStudy(id);
    return opened.ok && opened.value.bound.outcomes.some(({ definition }) => definition.id === outcome);
  });
  if (found === undefined) throw new Error(`no bundled model has the outcome ${outcome}`);
  return found;
}
