// @weir/report: a study's comparison as one page, and its tables and figures as files beside it.

export { auditMarkdown } from './audit/audit-markdown.js';
export type { ReportFile } from './files/report-files.js';
export { reportFigures, reportTables } from './files/report-files.js';
export type * from './input/assurance.js';
export type * from './input/report-input.js';
export { reportPage } from './page/report-page.js';
export { csv } from './tables/csv.js';
