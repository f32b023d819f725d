import type { Findings } from '../source/findings.js';
import type { XmlElement } from '../xml/xml-element.js';
import { childNamed, textOf } from '../xml/xml-element.js';

/**
 * Warns of files that xmutil made of Vensim models: it writes ACTIVE INITIAL without its initial value, and INTEGER
 * and MODULO as INT and MOD, which round otherwise.
 *
 * @errors Warns lossy-converter.
 */
export function noteLossyConverter(findings: Findings, root: XmlElement): void {
  const header = childNamed(root, 'header');
  const maker = header?.children.find(
    (child) =>
      (child.name === 'vendor' || child.name === 'product') &&
      /xmutil/i.test(textOf(findings.source, child).text),
  );
  if (maker === undefined) return;
  findings.warning(
    'lossy-converter',
    maker.span,
    'This file was converted from Vensim by xmutil, which loses the initial values of ACTIVE INITIAL and changes how INTEGER and MODULO round.',
    { hint: 'Where there is the `.mdl` file, read that instead.' },
  );
}
