import type { Model } from '@weir/model';
import { NO_NOTES } from './notes.js';
import { NO_PATTERNS } from './patterns.js';
import type { RangeSet } from './ranges.js';
import type { OutcomeDefinition, Study } from './study.js';

/** Id of the only scenario of a model without a study: the values of the file. */
const AS_IN_THE_FILE = 'base';

/**
 * The study of a model that has none: every variable is an outcome, stocks in the short table, and the one
 * scenario is the file as it stands. It has no published stop rule and no limits text of its own.
 */
export function studyOfModel(model: Model): Study {
  const ids = new Set<string>();
  const outcomes: OutcomeDefinition[] = [];
  for (const variable of model.variables.values()) {
    if (variable.kind === 'graphical' || variable.hidden === true) continue;
    const id = freeId(slugOf(variable.name), ids);
    ids.add(id);
    outcomes.push({
      id,
      label: variable.name,
      short: variable.name,
      variable: variable.key,
      unit: '',
      kind: 'rate',
      headline: variable.kind === 'stock',
    });
  }
  return {
    id: slugOf(model.name).replaceAll('_', '-'),
    title: model.name,
    version: '',
    citation: '',
    modelFile: model.source.file,
    variables: new Map(),
    outcomes,
    scenarios: [
      {
        id: AS_IN_THE_FILE,
        label: 'As in the model file',
        short: 'as in the file',
        aliases: [],
        summary: 'Every value as the model file gives it.',
        baseline: true,
        secondary: false,
        set: new Map(),
      },
    ],
    stopRules: new Map(),
    ranges: [TWENTY_PERCENT],
    mechanisms: [],
    limits: {
      strip: 'A model without a study file: nothing is stated about its limits or its sources.',
      points: [],
    },
    published: [],
    claims: [],
    realityChecks: [],
    patterns: NO_PATTERNS,
    notes: NO_NOTES,
  };
}

/** What can be said of the ranges of any model: every constant that is not 0, 20 % to either side. */
const TWENTY_PERCENT: RangeSet = {
  id: '20pct',
  label: 'Plus or minus 20 %',
  justification:
    'An assumption: every constant of the model file varies by up to 20 % of its value; constants that are 0 are held.',
  relative: [{ by: 0.2, constants: true, inputs: [], except: [] }],
  inputs: new Map(),
  shares: [],
  hold: [],
};

/** Lower-case letters, digits and underscores, a letter first. */
function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return /^[a-z]/.test(slug) ? slug : `stock_${slug}`.replace(/_$/, '');
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted;
  for (let count = 2; taken.has(id); count += 1) id = `${wanted}_${count}`;
  return id;
}
