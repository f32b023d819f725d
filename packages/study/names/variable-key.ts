import { type CanonicalName, canonicalName } from '@weir/model';

/**
 * The key of a variable as a person writes its name: as {@link canonicalName}, and for an element of an array with
 * each subscript by itself, so that blanks after commas do not count.
 *
 * @example variableKey('Tank level[ North , Upper ]') === 'tank_level[north,upper]'
 */
export function variableKey(written: string): CanonicalName {
  const parts = /^([^[\]"]+)\[([^[\]"]+)\]$/.exec(written.trim());
  const [, array, subscripts] = parts ?? [];
  if (array === undefined || subscripts === undefined) return canonicalName(written);
  const keys = subscripts.split(',').map(canonicalName);
  return canonicalName(`${canonicalName(array)}[${keys.join(',')}]`);
}
