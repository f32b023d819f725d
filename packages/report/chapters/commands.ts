import type { ComparisonDocument } from '@weir/study';

/** Settings of a document as flags of the command line. */
function flags(document: ComparisonDocument): string {
  const { settings, corrections } = document;
  return [
    corrections.length === 0 ? '' : ` --corrections ${corrections.join(',')}`,
    ` --until ${settings.until}`,
    ` --method ${settings.method}`,
    ` --dt ${settings.dt}`,
  ].join('');
}

/** The command that gives one scenario's numbers in full digits. */
export function runCommand(document: ComparisonDocument, scenario: string): string {
  return `npx weir run ${document.model} --scenario ${scenario}${flags(document)} --format json`;
}

/** The command that gives the whole comparison. */
export function compareCommand(document: ComparisonDocument): string {
  const scenarios = document.runs.map((run) => run.scenario).join(',');
  return `npx weir compare ${document.model} --scenarios ${scenarios}${flags(document)} --format json`;
}
