import type { SimulationSpecs } from '../model.js';
import type { WrittenModel } from '../model-file.js';
import type { CanonicalName } from '../names/canonical-name.js';
import { canonicalName, displayName } from '../names/canonical-name.js';
import type { Findings } from '../source/findings.js';
import type { XmlElement } from '../xml/xml-element.js';
import { attributeOf, childNamed, childrenNamed } from '../xml/xml-element.js';
import { readModules } from './modules.js';
import { nonNegativeDefaults } from './non-negative.js';
import type { Reading } from './reading.js';
import { readSimSpecs } from './sim-specs.js';
import { readVariables } from './variables.js';
import { readViews } from './views.js';

/** What stands directly in a `<model>` that keeps its variables there: a dialect of STELLA 10.0. */
const VARIABLES = ['stock', 'flow', 'aux', 'module'];

/** Where the variables of a model stand: in `<variables>` or, in old files, in the model itself. */
export function variablesOf(model: XmlElement): XmlElement | undefined {
  const section = childNamed(model, 'variables');
  if (section !== undefined) return section;
  return model.children.some(({ name }) => VARIABLES.includes(name)) ? model : undefined;
}

/** The models of a file, the root first: the one without a name or, where all have one, the first. */
export function modelsOf(root: XmlElement): readonly XmlElement[] {
  const models = childrenNamed(root, 'model');
  const main =
    models.find((model) => (model.attributes.get('name')?.value.text ?? '').trim() === '') ?? models[0];
  return main === undefined ? [] : [main, ...models.filter((model) => model !== main)];
}

/**
 * One `<model>`: its variables, modules and views.
 *
 * @param rest - What the whole file says: for `<behavior>`.
 * @errors missing-element for a model that modules stand for, and those of its parts.
 * @source OASIS XMILE 1.0, 4 and 5.
 */
export function readModelElement(
  reading: Omit<Reading, 'nonNegative'>,
  model: XmlElement,
  section: XmlElement,
  file: XmlElement,
): WrittenModel {
  const { findings } = reading;
  const within: Reading = { ...reading, nonNegative: nonNegativeDefaults(findings.source, [model, file]) };
  const before = findings.list.length;
  const written = attributeOf(model, 'name')?.trim() ?? '';
  const variables = readVariables(within, section);
  const modules = readModules(within, section);
  const broken = findings.list.slice(before).some(({ severity }) => severity === 'error');
  const known = new Set<CanonicalName>([...variables, ...modules].map(({ key }) => key));
  return {
    name: displayName(written),
    key: canonicalName(written),
    variables,
    modules,
    // In a refused file, a diagram that shows what could not be read would only repeat what has been said.
    views: broken || reading.unsupported.met() ? [] : readViews(findings, known, model),
  };
}

/**
 * The models that modules stand for, by name.
 *
 * @param simulation - The file's run specification, which holds for all of them.
 * @errors missing-name, missing-element, duplicate-name, module-sim-specs.
 */
export function readSubmodels(
  reading: Omit<Reading, 'nonNegative'>,
  models: readonly XmlElement[],
  file: XmlElement,
  simulation: SimulationSpecs | undefined,
): ReadonlyMap<CanonicalName, WrittenModel> {
  const { findings } = reading;
  const submodels = new Map<CanonicalName, WrittenModel>();
  for (const element of models) {
    const name = displayName(attributeOf(element, 'name') ?? '');
    const section = variablesOf(element);
    if (name === '') {
      findings.error('missing-name', element.startTag, 'This second `<model>` has no name.', {
        hint: 'Write `<model name="...">`, as the module that stands for it.',
      });
      continue;
    }
    checkSpecs(findings, element, simulation, name);
    const model =
      section === undefined
        ? { name, key: canonicalName(name), variables: [], modules: [], views: [] }
        : readModelElement({ ...reading, submodel: true }, element, section, file);
    if (submodels.has(model.key))
      findings.error('duplicate-name', element.startTag, `There is another model \`${name}\`.`, {
        hint: 'Rename one of them.',
      });
    submodels.set(model.key, model);
  }
  return submodels;
}

/** One run has one clock: a model inside another may repeat the specification, not change it. */
function checkSpecs(
  findings: Findings,
  model: XmlElement,
  simulation: SimulationSpecs | undefined,
  name: string,
): void {
  const element = childNamed(model, 'sim_specs');
  const specs = element && readSimSpecs(findings, element);
  if (element === undefined || specs === undefined || simulation === undefined) return;
  const same =
    specs.start === simulation.start && specs.stop === simulation.stop && specs.dt === simulation.dt;
  if (!same)
    findings.error(
      'module-sim-specs',
      element.span,
      `The model \`${name}\` has a run specification that differs from that of the file.`,
      {
        variable: name,
        hint: 'Remove it: all modules run together, with the start, stop and DT of the whole.',
      },
    );
}
