import { type ComparisonDocument, type RunDocument, type Study, settingText } from '@weir/study';

/** What was asked for beside scenarios, as flags of the command line. */
function flags(document: ComparisonDocument, study: Study): string {
  const { settings, corrections } = document;
  return [
    corrections.length === 0 ? '' : ` --corrections ${corrections.join(',')}`,
    ...ownSettings(document, study),
    settings.begin === undefined ? '' : ` --begin ${settings.begin}`,
    settings.from === undefined ? '' : ` --from ${settings.from}`,
    ` --until ${settings.until}`,
    ` --method ${settings.method}`,
    ` --dt ${settings.dt}`,
    settings.seed === undefined ? '' : ` --seed ${settings.seed}`,
  ].join('');
}

/** What a person set beside the scenarios: what the baseline's run has and its scenario does not say. */
function ownSettings(document: ComparisonDocument, study: Study): readonly string[] {
  const run = document.runs.find(({ scenario }) => scenario === document.baseline);
  const scenario = study.scenarios.find(({ id }) => id === document.baseline);
  if (run === undefined) return [];
  const own = new Map([...(scenario?.set ?? [])].map(([name, value]) => [name.toLowerCase(), value]));
  return [
    ...Object.entries(run.inputs)
      .filter(([name, value]) => own.get(name.toLowerCase()) !== value)
      .map(([name, value]) => ` --set ${quoted(`${name}=${value}`)}`),
    ...changeFlags(run),
    ...Object.entries(run.tables ?? {}).map(
      ([name, { file, column }]) => ` --table ${quoted(`${name}=${file}:${column}`)}`,
    ),
  ];
}

function changeFlags({ changes = {} }: RunDocument): readonly string[] {
  return Object.entries(changes).flatMap(([name, own]) =>
    own.map((change) => ` --set ${quoted(`${name}=${settingText(change)}`)}`),
  );
}

/** A word of a command line, in quotes where it has to be. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** The command that gives one scenario's numbers in full digits. */
export function runCommand(document: ComparisonDocument, study: Study, scenario: string): string {
  return `npx weir run ${document.model} --scenario ${scenario}${flags(document, study)} --format json`;
}

/** The command that gives the whole comparison. */
export function compareCommand(document: ComparisonDocument, study: Study): string {
  const scenarios = document.runs.map((run) => run.scenario).join(',');
  return `npx weir compare ${document.model} --scenarios ${scenarios}${flags(document, study)} --format json`;
}
