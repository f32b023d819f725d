import type { Distribution } from '@weir/analysis';
import { type PreparedStudy, resolveName } from '@weir/study';
import type { LabConstant, LabControl, LabControlGroup, LabRanges } from './lab-study.js';

/** Range sets whose ends a slider shows as tested, the best first. */
const TESTED = ['evidence', 'wide'];

/** What can be moved: the study's groups, or every constant where it has none. */
export function controlsOf(
  { study, bound }: PreparedStudy,
  constants: readonly LabConstant[],
  ranges: readonly LabRanges[],
): readonly LabControlGroup[] {
  const groups = study.notes.controls ?? [];
  const tested = testedRanges(ranges);
  if (groups.length === 0) {
    const controls = constants.map((constant) => controlOf(constant, tested.get(constant.key), {}));
    return controls.length === 0 ? [] : [{ id: 'constants', label: 'Constants', controls }];
  }
  return groups.map(({ controls, ...words }) => ({
    ...words,
    controls: controls.flatMap(({ name, label, note, low, high }) => {
      const found = resolveName(bound.names, name);
      const constant = constants.find(({ key }) => found.ok && key === found.value.key);
      if (constant === undefined) return [];
      const control = controlOf(constant, tested.get(constant.key), { low, high });
      return [{ ...control, label, ...(note === undefined ? {} : { note }) }];
    }),
  }));
}

interface Ends {
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

/** A slider's ends: those given, those of the file, or wide enough for the value and what is tested of it. */
function controlOf(
  { key, name, label, unit, value, range }: LabConstant,
  tested: LabControl['tested'],
  given: Ends,
): LabControl {
  const { low: wideLow, high: wideHigh } = wideEnds(value, unit);
  const all = [value, ...(tested === undefined ? [] : [tested.low, tested.high])];
  const low = given.low ?? range?.low ?? Math.min(wideLow, ...all);
  const high = given.high ?? range?.high ?? Math.max(wideHigh, ...all);
  return {
    key,
    name,
    label,
    unit: unit === '1' ? '' : unit,
    value,
    low: Math.min(low, value),
    high: Math.max(high, value),
    ...(tested === undefined ? {} : { tested }),
  };
}

/** Zero to twice the value, on its side of zero; zero to one for a share, and for 0. */
function wideEnds(value: number, unit: string): { readonly low: number; readonly high: number } {
  if (value === 0 || (unit === '1' && value > 0 && value <= 1)) return { low: 0, high: 1 };
  return value > 0 ? { low: 0, high: 2 * value } : { low: 2 * value, high: 0 };
}

function testedRanges(ranges: readonly LabRanges[]): ReadonlyMap<string, LabControl['tested']> {
  const order = [...TESTED, ...ranges.map(({ id }) => id)];
  const found = new Map<string, LabControl['tested']>();
  for (const id of order) {
    for (const { name, distribution } of ranges.find((set) => set.id === id)?.inputs ?? []) {
      const ends = endsOf(distribution);
      if (!found.has(name) && ends !== undefined) found.set(name, ends);
    }
  }
  return found;
}

/** Least and largest value of a distribution that has them. */
function endsOf(distribution: Distribution): { readonly low: number; readonly high: number } | undefined {
  switch (distribution.kind) {
    case 'uniform':
    case 'log-uniform':
    case 'triangular':
    case 'beta':
    case 'pert':
    case 'truncated':
      return { low: distribution.low, high: distribution.high };
    default:
      return undefined;
  }
}
