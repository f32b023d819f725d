import { type HtmlChild, type HtmlElement, h } from './element.js';

/** A part of the report with its heading; the id is its anchor. */
export interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly content: readonly HtmlChild[];
}

/** A chapter as a section that carries its heading's name. */
export function chapterSection(chapter: Chapter): HtmlElement {
  const heading = `${chapter.id}-heading`;
  return h(
    'section',
    { id: chapter.id, 'aria-labelledby': heading },
    h('h2', { id: heading }, chapter.title),
    chapter.content,
  );
}

/** A limit that stands beside a result. */
export function limitNote(text: string, label = 'Limit'): HtmlElement {
  return h('p', { class: 'notice' }, h('strong', {}, `${label}: `), text);
}
