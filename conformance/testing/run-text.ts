import type { BackendName } from '@weir/engine';
import { readModel, sourceText } from '@weir/model';
import type { ModelRun } from '../../packages/cli/conformance/run-model.js';
import { runModel } from '../../packages/cli/conformance/run-model.js';

/** How a model made of a few variables is run. */
export interface Specs {
  readonly stop?: number;
  readonly dt?: number | string;
  readonly method?: string;
  /** Attributes of `<sim_specs>`. */
  readonly more?: string;
  /** Elements beside `<model>`. */
  readonly beside?: string;
}

/** An XMILE file with these variables. */
export function xmileText(variables: string, specs: Specs = {}): string {
  const { stop = 4, dt = 1, method = 'euler', more = '', beside = '' } = specs;
  const step = typeof dt === 'number' ? `<dt>${dt}</dt>` : dt;
  return `<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0">
<header><vendor>Test</vendor><product version="1">Test</product></header>
<sim_specs method="${method}" time_units="day" ${more}><start>0</start><stop>${stop}</stop>${step}</sim_specs>
${beside}
<model><variables>${variables}</variables></model>
</xmile>`;
}

/** Auxiliaries, each with its equation. */
export function auxiliaries(equations: Readonly<Record<string, string>>): string {
  return Object.entries(equations)
    .map(
      ([name, equation]) =>
        `<aux name="${name}"><eqn>${equation.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</eqn></aux>`,
    )
    .join('\n');
}

/** A Vensim model with these equations, in days from 0. */
export function vensimText(
  equations: Readonly<Record<string, string>>,
  { stop = 4, dt = 1 }: Specs = {},
): string {
  const all = {
    ...equations,
    'FINAL TIME': `= ${stop}`,
    'INITIAL TIME': '= 0',
    SAVEPER: '= TIME STEP',
    'TIME STEP': `= ${dt}`,
  };
  const lines = Object.entries(all).map(([name, right]) => `${name}${right}\n\t~\tday\n\t~\t\n\t|\n`);
  return `{UTF-8}\n${lines.join('\n')}\n\\\\\\---/// Sketch information - do not modify anything except names\nV300\n*View 1\n///---\\\\\\\n15:0,0,0,0,0,0\n`;
}

/** Reads and runs a text, by its ending; an error is a reason. */
export function runText(text: string, file = 'test.xmile', backend: BackendName = 'javascript'): ModelRun {
  const model = readModel(sourceText(file, text));
  if (!model.ok) {
    const [first] = model.diagnostics.filter(({ severity }) => severity === 'error');
    return { ok: false, reason: first?.message ?? 'refused', code: first?.code ?? 'unknown' };
  }
  return runModel(model.value, backend);
}

/** The columns of a run that must succeed, by canonical name. */
export function columnsOf(run: ModelRun): Readonly<Record<string, readonly number[]>> {
  if (!run.ok) throw new Error(run.reason);
  return Object.fromEntries([...run.table.columns].map(([key, { values }]) => [key, values]));
}
