import type { Span } from '../source/source-text.js';

/** The three parts of a Vensim file. */
export interface Sections {
  readonly equations: Span;
  /** One for each view, after its line `\\\---/// Sketch information`. */
  readonly sketches: readonly Span[];
  /** After the line `///---\\\`; empty where the file has none. */
  readonly settings: Span;
}

const MARKS = /^(?:\\{2,4}---\/\/\/|\/\/\/---\\\\\\)[^\r\n]*/gm;

/** Divides a Vensim file at its marks: equations, then sketches, then settings. Only the equations are always there. */
export function sections(text: string): Sections {
  const end = text.length;
  const marks = [...text.matchAll(MARKS)].map((mark) => ({
    sketch: mark[0].startsWith('\\'),
    start: mark.index,
    end: mark.index + mark[0].length,
  }));
  const close = marks.findIndex((mark) => !mark.sketch);
  const last = marks[close];
  const sketches = (close < 0 ? marks : marks.slice(0, close)).map((mark, index) => ({
    start: mark.end,
    end: marks[index + 1]?.start ?? end,
  }));
  return {
    equations: { start: 0, end: marks[0]?.start ?? end },
    sketches,
    settings: last === undefined ? { start: end, end } : { start: last.end, end },
  };
}
