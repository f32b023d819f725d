/** Words that no variable may have as its name, built-ins aside (XMILE 1.0, 3.2.2.5). */
export const RESERVED_WORDS: ReadonlySet<string> = new Set(['and', 'or', 'not', 'if', 'then', 'else', 'mod']);
