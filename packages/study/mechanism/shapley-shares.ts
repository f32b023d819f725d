/** What a group of players has part in. */
export interface PlayerShare {
  /** Average gain when the player joins, over every order of joining. The shares add up to the whole gain. */
  readonly share: number;
  /** Gain of the player alone. */
  readonly only: number;
  /** Gain of all the others without the player. */
  readonly without: number;
}

/**
 * Shares of a gain among players, from the gain of every group of them.
 *
 * @param gains - Shape [2^players], in any unit: at position g the gain of the group whose members are the bits of g.
 *   The gain of nobody stands first; what it is is not shared out.
 * @returns Shape [players], in the unit of the gains; the shares add up to `gains.at(-1) - gains[0]`.
 * @throws RangeError where the number of gains is no power of two.
 * @source Shapley 1953, "A value for n-person games", Contributions to the Theory of Games II.
 */
export function shapleyShares(gains: ArrayLike<number>): readonly PlayerShare[] {
  const players = Math.log2(gains.length);
  if (!Number.isInteger(players))
    throw new RangeError(`${gains.length} gains are not of all groups of players.`);
  const gain = (group: number): number => gains[group] ?? Number.NaN;
  const everyone = gains.length - 1;
  const weights = joiningWeights(players);
  return Array.from({ length: players }, (_, player) => {
    const own = 1 << player;
    let share = 0;
    for (let group = 0; group < gains.length; group += 1) {
      if ((group & own) === 0) share += (weights[members(group)] ?? 0) * (gain(group | own) - gain(group));
    }
    return { share, only: gain(own) - gain(0), without: gain(everyone & ~own) - gain(0) };
  });
}

/** Probability that a player joins just after a certain group of `size` others: size! (n - 1 - size)! / n!. */
function joiningWeights(players: number): readonly number[] {
  const weights: number[] = [];
  let weight = 1 / players;
  for (let size = 0; size < players; size += 1) {
    weights.push(weight);
    weight *= (size + 1) / (players - 1 - size);
  }
  return weights;
}

function members(group: number): number {
  let count = 0;
  for (let rest = group; rest > 0; rest &= rest - 1) count += 1;
  return count;
}
