import type { Model } from '../model.js';
import type { Outcome } from '../source/diagnostic.js';
import { hasErrors, reached, refused } from '../source/diagnostic.js';
import { Findings } from '../source/findings.js';
import type { SourceText } from '../source/source-text.js';
import { readXml } from '../xml/read-xml.js';
import type { XmlElement } from '../xml/xml-element.js';
import { childNamed } from '../xml/xml-element.js';
import { readHeader } from './header.js';
import { readModelUnits } from './model-units.js';
import { nonNegativeDefaults } from './non-negative.js';
import { noteOptionalFeatures } from './optional-features.js';
import { readSimSpecs } from './sim-specs.js';
import { Unsupported } from './unsupported.js';
import { readVariables } from './variables.js';
import { readViews } from './views.js';

/**
 * Reads an XMILE file into a model, without looking at what its names mean.
 *
 * Optional features that Weir lacks are refused by name, one message each; nothing that bears on values is
 * dropped. All faults of content are collected; a fault of form is the only message.
 *
 * @errors Those of {@link readXml} and of each rule in `xmile/`; not-xmile, missing-element.
 * @source OASIS XMILE 1.0.
 */
export function readXmile(source: SourceText): Outcome<Model> {
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

function readRoot(findings: Findings, root: XmlElement): Model | undefined {
  const { source } = findings;
  const unsupported = new Unsupported();
  noteOptionalFeatures(root, unsupported);
  const header = readHeader(source, root);
  const units = readModelUnits(findings, root);
  const modelElement = childNamed(root, 'model');
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
  const section = modelElement && childNamed(modelElement, 'variables');
  if (section === undefined) {
    const missing = modelElement === undefined ? 'model' : 'variables';
    const old =
      modelElement?.children.some((child) => child.name === 'stock' || child.name === 'aux') === true;
    findings.error('missing-element', (modelElement ?? root).startTag, `The file has no \`<${missing}>\`.`, {
      hint: old
        ? 'This is the older dialect of STELLA 10.0; open the file in a newer Stella and save it again.'
        : undefined,
    });
  }
  const levels = modelElement === undefined ? [root] : [modelElement, root];
  const reading = {
    findings,
    unsupported,
    nonNegative: nonNegativeDefaults(source, levels),
    unitsDeclared: units.length > 0,
  };
  const variables = section && readVariables(reading, section);
  unsupported.report(findings);
  if (modelElement === undefined || simulation === undefined || variables === undefined) return undefined;
  // In a refused file, a diagram that shows what could not be read would only repeat what has been said.
  if (hasErrors(findings.list)) return undefined;
  return {
    name: header.title ?? baseName(source.file),
    source,
    header,
    simulation,
    units,
    variables,
    views: readViews(findings, variables, modelElement),
  };
}

/** The file's name without folders and ending. */
function baseName(file: string): string {
  return (file.split(/[\\/]/).at(-1) ?? file).replace(/\.[^.]+$/, '');
}
