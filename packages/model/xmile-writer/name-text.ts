import { canonicalName, displayName } from '../names/canonical-name.js';

/** A name in quotes, with its escapes. A quoted name stays as it is. */
export function quotedName(written: string): string {
  const trimmed = written.trim();
  if (trimmed.length >= 2 && trimmed.startsWith('"') && trimmed.endsWith('"')) return trimmed;
  const escaped = trimmed
    .replace(/\\n/g, '\n')
    .replace(/["\\]/g, (character) => `\\${character}`)
    .replace(/\n/g, '\\n');
  return `"${escaped}"`;
}

/**
 * A name as it stands in an attribute or as the text of an element, such that it reads back with the same key
 * and, where it can, the same display name.
 *
 * @param shown - The name as shown to people, or as written.
 */
export function attributeName(shown: string, key: string): string {
  const candidates = [shown, shown.replace(/\n/g, '\\n'), quotedName(shown)];
  const same = (candidate: string) => canonicalName(candidate) === key;
  return (
    candidates.find((candidate) => same(candidate) && displayName(candidate) === displayName(shown)) ??
    candidates.find(same) ??
    quotedName(key)
  );
}
