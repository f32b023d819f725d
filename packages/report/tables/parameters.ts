import { type DataTable, fixed } from '@weir/figures';
import { canonicalName, displayName, type Variable } from '@weir/model';
import type { ReportData } from '../input/report-data.js';

/** The model's variable that a scenario sets by short name or by its own name. */
function variableOf(data: ReportData, name: string): Variable | undefined {
  const key = canonicalName(name);
  const written = [...data.results.study.variables].find(([short]) => canonicalName(short) === key)?.[1];
  return data.model.variables.get(canonicalName(written ?? name));
}

/** A parameter's readable name. */
export function parameterLabel(data: ReportData, name: string): string {
  return variableOf(data, name)?.name ?? displayName(name);
}

/** A parameter's value in the model, where it is a plain number. */
export function parameterDefault(data: ReportData, name: string): number | undefined {
  const variable = variableOf(data, name);
  if (variable === undefined || variable.kind === 'graphical') return undefined;
  return variable.equation.kind === 'number' ? variable.equation.value : undefined;
}

/** A parameter's value with the digits it was given. */
export function parameterText(value: number): string {
  const decimals = String(value).split('.')[1]?.length ?? 0;
  return fixed(value, decimals);
}

/** What each policy changes, with the model's own values: a row a policy and parameter. */
export function parameterTable(data: ReportData): DataTable {
  return {
    id: 'parameters',
    caption: 'Value under the policy, and the value of the model itself',
    columns: [
      { key: 'policy', label: 'Policy' },
      { key: 'parameter', label: 'Parameter' },
      { key: 'name', label: 'Name in the study' },
      { key: 'value', label: 'Value' },
      { key: 'default', label: 'Default in the model' },
    ],
    rows: data.results.policies.flatMap((policy) =>
      [...policy.scenario.set].map(([name, value]) => {
        const standard = parameterDefault(data, name);
        return [
          policy.scenario.short,
          parameterLabel(data, name),
          name,
          { value, shown: parameterText(value) },
          standard === undefined ? 'computed' : { value: standard, shown: parameterText(standard) },
        ];
      }),
    ),
  };
}
