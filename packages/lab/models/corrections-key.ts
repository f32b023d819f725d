/** The name of the model without corrections. */
export const AS_PUBLISHED = 'none';

/** One name for a set of corrections: their ids in the study's order, so that the order of choosing does not matter. */
export function correctionsKey(
  chosen: readonly string[],
  offered: readonly { readonly id: string }[],
): string {
  const ids = offered.map(({ id }) => id).filter((id) => chosen.includes(id));
  return ids.length === 0 ? AS_PUBLISHED : ids.join('+');
}
