import type { Span } from '../source/source-text.js';

/** One object of a sketch: its numbers and names, in Vensim's order, and the text on the line below where it has one. */
export interface SketchObject {
  /** 1 arrow, 10 variable, 11 valve, 12 comment or cloud. */
  readonly type: number;
  readonly fields: readonly string[];
  readonly below?: string;
}

/** A sketch before it is understood. */
export interface SketchLines {
  readonly name: string;
  readonly objects: readonly SketchObject[];
}

const OBJECT = /^([0-9]{1,2}),/;
/** Place of the bits of a box among its fields; the third says that its text stands on the line below. */
const BITS = 8;
const TEXT_BELOW = 4;

/** Divides one sketch of a Vensim file into objects. What is none is passed over: nothing computed depends on it. */
export function sketchLines(text: string, section: Span): SketchLines {
  const lines = text.slice(section.start, section.end).split(/\r\n|\r|\n/);
  const objects: SketchObject[] = [];
  let name = '';
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.startsWith('*')) name = line.slice(1).trim();
    const type = OBJECT.exec(line)?.[1];
    if (type === undefined) continue;
    const fields = splitFields(line);
    const below =
      type === '12' && (Number(fields[BITS]) & TEXT_BELOW) !== 0 ? lines[at + 1]?.trim() : undefined;
    if (below !== undefined) at += 1;
    objects.push({ type: Number(type), fields, ...(below === undefined ? {} : { below }) });
  }
  return { name, objects };
}

/** Fields between commas; a field in quotes may hold commas. */
function splitFields(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)("(?:[^"\\]|\\.)*"(?=,|$)|[^,]*)/g)].map((match) => match[1] ?? '');
}
