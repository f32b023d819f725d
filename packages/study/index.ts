// @weir/study: study files, scenarios, run identity, execution and stores.

export { applyCorrections } from './correction/apply-corrections.js';
export { chooseCorrections } from './correction/choose-corrections.js';
export { correctStudy } from './correction/correct-study.js';
export type * from './correction/correction.js';
export { correctionsJsonSchema } from './correction/corrections-schema.js';
export { readCorrections } from './correction/read-corrections.js';
export { STUDY_CODES, type StudyCode } from './diagnostic-codes.js';
export type * from './equilibrium/equilibrium-document.js';
export { type EquilibriumRequest, equilibriumOf, equilibriumSolverOf } from './equilibrium/equilibrium-of.js';
export { equilibriumCsv } from './equilibrium/equilibrium-tables.js';
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
export type { NameIndex } from './names/name-index.js';
export { resolveName, shortNameOf } from './names/name-index.js';
export { didYouMean, nearestNames } from './names/nearest-names.js';
export { runId } from './run-id/run-id.js';
export { correctionsColumn } from './store/corrections-column.js';
export type { Cell } from './store/csv.js';
export { csvText } from './store/csv.js';
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
export type * from './study-file/notes.js';
export { NO_NOTES } from './study-file/notes.js';
export { readStudy } from './study-file/read-study.js';
export type * from './study-file/study.js';
export { studyOfModel } from './study-file/study-of-model.js';
export { studyJsonSchema } from './study-file/study-schema.js';
