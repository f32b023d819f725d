import { type ConfidenceResult, defectsOf, failsAtDefects } from '@weir/study';

/** The outcome of a test as one word or two. */
export function outcomeWord(result: ConfidenceResult): string {
  return failsAtDefects(result) ? 'failed, documented' : result.outcome;
}

/** Published defects that a test came upon, as `D13, A1`; empty for none. */
export function defectWords(result: ConfidenceResult): string {
  return defectsOf(result).join(', ');
}

/** How many tests passed and failed, in a sentence. */
export function countWords(results: readonly ConfidenceResult[]): string {
  const count = (holds: (one: ConfidenceResult) => boolean) => results.filter(holds).length;
  const passed = count(({ outcome }) => outcome === 'passed');
  const documented = count(failsAtDefects);
  const failed = count(({ outcome }) => outcome === 'failed') - documented;
  const without = count(({ outcome }) => outcome === 'not applicable');
  const parts = [
    `${passed} passed`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(documented > 0 ? [`${documented} failed at published defects that the file documents`] : []),
    ...(without > 0 ? [`${without} not applicable`] : []),
  ];
  return `${results.length} confidence ${results.length === 1 ? 'test' : 'tests'}: ${parts.join(', ')}.`;
}

/** A number with up to six significant digits. */
export function numberWords(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(6))) : String(value);
}
