import type { Diagnostic, Place } from '@weir/model';
import type { Paint } from './paint.js';
import { hang } from './wrap.js';

const WORDS = { error: 'Error', warning: 'Warning', note: 'Note' } as const;

/**
 * A diagnostic for people: what, where with the line and a caret under the place, and what to try.
 *
 * @param sourceOf - The text of a file that a place names, or undefined where it cannot be had.
 */
export function diagnosticText(
  diagnostic: Diagnostic,
  sourceOf: (file: string) => string | undefined,
  paint: Paint,
  width: number,
): string {
  const lines = [...hang(`${WORDS[diagnostic.severity]}: ${diagnostic.message}`, width, 2)];
  const { place } = diagnostic;
  if (place !== undefined) {
    const about = diagnostic.variable === undefined ? '' : `, at ${diagnostic.variable}`;
    lines.push(`  ${place.file}:${place.line}:${place.column}${about}`);
    const written = sourceOf(place.file)?.split(/\r\n|\n|\r/)[place.line - 1];
    if (written !== undefined && written.trim() !== '') lines.push(...excerpt(written, place, width));
  }
  if (diagnostic.hint !== undefined)
    lines.push(...hang(`Try: ${diagnostic.hint}`, width - 2, 5).map((line) => `  ${line}`));
  const [first = '', ...rest] = lines;
  const painted = diagnostic.severity === 'error' ? paint.red(first) : paint.yellow(first);
  return `${[painted, ...rest].join('\n')}\n`;
}

function excerpt(written: string, place: Place, width: number): readonly string[] {
  const margin = `  ${place.line} | `;
  const room = width - margin.length;
  const from = written.length <= room ? 0 : Math.max(0, place.column - 1 - Math.floor(room / 2));
  const shown = written.slice(from, from + room).replace(/\p{Cc}/gu, ' ');
  const column = Math.min(place.column - 1 - from, room - 1);
  const length = Math.max(1, Math.min(place.length, shown.length - column));
  return [margin + shown, `${' '.repeat(margin.length - 2)}| ${' '.repeat(column)}${'^'.repeat(length)}`];
}
