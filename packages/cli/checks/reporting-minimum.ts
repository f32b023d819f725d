import type { PreparedStudy } from '@weir/study';
import { type VariableEntry, variableEntry } from '../documentation/variable-entry.js';
import { type Block, heading, paragraph } from './document/block.js';

/**
 * What a reader needs to repeat the runs of a model: the model and its version, software, run settings, parameters and
 * initial values with sources, scenarios, outcomes, and every equation with its unit.
 *
 * @source Rahmandad and Sterman 2012, Reporting guidelines for simulation-based research in social sciences, System
 *   Dynamics Review 28(4): minimum requirements for models and simulations.
 */
export function reportingMinimum(prepared: PreparedStudy, seed: number): readonly Block[] {
  const { study, model, program, programHash, corrections } = prepared;
  const entries = [...model.variables.values()]
    .filter(({ hidden }) => hidden !== true)
    .map((variable) => variableEntry(prepared, variable));
  const constants = entries.filter(({ kind }) => kind === 'constant');
  const stocks = entries.filter(({ kind }) => kind === 'stock');
  const { simulation, header } = model;
  const methods = simulation.methods.join(', ') || 'euler';
  return [
    heading(2, 'Model'),
    facts([
      ['Title', study.title],
      ['Version of the study', study.version || 'not stated'],
      ['Work', study.citation || 'not stated'],
      ['Model file', `${study.modelFile} (${header.vendor} ${header.product})`],
      ['Hash of what is computed (SHA-256)', programHash],
      ['Corrections in force', corrections.length === 0 ? 'none: as published' : corrections.join(', ')],
      ['Size', `${stocks.length} stocks, ${entries.length} variables, ${constants.length} of them constants`],
      ['Limits', study.limits.strip],
    ]),
    heading(2, 'Simulation'),
    facts([
      ['Time unit', program.timeUnits || 'not stated'],
      ['Run', `from ${program.start} to ${program.stop}`],
      ['Time step', String(program.dt)],
      ['Method', methods],
      ['Seed of starts and of parameter sets', String(seed)],
      ...[...study.stopRules].map(
        ([id, { description, method, dt }]) =>
          [`Stop rule ${id}`, `${description} (${method}, step ${dt})`] as const,
      ),
    ]),
    heading(2, 'Scenarios'),
    {
      kind: 'table',
      heads: ['scenario', 'what it is', 'sets'],
      rows: study.scenarios.map(({ id, label, baseline, set, changes }) => [
        id,
        `${label}${baseline ? ' (baseline)' : ''}`,
        [
          ...[...set].map(([name, value]) => `${name} = ${value}`),
          ...[...(changes ?? [])].map(([name]) => `${name}, at dates`),
        ].join('; ') || 'nothing',
      ]),
    },
    heading(2, 'Outcomes'),
    {
      kind: 'table',
      heads: ['outcome', 'what it is', 'unit', 'variable'],
      rows: prepared.bound.outcomes.map(({ definition, variable }) => [
        definition.id,
        definition.label,
        definition.unit || '1',
        variable.name,
      ]),
    },
    heading(2, 'Parameters'),
    {
      kind: 'table',
      heads: ['parameter', 'value', 'unit', 'range', 'source'],
      rows: constants.map((entry) => [
        nameOf(entry),
        entry.equation ?? '',
        entry.units || 'none stated',
        rangeWords(entry),
        sourceWords(entry.meaning),
      ]),
    },
    heading(2, 'Initial values'),
    {
      kind: 'table',
      heads: ['stock', 'initial value', 'unit', 'source'],
      rows: stocks.map((entry) => [
        nameOf(entry),
        entry.equation ?? '',
        entry.units || 'none stated',
        sourceWords(entry.meaning),
      ]),
    },
    heading(2, 'Equations'),
    paragraph(
      'Every equation as it is computed; the change of a stock is the sum of its inflows less its outflows.',
    ),
    {
      kind: 'table',
      heads: ['variable', 'kind', 'equation', 'unit'],
      rows: entries
        .filter(({ kind }) => kind !== 'constant')
        .map((entry) => [
          nameOf(entry),
          entry.kind,
          `\`${equationOf(entry)}\``,
          entry.units || 'none stated',
        ]),
    },
  ];
}

function facts(rows: readonly (readonly [string, string])[]): Block {
  return { kind: 'table', heads: ['what', 'as used'], rows };
}

function nameOf({ name, short_name: short }: VariableEntry): string {
  return short === name ? name : `${name} (${short})`;
}

/** A stock by its flows; anything else by its equation. */
function equationOf({ kind, equation, inflows = [], outflows = [], points }: VariableEntry): string {
  if (kind === 'stock') {
    const flows = [...inflows.map((flow) => `+ ${flow}`), ...outflows.map((flow) => `- ${flow}`)].join(' ');
    return `d/dt = ${flows === '' ? '0' : flows.replace(/^\+ /, '')}`;
  }
  if (points === undefined) return equation ?? '';
  const pairs = points.x.map((x, index) => `(${x}, ${points.y[index] ?? ''})`).join(' ');
  return `graph${equation === null ? '' : ` of ${equation}`}: ${pairs}`;
}

function rangeWords({ range }: VariableEntry): string {
  return range === undefined ? '' : `${range.min ?? ''} to ${range.max ?? ''}`;
}

/** The sentence of a documentation that says where a value comes from; what it says of its value otherwise. */
function sourceWords(documentation: string): string {
  const text = documentation.replace(/\s+/g, ' ');
  const source = /\bSource[^:.]*:\s*(.*?)(?=\.\s(?:[A-Z][a-z]+ )?[A-Z]|\.?$)/.exec(text)?.[1];
  return source ?? (text === '' ? 'not documented' : 'no source stated: an assumption of the model');
}
