import { changeTable, changeValues, decidable, groupChart, levelTable, outcomeNamed } from '@weir/figures';
import type { OutcomeDefinition, Spotlight } from '@weir/study';
import { type Chapter, limitNote } from '../html/chapter.js';
import { type HtmlChild, h } from '../html/element.js';
import { tableDetails } from '../html/table.js';
import type { BoundGroup, ReportData } from '../input/report-data.js';
import { spotlightSentence, spotlightTitle } from '../sentences/spotlight-sentence.js';
import { transposed } from '../tables/transposed.js';

/** A chapter for each outcome that the study puts in the light. */
export function spotlightChapters(data: ReportData): readonly Chapter[] {
  return data.notes.spotlights.flatMap((spotlight) => {
    const outcome = outcomeNamed(data.results, spotlight.outcome);
    return outcome === undefined ? [] : [chapter(data, spotlight, outcome)];
  });
}

function chapter(data: ReportData, spotlight: Spotlight, outcome: OutcomeDefinition): Chapter {
  const group = data.groups.find((one) => one.outcomes.some(({ id }) => id === outcome.id));
  return {
    id: `about-${outcome.id.replace(/_/g, '-')}`,
    title: spotlightTitle(data.results, outcome),
    content: [
      h('p', {}, spotlightSentence(data.results, outcome)),
      h('p', {}, spotlight.reported),
      h('p', {}, spotlight.why, h('span', { class: 'source' }, ` Source: ${spotlight.source}.`)),
      outcome.limit === undefined ? undefined : limitNote(outcome.limit),
      group === undefined ? undefined : groupFigures(data, group, outcome.id),
    ],
  };
}

/** Parts and total side by side, a panel a policy. */
function groupFigures(data: ReportData, group: BoundGroup, key: string): readonly HtmlChild[] {
  const reach = changeValues(data.results, group.outcomes);
  return [
    h('h3', {}, `${group.label}: the parts and the whole, policy by policy`),
    h(
      'div',
      { class: 'panels' },
      decidable(data.results).map((policy) =>
        h(
          'figure',
          { class: 'card' },
          groupChart(data.results, policy, group.outcomes, `group-${key}-${policy.scenario.id}`, reach).node,
        ),
      ),
    ),
    tableDetails([
      transposed(changeTable(data.results, group.outcomes)),
      transposed(levelTable(data.results, group.outcomes)),
    ]),
  ];
}
