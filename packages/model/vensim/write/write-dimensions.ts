import type { Dimension } from '../../model-file.js';
import type { CanonicalName } from '../../names/canonical-name.js';
import { asVensimName } from '../vensim-name.js';
import type { Refusals } from './refusals.js';

/** Names of the variables that say how a Vensim model is run: every model has them. */
const CONTROLS: ReadonlySet<string> = new Set(['initial_time', 'final_time', 'time_step', 'saveper']);

/** The subscript ranges of a model, one entry each. Numbered dimensions are refused: Vensim's elements have names. */
export function writeDimensions(
  dimensions: ReadonlyMap<CanonicalName, Dimension>,
  refusals: Refusals,
): readonly string[] {
  const bySet = new Map([...dimensions.values()].map((dimension) => [setOf(dimension), dimension]));
  return [...dimensions.values()].map((dimension) => {
    const { elements, mappings, span } = dimension;
    if (dimension.numbered)
      refusals.refuse(span, `the numbered elements of \`${dimension.name}\``, 'Give the elements names.');
    if (CONTROLS.has(dimension.key))
      refusals.refuse(span, `a subscript range that is called \`${dimension.name}\``, 'Rename the range.');
    const names = new Map(
      [...dimensions.values()].flatMap((each) =>
        each.elements.map(({ key, written }) => [key, asVensimName(written)]),
      ),
    );
    const printed = mappings.map((mapping) => {
      const members = mapping.elements.map((keys) => {
        const [only] = keys;
        if (keys.length === 1 && only !== undefined) return names.get(only) ?? only;
        const range = bySet.get(JSON.stringify(keys));
        if (range === undefined)
          refusals.refuse(
            span,
            `a mapping of \`${dimension.name}\` to elements that form no range`,
            'Declare a range of them.',
          );
        return range === undefined ? '' : asVensimName(range.written);
      });
      const to = dimensions.get(mapping.to);
      return `(${to === undefined ? mapping.to : asVensimName(to.written)}: ${members.join(', ')})`;
    });
    const list = elements.map(({ written }) => asVensimName(written)).join(', ');
    const arrow = printed.length === 0 ? '' : ` -> ${printed.join(', ')}`;
    return `${asVensimName(dimension.written)}:\n\t${list}${arrow}\n\t~\t\n\t~\t\t|\n`;
  });
}

function setOf({ elements }: Dimension): string {
  return JSON.stringify(elements.map(({ key }) => key));
}
