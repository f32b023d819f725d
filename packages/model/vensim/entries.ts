import type { Findings } from '../source/findings.js';
import type { Span } from '../source/source-text.js';
import { endOfComment, endOfQuoted } from './braces.js';

/** One `equation ~ units ~ comment ~ flags |` of a Vensim file, or the line that opens or closes a macro. */
export type Entry =
  | { readonly kind: 'definition'; readonly equation: Span; readonly units: Span; readonly comment: Span }
  | { readonly kind: 'macro'; readonly header: Span }
  | { readonly kind: 'macro-end'; readonly span: Span };

const BLANK = /\s*/y;
/** The rows of stars around the name of a group. */
const GROUP = /\*{3,}[^*~]*(?:\*{3,}\s*~?)?/y;
const MACRO = /:MACRO:/iy;
const MACRO_END = /:END\s+OF\s+MACRO:/iy;
const ALONE = /[ \t]*(?:[\r\n]|$)/y;
/** How what follows the end of a definition may begin. */
const NEXT = /^(?:$|[*{]|:(?:MACRO|END|THE|TEST)|[^=~|]*(?:=|~))/i;

/**
 * Divides the equations of a Vensim file into entries. Groups and what stands between entries are passed over.
 *
 * A comment may hold anything: a `|` ends it only where the line ends too, or where what follows reads like another
 * entry.
 *
 * @errors vensim-unfinished, equation-comment.
 */
export function entries(findings: Findings, { start, end }: Span): readonly Entry[] {
  const { text } = findings.source;
  const found: Entry[] = [];
  for (let at = skipBlank(findings, start, end); at < end; at = skipBlank(findings, at, end)) {
    const group = matchAt(GROUP, text, at);
    if (group !== undefined) {
      at = endOfRemark(text, group, end) + 1;
      continue;
    }
    const macroEnd = matchAt(MACRO_END, text, at);
    if (macroEnd !== undefined) {
      found.push({ kind: 'macro-end', span: { start: at, end: macroEnd } });
      at = macroEnd;
      continue;
    }
    const macro = matchAt(MACRO, text, at);
    if (macro !== undefined) {
      const close = nextMark(text, macro, end, ')');
      const header = { start: macro, end: Math.min(close + 1, end) };
      found.push({ kind: 'macro', header });
      at = header.end;
      continue;
    }
    const entry = definition(findings, at, end);
    if (entry.kind === 'definition') found.push(entry);
    at = entry.next;
  }
  return found;
}

function definition(
  findings: Findings,
  start: number,
  end: number,
): (Extract<Entry, { kind: 'definition' }> | { readonly kind: 'none' }) & { readonly next: number } {
  const { text } = findings.source;
  const equationEnd = endOfEquation(findings, start, end);
  const equation = { start, end: equationEnd };
  const none = { start: equationEnd, end: equationEnd };
  if (text[equationEnd] === '|')
    return { kind: 'definition', equation, units: none, comment: none, next: equationEnd + 1 };
  if (equationEnd >= end) return unfinished(findings, start, end);
  let unitsEnd = equationEnd + 1;
  while (unitsEnd < end && text[unitsEnd] !== '~' && text[unitsEnd] !== '|') unitsEnd += 1;
  if (unitsEnd >= end) return unfinished(findings, start, end);
  const units = { start: equationEnd + 1, end: unitsEnd };
  if (text[unitsEnd] !== '~')
    return { kind: 'definition', equation, units, comment: none, next: unitsEnd + 1 };
  const commentEnd = endOfRemark(text, unitsEnd + 1, end);
  if (commentEnd >= end) return unfinished(findings, start, end);
  const comment = { start: unitsEnd + 1, end: commentEnd };
  return { kind: 'definition', equation, units, comment, next: commentEnd + 1 };
}

function unfinished(
  findings: Findings,
  start: number,
  end: number,
): { readonly kind: 'none'; readonly next: number } {
  findings.error(
    'vensim-unfinished',
    { start, end: Math.min(firstLineEnd(findings.source.text, start), end) },
    'The file ends within this equation: no `|` closes it.',
    { hint: 'End it with `~~|`, or get a whole copy of the file.' },
  );
  return { kind: 'none', next: end };
}

/** Offset of the `~` or `|` after an equation; quoted names and comments may hold either. */
function endOfEquation(findings: Findings, start: number, end: number): number {
  const { text } = findings.source;
  let at = start;
  while (at < end) {
    const mark = text[at];
    if (mark === '~' || mark === '|') return at;
    if (mark === '"') at = endOfQuoted(text, at, end) ?? at + 1;
    else if (mark === '{') at = endOfComment(text, at, end) ?? unclosedComment(findings, at, end);
    else at += 1;
  }
  return end;
}

/** Offset of the `|` after a comment. */
function endOfRemark(text: string, start: number, end: number): number {
  for (let at = nextMark(text, start, end, '|'); at < end; at = nextMark(text, at + 1, end, '|')) {
    if (text.slice(start, at).trim() === '') return at;
    const rest = text.slice(at + 1, nextMark(text, at + 1, end, '|'));
    const alone = matchAt(ALONE, text, at + 1) !== undefined;
    if ((alone || rest.includes('~')) && NEXT.test(rest.trimStart())) return at;
  }
  return end;
}

function skipBlank(findings: Findings, start: number, end: number): number {
  const { text } = findings.source;
  let at = start;
  while (at < end) {
    at = matchAt(BLANK, text, at) ?? at;
    if (text[at] !== '{' || at >= end) return at;
    at = endOfComment(text, at, end) ?? unclosedComment(findings, at, end);
  }
  return at;
}

function unclosedComment(findings: Findings, start: number, end: number): number {
  findings.error('equation-comment', { start, end: start + 1 }, 'This `{` is never closed.', {
    hint: 'Add `}` at the end of the comment.',
  });
  return end;
}

function nextMark(text: string, from: number, end: number, mark: string): number {
  const found = text.indexOf(mark, from);
  return found < 0 || found > end ? end : found;
}

function matchAt(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function firstLineEnd(text: string, start: number): number {
  const rest = text.slice(start, start + 200).search(/[\r\n]/);
  return rest < 0 ? text.length : start + rest;
}
