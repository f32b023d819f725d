import { javascript, lower, type Slot } from '@weir/engine';
import type { Variable } from '@weir/model';
import type { BoundOutcome } from '../../study-file/bound-study.js';
import { type Behavior, restBehavior, runBehavior } from '../behavior.js';
import type { ConfidenceContext } from '../confidence-context.js';
import type { ConfidencePlace } from '../confidence-result.js';
import { type ConfidenceTest, counted, judged, notApplicable, shown } from '../confidence-test.js';
import { inOtherUnits, scaleOf, type UnitChange } from '../in-other-units.js';
import { solverOf } from '../machines.js';

/** How many of the new unit make one of the old. */
const FACTOR = 100;
/** Largest relative difference from an exact rescaling. */
const TOLERANCE = 1e-6;

/** Whether results stay the same quantities when a unit of measurement is changed. */
export const unitScale: ConfidenceTest = {
  id: 'unit-scale',
  title: 'Results do not depend on the units of measurement',
  family: 'structure',
  limits:
    'A constant of exactly 1 is taken to be without a source of its own. Where 1 is what was measured, the finding shows only how much rests on it. What rests on the time unit (rates of 1 per time unit, numbers in time functions) is told, not failed.',
  source: 'Dimensional homogeneity (Fourier, Buckingham 1914), run as a test; Sterman 2000, chapter 21',
  run(context) {
    const units = context.units();
    const known = context.constants().flatMap(({ variable }) => units.of(variable.key) ?? []);
    const time = [...(units.time?.keys() ?? [])][0];
    const named = [...new Set(known.flatMap((dimension) => [...dimension.keys()]))];
    const bases = [...named.filter((unit) => unit !== time), ...named.filter((unit) => unit === time)];
    if (bases.length === 0) return notApplicable('No constant has a unit.');
    if ([...context.model.variables.values()].some(({ kind }) => kind === 'graphical'))
      return notApplicable('The model calls graphs by name, whose axes have no unit.');
    const base = context.behaviorWith(context.baseInputs);
    if (base.status === 'failed') return notApplicable(`The baseline breaks off: ${base.reason}`);
    const places: ConfidencePlace[] = [];
    const told = new Set<Variable>();
    let neutrals = 0;
    for (const unit of bases) {
      const change: UnitChange = { unit, factor: FACTOR };
      const name = units.print(new Map([[unit, 1]]));
      const whole = offAfter(context, base, change);
      if (whole !== undefined && whole.off > TOLERANCE) {
        const message = `Counted in hundredths of ${name}, with every constant converted, \`${whole.name}\` is ${shown(whole.became)} where it should be ${shown(whole.expected)}: a number in some equation has a unit.`;
        places.push(context.atSlot(whole.slot, message, unit !== time));
        continue;
      }
      for (const { variable, definition, value } of context.constants()) {
        const dimension = units.of(variable.key);
        if (Math.abs(value) !== 1 || dimension === undefined || !dimension.has(unit)) continue;
        neutrals += 1;
        // One finding a constant, in the first unit it ties.
        if (told.has(definition)) continue;
        const held = offAfter(context, base, { ...change, held: new Set<Variable>([definition]) });
        if (held === undefined || held.off <= TOLERANCE) continue;
        const isRate = dimension.size === 1 && unit === time;
        const became = `\`${held.name}\` would be ${shown(held.became)} instead of ${shown(held.expected)}`;
        const message = isRate
          ? `\`${variable.name}\` is 1 ${units.print(dimension)}: a time of one ${name}. Were it a number without a unit, then with time in hundredths of ${name} ${became}.`
          : `\`${variable.name}\` is 1 ${units.print(dimension)}: it makes units balance, and results rest on it. Were ${name} counted in hundredths and this number still 1, ${became}.`;
        told.add(definition);
        places.push(context.at(definition, message, !isRate));
      }
    }
    const failing = places.filter(({ fails }) => fails).length;
    const names = bases.map((unit) => units.print(new Map([[unit, 1]]))).join(', ');
    return judged(places, {
      done: `For each unit (${names}), constants, initial values, graphs and times were converted to hundredths of it, and outcomes compared (${context.behaviorWords}). Then each constant of exactly 1 was left unconverted in turn.`,
      found:
        failing === 0
          ? 'Outcomes stay the same quantities.'
          : `${counted(failing, 'place')} where results depend on the unit of measurement.`,
      numbers: [
        { label: 'units', value: bases.length },
        { label: 'constants of exactly 1, unit by unit', value: neutrals },
        { label: 'that results rest on', value: places.length },
      ],
    });
  },
};

interface Off {
  readonly name: string;
  readonly slot: Slot;
  readonly became: number;
  readonly expected: number;
  /** Relative difference of the two. */
  readonly off: number;
}

/**
 * How far an outcome is from what the change of unit asks for: the outcome that tests look at, or where that is right
 * the one that is furthest off. Nothing where there is no result.
 */
function offAfter(
  context: ConfidenceContext,
  base: Behavior & { readonly status: 'ok' },
  change: UnitChange,
): Off | undefined {
  const after = behaviorAfter(context, change);
  if (after === undefined) return undefined;
  const all = context.prepared.bound.outcomes.flatMap(
    (outcome) => offOf(context, base, after, outcome, change) ?? [],
  );
  const headline = context.headline()?.variable.slot;
  const first = all.find(({ slot, off }) => slot === headline && off > TOLERANCE);
  return first ?? all.toSorted((one, other) => other.off - one.off)[0];
}

function offOf(
  context: ConfidenceContext,
  base: Behavior & { readonly status: 'ok' },
  after: Behavior & { readonly status: 'ok' },
  { definition, variable }: BoundOutcome,
  change: UnitChange,
): Off | undefined {
  const { slot } = variable;
  const moments = [...base.times.keys()];
  const size = Math.max(...moments.map((moment) => Math.abs(base.value(slot, moment))));
  if (!(size > 0)) return undefined;
  const scale = scaleOf(context.units().of(variable.key), change);
  const became = (moment: number) => after.value(slot, moment) / scale;
  const gap = (moment: number) => Math.abs(became(moment) - base.value(slot, moment)) / size;
  const at = moments.reduce((worst, moment) => (gap(moment) > gap(worst) ? moment : worst), 0);
  return { name: definition.label, slot, became: became(at), expected: base.value(slot, at), off: gap(at) };
}

function behaviorAfter(
  context: ConfidenceContext,
  change: UnitChange,
): (Behavior & { readonly status: 'ok' }) | undefined {
  const units = context.units();
  const lowered = lower(inOtherUnits(context.model, units, change));
  if (!lowered.ok) return undefined;
  const executable = javascript(lowered.value);
  const { program } = context.prepared;
  const inputs = context.baseInputs.map(({ slot, value }) => {
    const key = program.variables[slot]?.key;
    return { slot, value: value * scaleOf(key === undefined ? undefined : units.of(key), change) };
  });
  const time = scaleOf(units.time, change);
  const solver = context.rest() === undefined ? undefined : solverOf(executable);
  const settings = context.fileSettings;
  const behavior =
    solver === undefined
      ? runBehavior(executable, inputs, {
          ...settings,
          dt: settings.dt * time,
          stop: { kind: 'time', time: program.stop * time },
          saveEvery: settings.saveEvery * time,
        })
      : restBehavior(solver, inputs);
  return behavior.status === 'ok' ? behavior : undefined;
}
