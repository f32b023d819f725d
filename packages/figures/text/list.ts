/** Words joined as in a sentence: 'a', 'a and b', 'a, b and c'. */
export function listed(words: readonly string[]): string {
  if (words.length <= 1) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} and ${words[words.length - 1] ?? ''}`;
}

const SMALL_NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** A count as a word up to nine, in digits from ten. */
export function counted(count: number): string {
  return SMALL_NUMBERS[count] ?? String(count);
}

/** The text with its first letter in capitals. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The text with a small first letter, unless it begins with an abbreviation or a name of several words. */
export function uncapitalized(text: string): string {
  return /^[A-Z][a-z]/.test(text) && !/^\S+ [A-Z]/.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}
