// @weir/study: study files, scenarios, run identity, execution and stores.

export { auditCsv } from './audit/audit-csv.js';
export type * from './audit/audit-document.js';
export { type AuditOptions, auditFiles, type NamedText } from './audit/audit-files.js';
export type * from './confidence/confidence-result.js';
export { defectsOf, failsAtDefects } from './confidence/confidence-result.js';
export { type ConfidenceOptions, runConfidenceTests } from './confidence/run-confidence-tests.js';
export { applyCorrections } from './correction/apply-corrections.js';
export { chooseCorrections } from './correction/choose-corrections.js';
export { correctStudy } from './correction/correct-study.js';
export type * from './correction/correction.js';
export { correctionsJsonSchema } from './correction/corrections-schema.js';
export { readCorrections } from './correction/read-corrections.js';
export { STUDY_CODES, type StudyCode } from './diagnostic-codes.js';
export { ChunkRunner } from './ensemble/chunk-runner.js';
export type { EnsembleFacts } from './ensemble/ensemble-facts.js';
export type { EnsembleInput } from './ensemble/ensemble-inputs.js';
export { type EnsemblePlan, type EnsembleScenario, planEnsemble } from './ensemble/ensemble-plan.js';
export {
  ENSEMBLE_DESIGNS,
  type EnsembleDesign,
  type EnsembleRequest,
  type EnsembleRuns,
} from './ensemble/ensemble-request.js';
export { drawDesign } from './ensemble/ensemble-rows.js';
export type { OutcomeSpread, ScenarioSummary } from './ensemble/ensemble-summary.js';
export type { OutcomeColumn } from './ensemble/outcome-columns.js';
export { type EnsembleProgress, type EnsembleTables, runEnsemble } from './ensemble/run-ensemble.js';
export type * from './equilibrium/equilibrium-document.js';
export { type EquilibriumRequest, equilibriumOf, equilibriumSolverOf } from './equilibrium/equilibrium-of.js';
export { equilibriumCsv } from './equilibrium/equilibrium-tables.js';
export { checkEvidence } from './evidence/check-evidence.js';
export type * from './evidence/evidence.js';
export { isGap } from './evidence/evidence.js';
export {
  type EvidenceDocument,
  type EvidenceEntryDocument,
  evidenceDocument,
} from './evidence/evidence-document.js';
export { type BoundEvidence, evidenceInForce } from './evidence/evidence-in-force.js';
export { evidenceJsonSchema } from './evidence/evidence-schema.js';
export {
  type Influence,
  type InfluenceRequest,
  type Influences,
  influences,
} from './evidence/influence.js';
export { type ModelConstant, modelConstants } from './evidence/model-constants.js';
export { readEvidence } from './evidence/read-evidence.js';
export { changePercent, compareScenarios } from './execute/compare-scenarios.js';
export { correctionsText } from './execute/corrections-text.js';
export type * from './execute/documents.js';
export type { ExecutionProgress, Executor, Job, OnProgress } from './execute/executor.js';
export { jobOf } from './execute/executor.js';
export { inProcess } from './execute/in-process.js';
export type { CorrectionState, PreparedStudy } from './execute/prepared-study.js';
export { prepareStudy } from './execute/prepared-study.js';
export { publishedRuleNote } from './execute/published-rule-note.js';
export type { RunRequest } from './execute/request.js';
export { runDocument } from './execute/run-document.js';
export { runScenario } from './execute/run-scenario.js';
export { EQUILIBRIUM_CAP, EQUILIBRIUM_TOLERANCE } from './execute/run-settings.js';
export type { ScenarioPlan } from './execute/scenario-plan.js';
export { planScenario } from './execute/scenario-plan.js';
export { WEIR_VERSION } from './execute/version.js';
export type * from './experiment/experiment.js';
export type * from './experiment/experiment-result.js';
export { experimentsJsonSchema } from './experiment/experiments-schema.js';
export { isTimeTake, type PathMeasure, type PathTake, pathMeasure } from './experiment/path-measure.js';
export { readExperiments } from './experiment/read-experiments.js';
export { runExperiment } from './experiment/run-experiment.js';
export { LEAST_EFFECT } from './experiment/run-loops.js';
export { type CorrectionFlip, correctionFlips } from './flip/correction-flips.js';
export { type ConstantFlip, type FlipRequest, type FlipSearch, flipPoints } from './flip/flip-points.js';
export {
  type SearchPoint,
  type SearchRange,
  type SignChange,
  signChanges,
  signSearch,
} from './flip/sign-change.js';
export { compareLevers } from './lever/compare-levers.js';
export type * from './lever/lever.js';
export { leversJsonSchema } from './lever/levers-schema.js';
export { readLevers } from './lever/read-levers.js';
export { type DecodedLink, decodeLink, type IgnoredPart } from './link/decode-link.js';
export { encodeLink, LINK_VERSION } from './link/encode-link.js';
export { fitLink, type LinkTargets } from './link/fit-link.js';
export { LARGEST_SEED, MOST_DRAWS } from './link/link-fields.js';
export { linkRequest } from './link/link-request.js';
export {
  LINK_DEFAULTS,
  LINK_VIEWS,
  type LinkHorizon,
  type LinkPin,
  type LinkScenario,
  type LinkSetting,
  type LinkState,
  type LinkView,
  LONGEST_PIN_NAME,
  MOST_PINS,
} from './link/link-state.js';
export { type Packing, packedLink, unpackedLink } from './link/packed-link.js';
export { type FileTime, type PathSettings, pathSettings } from './link/path-settings.js';
export {
  explainPolicy,
  type OutcomeExplanation,
  type PolicyExplanation,
} from './mechanism/explain-policy.js';
export {
  isLink,
  type Link,
  type LinkSwitch,
  linkSwitches,
  readersOf,
  type SwitchedProgram,
} from './mechanism/link-switches.js';
export type { Mechanism, MechanismLink } from './mechanism/mechanism.js';
export { type PlayerShare, shapleyShares } from './mechanism/shapley-shares.js';
export type * from './model-audit/audit-document.js';
export { auditModel } from './model-audit/audit-model.js';
export type * from './model-audit/findings.js';
export { findingsJsonSchema } from './model-audit/findings-schema.js';
export { type PolicyEffects, policyEffects } from './model-audit/policy-effects.js';
export { readFindings } from './model-audit/read-findings.js';
export { findOutcome, findScenario } from './names/find-in-study.js';
export type { NameIndex } from './names/name-index.js';
export { resolveName, shortNameOf } from './names/name-index.js';
export { didYouMean, nearestNames } from './names/nearest-names.js';
export { runId } from './run-id/run-id.js';
export type * from './scenario/dated-change.js';
export { type DatedProgram, type DatedSlots, datedProgram } from './scenario/dated-program.js';
export { lastingSettings } from './scenario/lasting-settings.js';
export { restProgram } from './scenario/rest-program.js';
export { phaseInText, readPhaseIn, readSetting, settingText } from './scenario/setting-text.js';
export { planSensitivity, type SensitivityPlan } from './sensitivity/plan-sensitivity.js';
export {
  planRobustness,
  type RobustnessPart,
  type RobustnessPlan,
  type RobustnessRequest,
  robustnessOf,
} from './sensitivity/robustness.js';
export { robustnessCsv } from './sensitivity/robustness-csv.js';
export type * from './sensitivity/robustness-document.js';
export { curvesCsv, sensitivityCsv } from './sensitivity/sensitivity-csv.js';
export type * from './sensitivity/sensitivity-document.js';
export {
  METHOD_FACTS,
  type MethodFacts,
  SENSITIVITY_METHODS,
  type SensitivityMethod,
} from './sensitivity/sensitivity-method.js';
export { type Sensitivity, sensitivityOf } from './sensitivity/sensitivity-of.js';
export type { SensitivityRequest } from './sensitivity/sensitivity-request.js';
export { correctionsColumn } from './store/corrections-column.js';
export type { Cell } from './store/csv.js';
export { csvText } from './store/csv.js';
export { delimitedRows } from './store/delimited.js';
export { jsonText } from './store/json.js';
export { runsCsv, seriesCsv } from './store/run-tables.js';
export { asPrinted } from './study-file/as-printed.js';
export { bindStudy } from './study-file/bind-study.js';
export type {
  BoundInput,
  BoundOutcome,
  BoundScenario,
  BoundStopRule,
  BoundStudy,
} from './study-file/bound-study.js';
export type { Claim } from './study-file/claims.js';
export type { Control, ControlGroup } from './study-file/controls.js';
export type * from './study-file/notes.js';
export { NO_NOTES } from './study-file/notes.js';
export type { RangeNumbers, RangeSet, RelativeRule, WrittenRange } from './study-file/ranges.js';
export type { BoundRange, BoundRanges } from './study-file/ranges-bound.js';
export { extentOf } from './study-file/ranges-bound.js';
export { rangesOf } from './study-file/ranges-of.js';
export { readStudy } from './study-file/read-study.js';
export type * from './study-file/study.js';
export { studyOfModel } from './study-file/study-of-model.js';
export { studyJsonSchema } from './study-file/study-schema.js';
export { tabledModel, tableNames } from './time-table/tabled-model.js';
export type * from './time-table/time-table.js';
