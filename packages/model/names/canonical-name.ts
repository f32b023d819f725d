/** Key under which a name is compared: never shown to people. Made only by {@link canonicalName}. */
export type CanonicalName = string & { readonly __brand: 'CanonicalName' };

/**
 * The key of a written name: quotes removed and their escapes read, runs of space, no-break
 * space, newline and underscore made one underscore, letters folded to lower case by Unicode's
 * own mapping, whatever the language of the machine.
 *
 * @source OASIS XMILE 1.0, 3.2.2.1 to 3.2.2.3.
 * @example canonicalName('"Birth  Rate"') === canonicalName('birth_rate')
 */
export function canonicalName(written: string): CanonicalName {
  let name = written.trim();
  if (name.length >= 2 && name.startsWith('"') && name.endsWith('"')) {
    name = name
      .slice(1, -1)
      .replace(/\\(["\\n])/g, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped));
  } else {
    name = name.replace(/\\n/g, '\n');
  }
  // Space, tab and line ends, the no-break space and the underscore are one separator; wider spaces are letters.
  const folded = name
    .replace(/[ \t\r\n\u00a0_]+/g, '_')
    .replace(/^_|_$/g, '')
    .toLowerCase();
  return folded as CanonicalName;
}

/** The name as shown to people: one blank for each run of separators, quotes removed, case kept. */
export function displayName(written: string): string {
  let name = written.trim();
  if (name.length >= 2 && name.startsWith('"') && name.endsWith('"')) name = name.slice(1, -1);
  return name
    .replace(/\\n/g, ' ')
    .replace(/\\(["\\])/g, '$1')
    .replace(/[ \t\r\n\u00a0_]+/g, ' ')
    .trim();
}
