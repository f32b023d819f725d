export interface Random {
  below(limit: number): number;
  pick<T>(list: readonly T[]): T;
  chance(one: number): boolean;
}
export function randomFor(seed: number, input: number): Random;
