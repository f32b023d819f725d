/**
 * Breaks text at blanks into lines of at most so many letters. A longer word is cut, so that no line is wider.
 *
 * @param width - At least 2.
 * @param hyphen - What stands where a word is cut: nothing for names that a person may want to copy.
 * @example wrap('a thinking tool', 10) // ['a thinking', 'tool']
 */
export function wrap(text: string, width: number, hyphen: '' | '-' = ''): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap((part) => pieces(part, width, hyphen))) {
    if (line === '') line = word;
    else if (line.length + 1 + word.length <= width) line = `${line} ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** Wraps text and indents every line but the first by so many blanks. */
export function hang(text: string, width: number, indent: number): readonly string[] {
  return wrap(text, width - indent).map((line, index) => (index === 0 ? line : ' '.repeat(indent) + line));
}

/** Puts short statements side by side, `|` between them, and breaks lines between statements only. */
export function joinFacts(facts: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const fact of facts) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 3 + fact.length <= width)
      lines[lines.length - 1] = `${last} | ${fact}`;
    else lines.push(...wrap(fact, width));
  }
  return lines;
}

function pieces(word: string, width: number, hyphen: '' | '-'): readonly string[] {
  if (word === '') return [];
  if (word.length <= width) return [word];
  const cut = Math.max(1, width - hyphen.length);
  return [word.slice(0, cut) + hyphen, ...pieces(word.slice(cut), width, hyphen)];
}
