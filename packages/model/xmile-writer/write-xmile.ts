import type { ModelFile } from '../model-file.js';
import type { Outcome } from '../source/diagnostic.js';
import { hasErrors, reached, refused } from '../source/diagnostic.js';
import { portableFile } from './portable/portable-file.js';
import {
  writeDimensions,
  writeHeader,
  writeMacro,
  writeModel,
  writeModelUnits,
  writeSimSpecs,
} from './write-sections.js';
import { XmileNotes } from './xmile-notes.js';
import { printXml, xmlNode } from './xml-node.js';

/**
 * Writes a model as an XMILE 1.0 file.
 *
 * A file that was read from XMILE reads back as the same model file, spans apart: what reading keeps, writing
 * says. A Vensim model is first put into terms that any XMILE tool knows; what has none is refused by name.
 *
 * @returns The text of the file, with a warning for each text that XML cannot say to the letter.
 * @errors not-in-xmile; warns xml-character.
 * @source OASIS XMILE 1.0.
 */
export function writeXmile(file: ModelFile): Outcome<string> {
  const portable = portableFile(file);
  if (!portable.ok) return portable;
  const notes = new XmileNotes(file.source);
  const writing = { file: portable.value, notes };
  const { root, submodels, macros, simulation } = portable.value;
  const node = xmlNode(
    'xmile',
    {
      version: '1.0',
      xmlns: 'http://docs.oasis-open.org/xmile/ns/XMILE/v1.0',
      'xmlns:isee': simulation.saveStep === undefined ? undefined : 'http://iseesystems.com/XMILE',
    },
    [
      writeHeader(writing),
      writeSimSpecs(writing),
      ...writeModelUnits(writing),
      ...writeDimensions(writing),
      ...[...macros.values()].map((macro) => writeMacro(writing, macro)),
      writeModel(writing, root, true),
      ...[...submodels.values()].map((model) => writeModel(writing, model, false)),
    ],
  );
  const diagnostics = [...portable.diagnostics, ...notes.list];
  if (hasErrors(diagnostics)) return refused(diagnostics);
  return reached(`<?xml version="1.0" encoding="utf-8"?>\n${printXml(node)}`, diagnostics);
}
