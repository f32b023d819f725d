import { METHOD_FACTS, type OutcomeSensitivity, type SensitivityDocument } from '@weir/study';
import type { FigureSource } from '../svg/figure.js';

/** What every figure of a sensitivity analysis carries: method, ranges, size, seed, and the experiment's id. */
export function sensitivitySource(document: SensitivityDocument): FigureSource {
  const { weir, model, corrections, method, ranges, n, replicates, seed, runs, until, scenario, against } =
    document;
  return {
    weir,
    model,
    corrections,
    settings: {
      method,
      ranges: ranges.id,
      n,
      replicates,
      seed,
      runs,
      until,
      scenario,
      ...(against === null ? {} : { against }),
    },
    runs: { [against === null ? scenario : `${scenario} against ${against}`]: document.experiment },
    limits: document.limits,
  };
}

/** The line under a figure: where its numbers come from. */
export function sourceLine(document: SensitivityDocument): string {
  const { model, corrections, ranges, n, seed, until, method, weir } = document;
  const corrected = corrections.length === 0 ? 'as published' : `corrections ${corrections.join(', ')}`;
  const counts = METHOD_FACTS[method].counts.split(',')[0] ?? '';
  const when = until === 'equilibrium' ? 'at the fixed point' : `until ${until}`;
  return `Model ${model}, ${corrected}; ranges ${ranges.id} (${ranges.label}); ${counts} ${n}, seed ${seed}; ${when}; Weir ${weir}.`;
}

/** What the outcomes of an analysis are, as in "under criminalization". */
export function subjectLine({ scenario, against, change }: SensitivityDocument): string {
  if (against === null) return `under ${scenario}`;
  return `${change === 'percent' ? 'change in percent' : 'difference'} of ${scenario} from ${against}`;
}

/** The outcome of an id; its analysis must have it. */
export function outcomeOf(document: SensitivityDocument, id: string): OutcomeSensitivity {
  const found = document.outcomes.find(({ outcome }) => outcome === id);
  if (found === undefined) throw new Error(`no outcome ${id} in the analysis`);
  return found;
}

/** Inputs of an outcome with a value of this index, the largest first. */
export function largestFirst(
  { indices }: OutcomeSensitivity,
  key: string,
  most: number,
): readonly { readonly input: string; readonly value: number; readonly place: number }[] {
  return indices
    .flatMap(({ input, values }, place) => {
      const value = values[key];
      return value === null || value === undefined ? [] : [{ input, value, place }];
    })
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value))
    .slice(0, most);
}
