import { correctionsText } from '@weir/study';
import type { Chapter } from '../html/chapter.js';
import { type HtmlElement, h } from '../html/element.js';
import { scrollBox } from '../html/table.js';
import type { ReportData } from '../input/report-data.js';
import { compareCommand, runCommand } from './commands.js';

/** How to get every number again: commands, settings, run ids, files, sources. */
export function reproduceChapter(data: ReportData, files: readonly FileNote[]): Chapter {
  const { document, study, baseline, policies } = data.results;
  const { settings, corrections } = document;
  return {
    id: 'reproduce',
    title: 'How to reproduce each number',
    content: [
      h('p', {}, 'All scenarios at once, in full digits:'),
      command('Command for all scenarios', compareCommand(document, study)),
      h(
        'p',
        {},
        'One scenario at a time. The run id depends on the model, the inputs and the settings, and on nothing else: the same id means the same numbers.',
      ),
      h(
        'dl',
        { class: 'commands' },
        [baseline, ...policies].map(({ scenario, run }) =>
          h(
            'div',
            {},
            h('dt', {}, scenario.label, ' ', h('code', {}, run.run_id)),
            h('dd', {}, command(`Command for ${scenario.label}`, runCommand(document, study, scenario.id))),
          ),
        ),
      ),
      h('h3', {}, 'Settings'),
      h(
        'ul',
        { class: 'prose' },
        h('li', {}, `Weir ${document.weir}, model ${document.model}, study version ${study.version}`),
        h('li', {}, `Method ${settings.method}, time step ${settings.dt}, until ${settings.until}`),
        settings.from === undefined
          ? undefined
          : h('li', {}, 'Stocks start at the point of rest of the baseline'),
        settings.begin === undefined
          ? undefined
          : h('li', {}, `The settings of scenarios begin at ${settings.begin}`),
        h('li', {}, `Equations: ${correctionsText(study, corrections)}`),
      ),
      h('h3', {}, 'Files beside this page'),
      h(
        'ul',
        { class: 'prose files' },
        files.map((file) => h('li', {}, h('code', {}, file.name), `: ${file.what}`)),
      ),
      h('h3', {}, 'Where the model comes from'),
      h('p', {}, study.citation),
      h(
        'p',
        {},
        `The equations, units and notes of all ${data.model.variables.size} variables are in the model file `,
        h('code', {}, study.modelFile),
        '.',
      ),
    ],
  };
}

/** A file that is written beside the page. */
export interface FileNote {
  readonly name: string;
  readonly what: string;
}

function command(name: string, text: string): HtmlElement {
  return scrollBox(name, h('pre', {}, h('code', {}, text)));
}
