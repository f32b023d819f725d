import type { Header } from '../model.js';
import type { SourceText } from '../source/source-text.js';
import type { XmlElement } from '../xml/xml-element.js';
import { attributeOf, childNamed, textOf } from '../xml/xml-element.js';

/**
 * Who wrote the file, and with what. Missing parts are empty: many files lack some, and nothing computed depends on them.
 *
 * @source OASIS XMILE 1.0, 2.2.
 */
export function readHeader(source: SourceText, root: XmlElement): Header {
  const header = childNamed(root, 'header');
  const text = (parent: XmlElement | undefined, name: string): string | undefined => {
    const child = parent && childNamed(parent, name);
    const trimmed = child && textOf(source, child).text.trim();
    return trimmed === '' ? undefined : trimmed;
  };
  const product = header && childNamed(header, 'product');
  const title = text(header, 'name');
  const documentation = text(header, 'caption') ?? text(header, 'description');
  return {
    vendor: text(header, 'vendor') ?? '',
    product: text(header, 'product') ?? '',
    productVersion: (product && attributeOf(product, 'version')) ?? '',
    ...(title === undefined ? {} : { title }),
    ...(documentation === undefined ? {} : { documentation }),
  };
}
