import { matchByEcho } from '@weir/analysis';
import type { JoinKind } from './audit-document.js';
import { type Echo, findEchoes } from './find-echoes.js';
import { type KeyColumns, keyCandidates, keyTexts } from './find-key.js';
import type { ForeignTable } from './foreign-table.js';
import { type Join, weighJoin } from './weigh-join.js';

/** Every way in which two files may belong together, and which of them to trust. */
export interface FoundJoins {
  readonly key: KeyColumns | undefined;
  readonly echoes: readonly Echo[];
  readonly joins: readonly Join[];
  /**
   * The join that echoes confirm; without any echo that varies, that by key. Undefined where the echoes contradict every join, or
   * there is neither key nor echo.
   */
  readonly trusted: JoinKind | undefined;
}

/** Finds keys, echoes and the joins they make; the join by position is looked at and never trusted by itself. */
export function findJoins(samples: ForeignTable, results: ForeignTable, tolerance: number): FoundJoins {
  const candidates = keyCandidates(samples, results);
  const weighed = candidates.map((key) => {
    const echoes = findEchoes(samples, results, tolerance, [key.samples.name, key.results.name]);
    return { key, echoes, join: weighJoin('key', placesByKey(key), usable(echoes), tolerance) };
  });
  // A counter of rows is as good a key as any to look at: the echoes tell which one names the runs.
  const best = weighed.find(({ join }) => join.facts.confirmed) ?? weighed[0];
  const echoes = best?.echoes ?? findEchoes(samples, results, tolerance, []);
  const speaking = usable(echoes);
  const byEcho = variesAmong(speaking)
    ? weighJoin('echo', matchByEcho(speaking, tolerance).places, speaking, tolerance)
    : undefined;
  const position = Int32Array.from({ length: results.rows }, (_, row) => (row < samples.rows ? row : -1));
  const byPosition = weighJoin('position', position, speaking, tolerance);
  const joins = [best?.join, byEcho, byPosition].filter((join) => join !== undefined);
  return { key: best?.key, echoes, joins, trusted: trustedOf(best?.join, byEcho, variesAmong(speaking)) };
}

function trustedOf(
  byKey: Join | undefined,
  byEcho: Join | undefined,
  hasEchoes: boolean,
): JoinKind | undefined {
  if (byKey !== undefined && (byKey.facts.confirmed || !hasEchoes)) return 'key';
  const found = byEcho?.facts;
  return found?.confirmed === true ? 'echo' : undefined;
}

/** Echoes that can tell rows apart or contradict a join. */
function usable(echoes: readonly Echo[]): readonly Echo[] {
  return echoes.filter(({ contained }) => contained);
}

function variesAmong(echoes: readonly Echo[]): boolean {
  return echoes.some(({ from }) => from.some((value) => value !== from[0]));
}

function placesByKey({ samples, results }: KeyColumns): Int32Array {
  const places = new Map(keyTexts(samples).map((key, row) => [key, row]));
  return Int32Array.from(keyTexts(results), (key) => places.get(key) ?? -1);
}
