import { wrap } from '../print/wrap.js';

const BEGINS_ANEW = /^(\p{Lu}[\w ]{2,40}(\([a-z ]+\))?:|[-*] )/u;

/**
 * Documentation of a variable as lines: the file's own line breaks are undone, except before blank lines,
 * list items and lines that begin with a label and a colon.
 */
export function meaningLines(documentation: string, width: number): readonly string[] {
  const paragraphs: string[] = [];
  let open = false;
  for (const written of documentation.split(/\r\n|\n|\r/)) {
    const text = written.trim();
    const last = paragraphs.length - 1;
    if (text === '') open = false;
    else if (open && !BEGINS_ANEW.test(text)) paragraphs[last] = `${paragraphs[last] ?? ''} ${text}`;
    else paragraphs.push(text);
    open = text !== '';
  }
  return paragraphs.flatMap((paragraph) => wrap(paragraph, width));
}
