import { DARK, LIGHT } from '@weir/figures';
import { correctionsText } from '@weir/study';
import { answerChapter } from '../chapters/answer.js';
import { changeTheAnswerChapter } from '../chapters/change-the-answer.js';
import { correctionsNote } from '../chapters/corrections-note.js';
import { drivesChapter } from '../chapters/drives.js';
import { experimentsChapter } from '../chapters/experiments.js';
import { figuresChapter } from '../chapters/figures.js';
import { leversChapter } from '../chapters/levers.js';
import { limitsChapter } from '../chapters/limits.js';
import { readingsChapter } from '../chapters/readings.js';
import { reproduceChapter } from '../chapters/reproduce.js';
import { reproductionChapter } from '../chapters/reproduction.js';
import { spotlightChapters } from '../chapters/spotlight.js';
import { trustedChapter } from '../chapters/trusted.js';
import { reportFigures, reportTables } from '../files/report-files.js';
import { type Chapter, chapterSection } from '../html/chapter.js';
import { type HtmlElement, h } from '../html/element.js';
import { renderHtml } from '../html/render.js';
import { type ReportData, reportData } from '../input/report-data.js';
import type { ReportInput } from '../input/report-input.js';
import { pageStyle } from './style.js';

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/**
 * The report as one page that needs nothing else: no script, no request, no font. It opens from disk and
 * prints.
 *
 * @returns A whole HTML document, which is well-formed XML after its first line.
 */
export function reportPage(input: ReportInput): string {
  const data = reportData(input);
  const files = [...reportTables(input), ...reportFigures(input)];
  const [answer, ...rest] = chapters(data, files);
  const page = h(
    'html',
    { lang: 'en' },
    head(data),
    h(
      'body',
      {},
      h('a', { class: 'skip', href: '#answer' }, 'Skip to the answer'),
      masthead(data),
      h(
        'main',
        {},
        answer === undefined ? undefined : chapterSection(answer),
        contents(rest),
        rest.map(chapterSection),
      ),
      footer(data),
    ),
  );
  return `<!DOCTYPE html>\n${renderHtml(page)}\n`;
}

function chapters(data: ReportData, files: Parameters<typeof reproduceChapter>[1]): readonly Chapter[] {
  const readings = readingsChapter(data);
  const experiments = experimentsChapter(data);
  const levers = leversChapter(data);
  return [
    answerChapter(data),
    ...spotlightChapters(data),
    figuresChapter(data),
    ...[drivesChapter(data), changeTheAnswerChapter(data), trustedChapter(data)].filter(
      (chapter) => chapter !== undefined,
    ),
    ...(experiments === undefined ? [] : [experiments]),
    ...(levers === undefined ? [] : [levers]),
    ...(readings === undefined ? [] : [readings]),
    reproductionChapter(data),
    limitsChapter(data),
    reproduceChapter(data, files),
  ];
}

function head(data: ReportData): HtmlElement {
  return h(
    'head',
    {},
    h('meta', { charset: 'utf-8' }),
    h('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'referrer', content: 'no-referrer' }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('link', { rel: 'icon', href: 'data:,' }),
    h('title', {}, `${data.results.study.title}: report`),
    h('style', {}, pageStyle(LIGHT, DARK)),
  );
}

function masthead(data: ReportData): HtmlElement {
  const { document, study } = data.results;
  const corrections = correctionsText(study, document.corrections);
  return h(
    'header',
    {},
    h('p', { class: 'kicker' }, `Model ${document.model}, study ${study.version}, ${corrections}`),
    h('h1', {}, study.title),
    h(
      'p',
      { class: 'question' },
      'In this model, which policies move which outcomes, and how far can that be trusted?',
    ),
    correctionsNote(data),
    data.notes.contentNote === undefined ? undefined : h('p', { class: 'quiet' }, data.notes.contentNote),
  );
}

function contents(rest: readonly Chapter[]): HtmlElement {
  return h(
    'nav',
    { 'aria-label': 'On this page' },
    h('p', { class: 'nav-title' }, 'Also on this page'),
    h(
      'ul',
      {},
      rest.map((chapter) => h('li', {}, h('a', { href: `#${chapter.id}` }, chapter.title))),
    ),
  );
}

function footer(data: ReportData): HtmlElement {
  const { document, study } = data.results;
  return h(
    'footer',
    {},
    h('p', {}, `Made with Weir ${document.weir}. ${document.limits.strip}`),
    h('p', {}, study.citation),
    h('p', {}, 'This page is one file. It loads nothing, stores nothing and sends nothing.'),
  );
}
