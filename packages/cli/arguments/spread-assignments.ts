/**
 * Lets `--set` take several assignments in a row: `--set a=1 b=2` becomes `--set a=1 --set b=2`.
 * Only words with an equals sign are taken, so a model's name may follow.
 */
export function spreadAssignments(words: readonly string[]): readonly string[] {
  const spread: string[] = [];
  let open = false;
  for (const [index, word] of words.entries()) {
    if (word === '--') return [...spread, ...words.slice(index)];
    const assignment = /^[^-=][^=]*=/.test(word);
    if (open && assignment && words[index - 1] !== '--set') spread.push('--set');
    spread.push(word);
    open = word === '--set' || (open && assignment);
  }
  return spread;
}
