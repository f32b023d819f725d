/**
 * Breaks a label at blanks into as few lines as the line length allows, and makes those lines about equally
 * long. A word longer than the line stays whole; nothing is cut off.
 *
 * @param length - Letters a line should hold.
 * @example wrapLabel('Out, still at risk', 12) // ['Out, still', 'at risk']
 */
export function wrapLabel(text: string, length: number): readonly string[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return [];
  const fewest = fill(words, length);
  let best = fewest;
  for (let shorter = length - 1; shorter > 0; shorter -= 1) {
    const lines = fill(words, shorter);
    if (lines.length > fewest.length) break;
    best = lines;
  }
  return best;
}

function fill(words: readonly string[], length: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (line !== '' && line.length + 1 + word.length > length) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines;
}
