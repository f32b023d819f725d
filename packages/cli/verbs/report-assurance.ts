import { column, correlations, joinRuns, type Table } from '@weir/analysis';
import { directionCounts } from '@weir/figures';
import type { Assurance, DrawnPolicy, DrawsPart } from '@weir/report';
import {
  correctStudy,
  type EnsembleTables,
  type FlipSearch,
  flipPoints,
  type PreparedStudy,
  planEnsemble,
  policyEffects,
  runConfidenceTests,
  runEnsemble,
  shortNameOf,
} from '@weir/study';

/** Draws behind the words of the report. */
const DRAWS = 300;
const SEED = 1234;
const DRIVERS = 5;

/** How much is computed for the report beside its runs. */
export type AssuranceDepth = 'all' | 'none' | 'quick';

/**
 * What the report says of how sure its results are. Parts that a model does not have (ranges, corrections, a point of
 * rest) are left out.
 *
 * @param opened - The study without corrections; corrections are tried on top of those in force.
 * @param depth - `quick` leaves out the searches for reversals, the corrections and the checks.
 */
export function assuranceOf(
  opened: PreparedStudy,
  prepared: PreparedStudy,
  depth: AssuranceDepth,
): { readonly assurance?: Assurance } {
  if (depth === 'none') return {};
  const rest = policyEffects(prepared);
  const doesRest = Object.keys(rest.values).length > 0;
  const draws = doesRest ? drawsPart(prepared) : undefined;
  const isAll = depth === 'all';
  return {
    assurance: {
      ...(draws === undefined ? {} : { draws }),
      ...(doesRest ? { rest } : {}),
      flips: isAll && doesRest ? flipsPart(prepared) : [],
      corrections: isAll && doesRest ? correctionsPart(opened, prepared) : [],
      checks: isAll ? runConfidenceTests(prepared) : [],
    },
  };
}

function drawsPart(prepared: PreparedStudy): DrawsPart | undefined {
  const { bound } = prepared;
  const ranges = bound.ranges.get('20pct') ?? [...bound.ranges.values()][0];
  if (ranges === undefined) return undefined;
  const runs = { kind: 'draws', design: 'lhs', n: DRAWS, seed: SEED, ranges: ranges.id } as const;
  const plan = planEnsemble(prepared, { runs, scenarios: [...bound.scenarios.keys()], until: 'equilibrium' });
  const ran = plan.ok ? runEnsemble(plan.value) : plan;
  if (!ran.ok) return undefined;
  const baseline = bound.baseline.definition.id;
  return {
    n: DRAWS,
    seed: SEED,
    ranges: ranges.definition.label,
    justification: ranges.definition.justification,
    policies: prepared.study.scenarios
      .filter(({ id }) => id !== baseline)
      .map(({ id }) => drawnPolicy(prepared, ran.value, id, baseline)),
  };
}

function drawnPolicy(
  { study, bound }: PreparedStudy,
  { tables }: EnsembleTables,
  scenario: string,
  baseline: string,
): DrawnPolicy {
  const [own, base] = [tables.get(scenario), tables.get(baseline)];
  if (own === undefined || base === undefined) return { scenario, counts: {} };
  const kinds = new Map(study.outcomes.map(({ id, kind }) => [id, kind]));
  const counts = Object.fromEntries(
    own.outcomes.flatMap((outcome, at) => {
      const kind = kinds.get(outcome);
      if (kind === undefined) return [];
      return [[outcome, directionCounts(column(own.outputs, at), column(base.outputs, at), kind)] as const];
    }),
  );
  const first = study.notes.groups[0]?.total ?? study.outcomes.find(({ headline }) => headline)?.id;
  const effects = first === undefined ? undefined : effectTable(own, base, first);
  const report = effects === undefined ? undefined : correlations(effects);
  const found = report?.ok === true ? report.value.outcomes[0] : undefined;
  if (first === undefined || found?.rSquared === undefined || report?.ok !== true)
    return { scenario, counts };
  const { inputs } = report.value;
  const constants = found.cells
    .flatMap((cell, at) =>
      cell.kind === 'value' ? [{ name: readable(bound, inputs[at] ?? ''), partial: cell.partial }] : [],
    )
    .sort((one, other) => Math.abs(other.partial) - Math.abs(one.partial))
    .slice(0, DRIVERS);
  return {
    scenario,
    counts,
    drivers: { outcome: first, rankRSquared: found.rSquared, runs: found.runs, constants },
  };
}

/** The change of an outcome between two scenarios, draw by draw, in percent: both tables share their design. */
function effectTable(own: Table, base: Table, outcome: string): Table | undefined {
  const { design } = own;
  const at = own.outcomes.indexOf(outcome);
  if (at < 0 || base.design !== design) return undefined;
  const [values, starts] = [column(own.outputs, at), column(base.outputs, at)];
  const inputs = design.names.map((_, place) => column(design.inputs, place));
  const joined = joinRuns(
    design,
    [outcome],
    design.runs.map((run, row) => {
      const change = 100 * ((values[row] ?? Number.NaN) / (starts[row] ?? Number.NaN) - 1);
      return {
        experiment: design.id,
        run,
        echo: Float64Array.from(inputs, (one) => one[row] ?? Number.NaN),
        status: Number.isFinite(change) ? 'ok' : 'invalid',
        outputs: Float64Array.of(change),
      };
    }),
  );
  return joined.ok ? joined.value.table : undefined;
}

/** The readable name of an input that is named by its short name. */
function readable({ names }: PreparedStudy['bound'], name: string): string {
  for (const variables of names.variables.values())
    for (const variable of variables) if (shortNameOf(names, variable) === name) return variable.name;
  return name;
}

/** What would reverse each policy's effect on the first outcome, in the widest ranges of the study. */
function flipsPart(prepared: PreparedStudy): readonly FlipSearch[] {
  const { study, bound } = prepared;
  const ranges = bound.ranges.has('wide') ? 'wide' : [...bound.ranges.keys()][0];
  const outcome = study.notes.groups[0]?.total ?? study.outcomes.find(({ headline }) => headline)?.id;
  if (ranges === undefined || outcome === undefined) return [];
  return study.scenarios
    .filter(({ id, secondary }) => id !== bound.baseline.definition.id && !secondary)
    .flatMap(({ id }) => {
      const found = flipPoints(prepared, { scenario: id, outcome, ranges });
      return found.ok ? [found.value] : [];
    });
}

function correctionsPart(opened: PreparedStudy, { corrections }: PreparedStudy): Assurance['corrections'] {
  return [...(opened.offered?.corrections.values() ?? [])]
    .filter(({ id }) => !corrections.includes(id))
    .flatMap(({ id, title, status }) => {
      const corrected = correctStudy(opened, [...corrections, id]);
      return corrected.ok ? [{ id, title, status, effects: policyEffects(corrected.value) }] : [];
    });
}
