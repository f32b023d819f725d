import type { XmlElement } from '../xml/xml-element.js';
import { childrenNamed } from '../xml/xml-element.js';
import type { Feature, Unsupported } from './unsupported.js';

/** Options by which a file says that it uses what Weir lacks (XMILE 1.0, 2.2.1). */
const OPTIONS: ReadonlyMap<string, Feature> = new Map([
  ['uses_conveyor', 'conveyor'],
  ['uses_queue', 'queue'],
  ['uses_event_posters', 'event-poster'],
]);

/**
 * Notes what the file as a whole uses that Weir lacks: declared options and imported files.
 *
 * @source OASIS XMILE 1.0, 2.1 to 2.10.
 */
export function noteOptionalFeatures(root: XmlElement, unsupported: Unsupported): void {
  const within = (names: readonly string[]): readonly XmlElement[] =>
    names.reduce<readonly XmlElement[]>(
      (elements, name) => elements.flatMap((element) => childrenNamed(element, name)),
      [root],
    );
  for (const options of [...within(['options']), ...within(['header', 'options'])])
    for (const option of options.children) {
      const feature = OPTIONS.get(option.name);
      if (feature !== undefined) unsupported.note(feature, option.span);
    }
  for (const imported of within(['data', 'import'])) unsupported.note('import', imported.span);
}
