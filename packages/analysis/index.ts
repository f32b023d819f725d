// @weir/analysis: from tables to tables. It knows nothing of models: designs say which runs to make, joins take
// their results back by run id, indices and their assumption reports say what drives an outcome.

// The report beside every index.
export type {
  Assumptions,
  Concern,
  ConcernCode,
  ConvergencePoint,
  RunCount,
  Verdict,
} from './assumptions/concern.js';
export {
  type CorrelationAssumptions,
  correlationAssumptions,
  type FailureBound,
} from './assumptions/correlation-assumptions.js';
export { elasticityAssumptions, sweepAssumptions } from './assumptions/local-assumptions.js';
export type { NonMonotonePair } from './assumptions/non-monotone.js';
export {
  firstOrderAssumptions,
  hsicAssumptions,
  type SampleAssumptions,
} from './assumptions/sample-assumptions.js';
export { type SobolAssumptions, sobolAssumptions } from './assumptions/sobol-assumptions.js';
export {
  effectAssumptions,
  shapleyAssumptions,
  type WalkAssumptions,
} from './assumptions/walk-assumptions.js';
// Designs: runs to be made, keyed by run id.
export type { Annealing } from './design/anneal.js';
export type { Blocks, Design, DesignKind } from './design/design.js';
export {
  type DesignBlock,
  type DesignRows,
  designRows,
  latinStrata,
  type PointDesign,
} from './design/design-rows.js';
export { type GivenRuns, givenDesign } from './design/given-design.js';
export { type HaltonOptions, haltonPoints } from './design/halton.js';
export type { SpearmanTarget } from './design/iman-conover.js';
export type { Experiment, Input } from './design/input.js';
export {
  extendLatinHypercube,
  type LatinHypercubeOptions,
  latinHypercube,
} from './design/latin-hypercube.js';
export { monteCarlo } from './design/monte-carlo.js';
export { morrisTrajectories } from './design/morris.js';
export { localSteps, oneAtATime } from './design/one-at-a-time.js';
export { type ExperimentId, type RunId, readExperimentId, readRunId } from './design/run-id.js';
export { type SaltelliOptions, saltelli } from './design/saltelli.js';
export { shapleyWalks } from './design/shapley-walks.js';
export { type SobolOptions, sobolPoints } from './design/sobol-points.js';
export { SOBOL_DIMENSIONS } from './design/sobol-sequence.js';
// How inputs are spread.
export type { Distribution, Law } from './distributions/distribution.js';
export { lawOf, valueAt } from './distributions/law.js';
// Columns of numbers.
export { column, element, fromColumns, type Matrix } from './numeric/matrix.js';
// Random streams: a number is a function of (seed, purpose, run, draw).
export { type Purpose, type Seed, type Stream, type StreamKey, stream, streamKey } from './random/stream.js';
// Expected failures are values.
export { ANALYSIS_CODES, type AnalysisCode, type Fault, type Result } from './result.js';
// Indices.
export {
  type Correlation,
  type CorrelationOptions,
  type CorrelationReport,
  type CorrelationTest,
  correlations,
  type OutcomeCorrelations,
} from './sensitivity/correlations.js';
export {
  type Elasticity,
  type ElasticityFlag,
  elasticities,
  type OutcomeElasticity,
  type UndefinedElasticity,
} from './sensitivity/elasticity.js';
export {
  type EffectOptions,
  type ElementaryEffects,
  elementaryEffects,
  type OutcomeEffects,
} from './sensitivity/elementary-effects.js';
export {
  type FirstOrder,
  type FirstOrderOptions,
  firstOrderFromData,
  type OutcomeFirstOrder,
} from './sensitivity/first-order.js';
export { type Hsic, type HsicOptions, hsicIndices, type OutcomeHsic } from './sensitivity/hsic.js';
export type { Interval, Undefined, UndefinedReason } from './sensitivity/index-cell.js';
export {
  type Kendall,
  kendallCorrelations,
  type OutcomeKendall,
} from './sensitivity/kendall-correlations.js';
export { type RankResiduals, rankResiduals } from './sensitivity/rank-residuals.js';
export type { Scale } from './sensitivity/regression.js';
export {
  type OutcomeShapley,
  type ShapleyEffect,
  type ShapleyOptions,
  shapleyEffects,
  shapleyOfClosed,
} from './sensitivity/shapley-effects.js';
export type { FirstEstimator, TotalEstimator } from './sensitivity/sobol-estimators.js';
export {
  type OutcomeSobol,
  type Share,
  type SobolIndex,
  type SobolIndexOptions,
  type SobolReport,
  sobolIndices,
} from './sensitivity/sobol-indices.js';
export {
  type OutcomeSweep,
  type SweepFlag,
  type SweepIndex,
  sweepIndices,
  type UndefinedSweep,
} from './sensitivity/sweep-index.js';
// Statistics they need.
export { type BootstrapInterval, type BootstrapOptions, bootstrap } from './statistics/bootstrap.js';
export { type Correction, correct } from './statistics/multiplicity.js';
export { normalCdf, normalQuantile, normalUpper } from './statistics/normal.js';
export { quantileOf } from './statistics/quantile.js';
export { type Ranking, rank } from './statistics/ranks.js';
export { type PValue, studentQuantile, studentTwoSided } from './statistics/student-t.js';
export { wilsonInterval } from './statistics/wilson.js';
// Tables: a design joined with its results by run id.
export type { ForeignFile, ImportPlan, ImportReport } from './table/import-plan.js';
export { importTable } from './table/import-table.js';
export {
  type EchoColumns,
  type EchoMatch,
  type EchoRounding,
  echoAgrees,
  matchByEcho,
  relativeDifference,
} from './table/match-by-echo.js';
export { type PairedChange, pairedDifference } from './table/paired-difference.js';
export type { RunEnd, RunRecord, RunStatus } from './table/run-record.js';
export { type Arrival, joinRuns, type Table } from './table/table.js';
export type { Admission } from './table/usable-runs.js';
