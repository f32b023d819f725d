import type { ModelFile } from '../model-file.js';
import type { Outcome } from '../source/diagnostic.js';
import { hasErrors, reached, refused } from '../source/diagnostic.js';
import { Findings } from '../source/findings.js';
import type { SourceText } from '../source/source-text.js';
import { readXml } from '../xml/read-xml.js';
import type { XmlElement } from '../xml/xml-element.js';
import { childNamed, childrenNamed } from '../xml/xml-element.js';
import { readDimensions } from './dimensions.js';
import { readHeader } from './header.js';
import { noteLossyConverter } from './lossy-converter.js';
import { readMacros } from './macros.js';
import { readModelUnits } from './model-units.js';
import { readModelElement, readSubmodels, variablesOf } from './models.js';
import { nonNegativeDefaults } from './non-negative.js';
import { noteOptionalFeatures } from './optional-features.js';
import { readSimSpecs } from './sim-specs.js';
import { Unsupported } from './unsupported.js';

/**
 * Reads an XMILE file into a model as written, without looking at what its names mean.
 *
 * Optional features that Weir lacks are refused by name, one message each; nothing that bears on values is
 * dropped. All faults of content are collected; a fault of form is the only message.
 *
 * @errors Those of {@link readXml} and of each rule in `xmile/`; not-xmile, missing-element.
 * @source OASIS XMILE 1.0.
 */
export function readXmile(source: SourceText): Outcome<ModelFile> {
  const xml = readXml(source);
  if (!xml.ok) return xml;
  const root = xml.value;
  const findings = new Findings(source);
  if (root.name !== 'xmile') {
    findings.error(
      'not-xmile',
      root.startTag,
      `The file's outermost element is \`<${root.name}>\`, not \`<xmile>\`.`,
      {
        hint:
          root.name === 'html'
            ? 'This is a web page; download the file itself.'
            : 'Weir reads XMILE 1.0 files.',
      },
    );
    return refused(findings.list);
  }
  const model = readRoot(findings, root);
  return model === undefined || hasErrors(findings.list)
    ? refused(findings.list)
    : reached(model, findings.list);
}

function readRoot(findings: Findings, root: XmlElement): ModelFile | undefined {
  const { source } = findings;
  const unsupported = new Unsupported();
  noteOptionalFeatures(root, unsupported);
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
  noteLossyConverter(findings, root);
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

/** The models of a file, the root first: the one without a name or, where all have one, the first. */
function modelsOf(root: XmlElement): readonly XmlElement[] {
  const models = childrenNamed(root, 'model');
  const main =
    models.find((model) => (model.attributes.get('name')?.value.text ?? '').trim() === '') ?? models[0];
  return main === undefined ? [] : [main, ...models.filter((model) => model !== main)];
}

/** The file's name without folders and ending. */
function baseName(file: string): string {
  return (file.split(/[\\/]/).at(-1) ?? file).replace(/\.[^.]+$/, '');
}
