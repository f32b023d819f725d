import type { ModuleInstance } from '../model-file.js';
import type { CanonicalName } from '../names/canonical-name.js';
import { canonicalName, displayName } from '../names/canonical-name.js';
import type { XmlElement } from '../xml/xml-element.js';
import { attributeOf, childNamed, childrenNamed, textOf } from '../xml/xml-element.js';
import type { Reading } from './reading.js';

/**
 * The modules of a model: where other models stand in it, and what feeds their inputs.
 *
 * @errors missing-name, duplicate-name; `unsupported-module` and `unsupported-array` through `reading.unsupported`.
 * @source OASIS XMILE 1.0, 3.7.4 and 4.7; isee systems for `<connect2>` and `model_name`.
 */
export function readModules(reading: Reading, section: XmlElement): readonly ModuleInstance[] {
  const { findings, unsupported } = reading;
  const modules: ModuleInstance[] = [];
  const taken = new Set<CanonicalName>();
  for (const element of childrenNamed(section, 'module')) {
    const written = attributeOf(element, 'name')?.trim() ?? '';
    const key = canonicalName(written);
    if (key === '') {
      findings.error('missing-name', element.startTag, 'This `<module>` has no name.', {
        hint: 'Write `<module name="...">`.',
      });
      continue;
    }
    const name = displayName(written);
    if (taken.has(key)) {
      findings.error('duplicate-name', element.startTag, `There is another module \`${name}\`.`, {
        variable: name,
        hint: 'Rename one of them.',
      });
      continue;
    }
    taken.add(key);
    if (attributeOf(element, 'resource') !== undefined) unsupported.note('module', element.startTag, written);
    if ((childNamed(element, 'dimensions')?.children.length ?? 0) > 0)
      unsupported.note('array', element.startTag, written);
    const model = attributeOf(element, 'model') ?? attributeOf(element, 'isee:model') ?? written;
    const doc = childNamed(element, 'doc');
    const documentation = doc && textOf(findings.source, doc).text.trim();
    modules.push({
      written,
      name,
      key,
      model: canonicalName(model),
      connections: connectionsOf(element),
      span: element.span,
      ...(documentation === undefined || documentation === '' ? {} : { documentation }),
    });
  }
  return modules;
}

/** Stella repeats each `<connect>` as `<connect2>`; a file may have either alone. */
function connectionsOf(element: XmlElement): ModuleInstance['connections'] {
  const connects = childrenNamed(element, 'connect');
  return (connects.length > 0 ? connects : childrenNamed(element, 'connect2')).flatMap((connect) => {
    const from = attributeOf(connect, 'from')?.trim() ?? '';
    const to = attributeOf(connect, 'to')?.trim() ?? '';
    return from === '' || to === '' ? [] : [{ from, to, span: connect.span }];
  });
}
