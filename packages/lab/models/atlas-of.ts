import { layOut, type Scene, viewTitle } from '@weir/figures';
import {
  type CanonicalName,
  causesOf,
  feedbackLoops,
  type Model,
  printExpression,
  printUnits,
  symbolicPolarity,
  usesOf,
  type Variable,
} from '@weir/model';
import { type PreparedStudy, shortNameOf } from '@weir/study';
import type { Atlas, AtlasVariable, AtlasView } from './atlas.js';
import { equationParts } from './equation-parts.js';
import { madeView } from './made-view.js';

/** Loops beyond which a shortest independent set is shown instead. */
const LOOP_LIMITS = { loops: 200, work: 500_000 };

/** Everything there is to see of a prepared study's model. */
export function atlasOf(prepared: PreparedStudy): Atlas {
  const { model } = prepared;
  const { loops, set } = feedbackLoops(model, { polarity: symbolicPolarity(model), limits: LOOP_LIMITS });
  return {
    views: viewsOf(model),
    variables: [...model.variables.values()]
      .filter(({ hidden }) => hidden !== true)
      .map((variable) => variableOf(prepared, variable)),
    loops: loops.map(({ variables, polarity }) => ({ variables: variables.map(({ key }) => key), polarity })),
    loopSet: set,
  };
}

function viewsOf(model: Model): readonly AtlasView[] {
  const drawn = model.views.filter(({ items }) => items.length > 0);
  if (drawn.length === 0) {
    return [
      { title: 'All variables', isMade: true, scene: rounded(layOut(model, madeView(model), new Map())) },
    ];
  }
  return drawn.map((view, at) => ({
    title: viewTitle(view) ?? `View ${at + 1}`,
    isMade: false,
    scene: rounded(layOut(model, view, new Map())),
  }));
}

/** A scene with places to a thousandth of a unit, and without what drawing it does not need: it travels lighter. */
function rounded(scene: Scene): Scene {
  const links = scene.links.map((link) => ({ ...link, curve: { ...link.curve, samples: [] } }));
  return JSON.parse(
    JSON.stringify({ ...scene, links }, (_, value: unknown) =>
      typeof value === 'number' ? Math.round(value * 1000) / 1000 : value,
    ),
  );
}

function variableOf({ model, program, bound }: PreparedStudy, variable: Variable): AtlasVariable {
  const { key, name, kind, units, documentation = '' } = variable;
  const slot = program.slotOf.get(key);
  const own = slot === undefined ? undefined : program.variables[slot];
  const graph = variable.kind === 'stock' ? undefined : variable.graph;
  return {
    key,
    name,
    short: own === undefined ? name : shortNameOf(bound.names, own),
    kind,
    isConstant: own?.timing === 'constant',
    unit: units === undefined ? '' : printUnits(units),
    documentation,
    equation:
      variable.kind === 'graphical' ? [] : equationParts(printExpression(variable.equation), namesIn(model)),
    inflows: variable.kind === 'stock' ? variable.inflows.map((flow) => flow.key) : [],
    outflows: variable.kind === 'stock' ? variable.outflows.map((flow) => flow.key) : [],
    causes: distinct(causesOf(model, key).map((link) => link.variable.key)),
    uses: distinct(usesOf(model, key).map((link) => link.variable.key)),
    ...(graph === undefined ? {} : { graph: { x: graph.x, y: graph.y } }),
  };
}

function namesIn(model: Model): (key: CanonicalName) => boolean {
  return (key) => model.variables.has(key);
}

function distinct(keys: readonly CanonicalName[]): readonly CanonicalName[] {
  return [...new Set(keys)];
}
