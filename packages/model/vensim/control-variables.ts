import type { WrittenExpression } from '../equation/expression.js';
import type { FileMethod, SimulationSpecs } from '../model.js';
import type { CanonicalName } from '../names/canonical-name.js';
import { canonicalName } from '../names/canonical-name.js';
import type { Findings } from '../source/findings.js';
import { printUnits } from '../units/print-units.js';
import { constantsOf } from './constant-value.js';
import type { Draft } from './drafts.js';

const START = canonicalName('INITIAL TIME');
const STOP = canonicalName('FINAL TIME');
const STEP = canonicalName('TIME STEP');
const SAVE = canonicalName('SAVEPER');

/** The variables that hold the run specification. */
export const CONTROL_VARIABLES: ReadonlySet<CanonicalName> = new Set([START, STOP, STEP, SAVE]);

/** What stands for a control variable in the equations of others: the clock itself. */
const CLOCK: ReadonlyMap<CanonicalName, string> = new Map([
  [START, 'STARTTIME'],
  [STOP, 'STOPTIME'],
  [STEP, 'DT'],
]);

/**
 * The run specification, from the control variables.
 *
 * @returns The specification, or `undefined` with errors in `findings`.
 * @errors vensim-control, bad-dt, bad-time-span.
 */
export function readControls(
  findings: Findings,
  drafts: readonly Draft[],
  methods: readonly FileMethod[],
): SimulationSpecs | undefined {
  const byKey = new Map(drafts.map((draft) => [draft.variable.key, draft.variable]));
  const constants = constantsOf(drafts);
  const numberOf = (key: CanonicalName, name: string): number | undefined => {
    const variable = byKey.get(key);
    if (variable === undefined) {
      findings.error('vensim-control', { start: 0, end: 0 }, `The model has no \`${name}\`.`, {
        hint: `Add \`${name} = \` with a number.`,
      });
      return undefined;
    }
    const value = constants.of(key);
    if (value !== undefined && Number.isFinite(value)) return value;
    findings.error('vensim-control', variable.span, `\`${name}\` is not constant; a run needs a number.`, {
      variable: variable.name,
      hint: 'Write a number, or an arithmetic expression of constants.',
    });
    return undefined;
  };
  const start = numberOf(START, 'INITIAL TIME');
  const stop = numberOf(STOP, 'FINAL TIME');
  const dt = numberOf(STEP, 'TIME STEP');
  const saveStep = byKey.has(SAVE) ? numberOf(SAVE, 'SAVEPER') : undefined;
  const positive = (key: CanonicalName, name: string, value: number | undefined): boolean => {
    if (value === undefined || value > 0) return true;
    const span = byKey.get(key)?.span ?? { start: 0, end: 0 };
    findings.error('bad-dt', span, `\`${name}\` is ${value}; it must be above 0.`);
    return false;
  };
  const sound = positive(STEP, 'TIME STEP', dt) && positive(SAVE, 'SAVEPER', saveStep);
  if (start === undefined || stop === undefined || dt === undefined || !sound) return undefined;
  if (stop <= start) {
    findings.error(
      'bad-time-span',
      byKey.get(STOP)?.span ?? { start: 0, end: 0 },
      `The run stops at ${stop}, which is not after its start at ${start}.`,
      { hint: 'Make `FINAL TIME` larger than `INITIAL TIME`.' },
    );
    return undefined;
  }
  const units = [STEP, STOP, START, SAVE]
    .map((key) => byKey.get(key)?.units)
    .find((unit) => unit !== undefined);
  return {
    start,
    stop,
    dt,
    methods,
    timeUnits: units === undefined ? '' : printUnits(units),
    ...(saveStep === undefined ? {} : { saveStep }),
  };
}

/** The drafts with control variables reading the clock, so that equations see the time step of the run itself. */
export function readClock(drafts: readonly Draft[]): readonly Draft[] {
  return drafts.map((draft) => {
    const written = CLOCK.get(draft.variable.key);
    const [part] = draft.variable.parts;
    if (written === undefined || part === undefined) return draft;
    const expression: WrittenExpression = {
      kind: 'call',
      written,
      key: canonicalName(written),
      arguments: [],
      span: part.expression?.span ?? part.span,
    };
    return { ...draft, variable: { ...draft.variable, parts: [{ ...part, expression }] } };
  });
}
