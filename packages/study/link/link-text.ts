/** Longest fragment that stays as it is; longer ones are packed. */
export const LONGEST_PLAIN_LINK = 1_800;

/** Characters that part the members of a value, and so are always written as a percent code within one. */
const SEPARATORS = /[~!'()*]/g;

/** A name within a link: letters, digits and `-_.` as they are. */
export function linkWord(text: string): string {
  return encodeURIComponent(text).replace(
    SEPARATORS,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The name that {@link linkWord} wrote; undefined for percent codes that stand for nothing. */
export function readLinkWord(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
