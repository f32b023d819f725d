import type { ModelFile } from '../model-file.js';
import type { Outcome } from '../source/diagnostic.js';
import { hasErrors, reached, refused } from '../source/diagnostic.js';
import { Findings } from '../source/findings.js';
import type { SourceText } from '../source/source-text.js';
import { laidEndToEnd } from '../source/source-text.js';
import type { XmlElement } from '../xml/xml-element.js';
import { childNamed } from '../xml/xml-element.js';
import { readDimensions } from './dimensions.js';
import { readHeader } from './header.js';
import type { IncludeLoader, XmileFile } from './included-files.js';
import { includedFiles, placedIn } from './included-files.js';
import { noteLossyConverter } from './lossy-converter.js';
import { readMacros } from './macros.js';
import { mergedRoot } from './merged-root.js';
import { readModelUnits } from './model-units.js';
import { modelsOf, readModelElement, readSubmodels, variablesOf } from './models.js';
import { nonNegativeDefaults } from './non-negative.js';
import { noteOptionalFeatures } from './optional-features.js';
import { readSimSpecs } from './sim-specs.js';
import { Unsupported } from './unsupported.js';
import { readXmileElement } from './xmile-element.js';

/**
 * Reads an XMILE file into a model as written, without looking at what its names mean.
 *
 * Optional features that Weir lacks are refused by name, one message each; nothing that bears on values is
 * dropped. All faults of content are collected; a fault of form is the only message.
 *
 * Included files are merged first: the model's `source` then holds all their texts, and places name the right one.
 *
 * @param include - Gets the files that it includes; without it, a file that includes others is refused.
 * @errors Those of {@link readXml} and of each rule in `xmile/`; not-xmile, missing-element.
 * @source OASIS XMILE 1.0.
 */
export function readXmile(source: SourceText, include?: IncludeLoader): Outcome<ModelFile> {
  const xml = readXmileElement(source);
  if (!xml.ok) return xml;
  const files = includedFiles(source, xml.value, include);
  if (!files.ok) return files;
  const whole = laidEndToEnd([source, ...files.value.slice(1).map((file) => file.source)]);
  const findings = new Findings(whole);
  const placed = placedIn(whole, files.value);
  const model = readRoot(findings, mergedRoot(findings, placed), placed);
  return model === undefined || hasErrors(findings.list)
    ? refused(findings.list)
    : reached(model, findings.list);
}

/** @param files - The file itself and those it includes, of which `root` was made. */
function readRoot(findings: Findings, root: XmlElement, files: readonly XmileFile[]): ModelFile | undefined {
  const { source } = findings;
  const unsupported = new Unsupported();
  for (const file of files) noteOptionalFeatures(file.root, unsupported);
  const header = readHeader(source, root);
  const units = readModelUnits(findings, root);
  const dimensions = readDimensions(findings, root);
  const [modelElement, ...others] = modelsOf(root);
  const specs = (modelElement && childNamed(modelElement, 'sim_specs')) ?? childNamed(root, 'sim_specs');
  const simulation = specs && readSimSpecs(findings, specs);
  if (specs === undefined)
    findings.error(
      'missing-element',
      root.startTag,
      'The file has no `<sim_specs>`: it does not say when a run starts and stops.',
      {
        hint: 'Add `<sim_specs><start>0</start><stop>100</stop><dt>1</dt></sim_specs>` before `<model>`.',
      },
    );
  const section = modelElement && variablesOf(modelElement);
  if (section === undefined) {
    const missing = modelElement === undefined ? 'model' : 'variables';
    findings.error('missing-element', (modelElement ?? root).startTag, `The file has no \`<${missing}>\`.`);
  }
  const reading = { findings, unsupported, unitsDeclared: units.length > 0, dimensions, submodel: false };
  const macros = readMacros({ ...reading, nonNegative: nonNegativeDefaults(source, [root]) }, root);
  const model = modelElement && section && readModelElement(reading, modelElement, section, root);
  const submodels = readSubmodels(reading, others, root, simulation);
  unsupported.report(findings);
  if (simulation === undefined || model === undefined || hasErrors(findings.list)) return undefined;
  for (const file of files) noteLossyConverter(findings, file.root);
  return {
    name: header.title ?? baseName(source.file),
    source,
    dialect: 'xmile',
    header,
    simulation,
    units,
    dimensions,
    root: model,
    submodels,
    macros,
  };
}

/** The file's name without folders and ending. */
function baseName(file: string): string {
  return (file.split(/[\\/]/).at(-1) ?? file).replace(/\.[^.]+$/, '');
}
