import type { Outcome } from '../source/diagnostic.js';
import { reached, refused } from '../source/diagnostic.js';
import { finding } from '../source/findings.js';
import type { SourceText } from '../source/source-text.js';
import { readXml } from '../xml/read-xml.js';
import type { XmlElement } from '../xml/xml-element.js';

/**
 * Reads one file as XML whose outermost element is `<xmile>`.
 *
 * @errors Those of {@link readXml}; not-xmile.
 */
export function readXmileElement(source: SourceText): Outcome<XmlElement> {
  const xml = readXml(source);
  if (!xml.ok || xml.value.name === 'xmile') return xml.ok ? reached(xml.value) : xml;
  const { name, startTag } = xml.value;
  const message = `The file's outermost element is \`<${name}>\`, not \`<xmile>\`.`;
  const hint =
    name === 'html' ? 'This is a web page; download the file itself.' : 'Weir reads XMILE 1.0 files.';
  return refused([finding(source, 'error', 'not-xmile', startTag, message, { hint })]);
}
