import type { SourceText } from '../source/source-text.js';
import { sourceText } from '../source/source-text.js';

/** Parts of a small XMILE file; what a test leaves out is filled with something sound. */
export interface FileParts {
  readonly header?: string;
  readonly specs?: string;
  /** What stands between `<sim_specs>` and `<model>`, such as `<model_units>`. */
  readonly extra?: string;
  readonly variables?: string;
  readonly views?: string;
}

/** A sound run specification. */
export const SPECS = '<sim_specs time_units="month"><start>0</start><stop>10</stop><dt>0.5</dt></sim_specs>';

/** A small XMILE file. */
export function xmileFile(parts: FileParts = {}): SourceText {
  const text = `<?xml version="1.0" encoding="utf-8"?>
<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0">
${parts.header ?? '<header><vendor>Weir</vendor><product version="0.1">Weir</product><name>Test</name></header>'}
${parts.specs ?? SPECS}
${parts.extra ?? ''}
<model>
<variables>
${parts.variables ?? ''}
</variables>
${parts.views ?? ''}
</model>
</xmile>
`;
  return sourceText('test.xmile', text);
}

/** A file of auxiliaries: names with equations, in XML text. */
export function auxiliaries(equations: Readonly<Record<string, string>>): SourceText {
  const variables = Object.entries(equations).map(
    ([name, equation]) => `<aux name="${name}"><eqn>${equation}</eqn></aux>`,
  );
  return xmileFile({ variables: variables.join('\n') });
}

/** A stock with one inflow and one outflow, in XML text. */
export const TANK = `<stock name="Tank"><eqn>100</eqn><inflow>filling</inflow><outflow>draining</outflow><units>litre</units></stock>
<flow name="filling"><eqn>5</eqn><units>litre/month</units></flow>
<flow name="draining"><eqn>Tank / residence_time</eqn><units>litre/month</units></flow>
<aux name="residence time"><eqn>20</eqn><units>month</units></aux>`;
