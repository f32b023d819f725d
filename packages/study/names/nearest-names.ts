import { canonicalName, editDistance } from '@weir/model';

/** How alike two texts must be to be offered: one slip in three letters, and at least two slips. */
const LETTERS_PER_SLIP = 3;
const LEAST_SLIPS = 2;

/**
 * The known names most like a wanted one, best first: those within a few slips of the pen, then those
 * that hold it or are held by it. Case, spaces and underscores do not count.
 *
 * @param most - How many to return.
 * @example nearestNames('prosecution_cultur', ['prosecution_culture', 'demand']) // ['prosecution_culture']
 */
export function nearestNames(wanted: string, known: Iterable<string>, most = 3): readonly string[] {
  const key = canonicalName(wanted);
  const allowed = Math.max(LEAST_SLIPS, Math.floor(key.length / LETTERS_PER_SLIP));
  const found: { name: string; slips: number }[] = [];
  for (const name of new Set(known)) {
    const other = canonicalName(name);
    const slips = editDistance(key, other, allowed);
    const within = key.length >= 3 && (other.includes(key) || (other.length >= 3 && key.includes(other)));
    if (slips <= allowed) found.push({ name, slips });
    else if (within) found.push({ name, slips: allowed + Math.abs(other.length - key.length) });
  }
  return found
    .sort((a, b) => a.slips - b.slips)
    .slice(0, most)
    .map(({ name }) => name);
}

/** "Did you mean `a`, `b` or `c`?", or nothing where nothing is near. */
export function didYouMean(wanted: string, known: Iterable<string>): string | undefined {
  const names = nearestNames(wanted, known).map((name) => `\`${name}\``);
  const last = names.at(-1);
  if (last === undefined) return undefined;
  return names.length === 1
    ? `Did you mean ${last}?`
    : `Did you mean ${names.slice(0, -1).join(', ')} or ${last}?`;
}
