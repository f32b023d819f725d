import { type ConfidenceResult, type PreparedStudy, WEIR_VERSION } from '@weir/study';
import type { CheckReport } from './check-model.js';
import { placeWords } from './confidence-text.js';
import { countWords, defectWords, numberWords, outcomeWord } from './confidence-words.js';
import { type Block, heading, paragraph } from './document/block.js';
import { reportingMinimum } from './reporting-minimum.js';

/** Findings of one test that the report writes out. */
const WRITTEN_OUT = 40;

/** What a report of a check is made of. */
export interface CheckedModel {
  readonly prepared: PreparedStudy;
  readonly report: CheckReport;
  readonly results: readonly ConfidenceResult[];
  readonly passed: boolean;
  readonly seed: number;
}

/** Title of the report of a check. */
export function reportTitle({ prepared }: CheckedModel): string {
  return `Check of the model: ${prepared.study.title}`;
}

/** The report of a check that a reviewer can attach: what was found, then what is needed to repeat it. */
export function checkReport(checked: CheckedModel): readonly Block[] {
  const { prepared, report, results, passed, seed } = checked;
  const { corrections } = prepared;
  const count = (severity: string) => report.findings.filter((one) => one.severity === severity).length;
  return [
    heading(1, reportTitle(checked)),
    paragraph(
      `${passed ? 'Passed' : 'Failed'}. ${countWords(results)} Structure and practice: ${count('error')} errors, ${count('warning')} warnings, ${count('note')} notes.`,
    ),
    paragraph(
      `Made by Weir ${WEIR_VERSION}, \`weir check ${prepared.study.id}${corrections.length === 0 ? '' : ` --corrections ${corrections.join(',')}`}\`. The tests are those of Forrester and Senge (1980), Barlas (1996) and Sterman (2000, chapter 21) that software can run; what follows them is the reporting minimum of Rahmandad and Sterman (2012). A test that passes does not prove a model right: it has not been shown wrong there.`,
    ),
    heading(2, 'Confidence tests'),
    {
      kind: 'table',
      heads: ['test', 'outcome', 'published defects it came upon', 'found'],
      rows: results.map((result) => [result.title, outcomeWord(result), defectWords(result), result.found]),
    },
    ...results.flatMap(resultBlocks),
    heading(2, 'Structure and practice'),
    report.findings.length === 0
      ? paragraph('No finding.')
      : {
          kind: 'table',
          heads: ['rule', 'severity', 'finding', 'published defects'],
          rows: report.findings.map(({ rule, severity, finding, documented }) => [
            rule,
            severity,
            finding.message,
            documented.join(', '),
          ]),
        },
    ...reportingMinimum(prepared, seed),
  ];
}

function resultBlocks(result: ConfidenceResult): readonly Block[] {
  const { title, id, done, found, numbers, places, limits, source, family } = result;
  const written = places.slice(0, WRITTEN_OUT);
  const rest = places.length - written.length;
  return [
    heading(3, `${title}: ${outcomeWord(result)}`),
    paragraph(`${found} ${done}`),
    ...(written.length === 0
      ? []
      : [
          {
            kind: 'list',
            items: [...written.map(placeWords), ...(rest > 0 ? [`and ${rest} more: \`--format json\``] : [])],
          } as const,
        ]),
    ...(numbers.length === 0
      ? []
      : [
          {
            kind: 'table',
            heads: ['measured', 'value', 'unit'],
            rows: numbers.map(({ label, value, unit }) => [label, numberWords(value), unit ?? '']),
          } as const,
        ]),
    paragraph(`Limits: ${limits} Kind: ${family} test (\`${id}\`). Source: ${source}.`),
  ];
}
