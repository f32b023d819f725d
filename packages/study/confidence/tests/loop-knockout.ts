import type { EquilibriumSolver, Executable, Input } from '@weir/engine';
import { javascript } from '@weir/engine';
import { type Link, type LinkSwitch, linkSwitches } from '../../mechanism/link-switches.js';
import { type Behavior, restBehavior, runBehavior } from '../behavior.js';
import type { ConfidenceContext } from '../confidence-context.js';
import { type ConfidenceTest, counted, judged, notApplicable, shown } from '../confidence-test.js';
import { feedbackAuxiliaries } from '../feedback-auxiliaries.js';
import { solverOf } from '../machines.js';

/** Variables held by default, and findings written out. */
const MOST = 24;
const WRITTEN_OUT = 5;

/** What each feedback does: a variable on a loop is held at its value, and the results are compared. */
export const loopKnockout: ConfidenceTest = {
  id: 'loop-knockout',
  title: 'What changes when a feedback is cut',
  family: 'structure-oriented behavior',
  limits:
    'One variable at a time is held, with all the loops through it. Whether the change is what the real system would do without that feedback is for people who know it to judge: this test tells, and does not fail.',
  source: 'Forrester and Senge 1980, behavior anomaly; Ford 1999, loop knockout',
  run(context) {
    const { program } = context.prepared;
    const all = feedbackAuxiliaries(program);
    const held = context.settings.thorough ? all : all.slice(0, Math.min(MOST, context.affordableRuns()));
    if (held.length === 0) return notApplicable('No auxiliary lies on a feedback loop.');
    const base = context.behaviorWith(context.baseInputs);
    if (base.status === 'failed') return notApplicable(`The baseline breaks off: ${base.reason}`);
    const last = base.times.length - 1;
    const switched = linkSwitches(
      program,
      held.flatMap(({ links }) => links),
    );
    const machine = machineOf(context, javascript(switched.program));
    // At rest a held variable changes nothing by itself: a policy shows what its feedback does.
    const policy = context.rest() === undefined ? undefined : context.policy();
    const inputs = policy?.inputs ?? context.baseInputs;
    const free = machine(inputs);
    if (free.status === 'failed') return notApplicable(`The run breaks off: ${free.reason}`);
    const outcome = context.headline();
    if (outcome === undefined) return notApplicable('The study has no outcome.');
    const { slot } = outcome.variable;
    const results = held.map(({ slot: own, links }) => {
      const at = base.value(own, 0);
      const cut = switched.switches.filter((one) => links.includes(linkOf(links, one)));
      const given = cut.flatMap(({ live, frozen }) => [
        { slot: live, value: 0 },
        { slot: frozen, value: at },
      ]);
      const behavior = machine([...inputs, ...given]);
      return { slot: own, behavior };
    });
    const reference = Math.abs(base.value(slot, last));
    // At rest the one moment; in a run, the moment at which the held model is furthest from the free one.
    const change = (behavior: Behavior) => {
      if (behavior.status === 'failed') return Number.NaN;
      const from = policy === undefined ? free : base;
      const gaps = [...from.times.keys()].map(
        (moment) => behavior.value(slot, moment) - from.value(slot, moment),
      );
      return (100 * gaps.reduce((most, gap) => (Math.abs(gap) > Math.abs(most) ? gap : most), 0)) / reference;
    };
    const usual = change(free);
    const under =
      policy === undefined ? `at time ${shown(base.times[last] ?? Number.NaN)}` : `under \`${policy.id}\``;
    const measured = results.flatMap(({ slot: own, behavior }) =>
      behavior.status === 'failed' ? [] : [{ own, changed: change(behavior) }],
    );
    const broken = results.length - measured.length;
    const largest = measured
      .toSorted((one, other) => Math.abs(other.changed - usual) - Math.abs(one.changed - usual))
      .slice(0, context.settings.thorough ? undefined : WRITTEN_OUT);
    const places = largest.map(({ own, changed }) =>
      context.atSlot(
        own,
        `With \`${context.nameOf(own)}\` held, \`${outcome.definition.label}\` ${policy === undefined ? `differs by up to ${signed(changed)} % from the free run` : `changes by ${signed(changed)} % ${under} instead of ${signed(usual)} %`}.`,
        false,
      ),
    );
    return judged(places, {
      done: `${counted(held.length, 'variable')} of ${all.length} on feedback loops, those that most depends on first, were held one at a time at ${context.rest() === undefined ? 'the value they start with' : 'their value at rest'}, and \`${outcome.definition.label}\` compared ${under}.`,
      found: `${counted(measured.filter(({ changed }) => Math.abs(changed - usual) > 0.01 * Math.max(1, Math.abs(usual))).length, 'feedback')} of ${held.length} matter to it; ${counted(broken, 'cut')} left the model without a result.`,
      numbers: [
        { label: 'variables on feedback loops', value: all.length },
        { label: 'held', value: held.length },
        { label: `change of the outcome with every feedback, percent`, value: usual },
        ...largest.map(({ own, changed }) => ({
          label: `with ${context.nameOf(own)} held, percent`,
          value: changed,
        })),
      ],
    });
  },
};

function signed(value: number): string {
  return `${value > 0 ? '+' : ''}${shown(value)}`;
}

function linkOf(links: readonly Link[], { source, target }: LinkSwitch): Link {
  return links.find((link) => link.source === source && link.target === target) ?? { source, target };
}

type Machine = (inputs: readonly Input[]) => Behavior;

/** Rests or runs of a switched program, as those of the model itself. */
function machineOf(context: ConfidenceContext, executable: Executable): Machine {
  const rest = context.rest();
  const solver: EquilibriumSolver | undefined = rest === undefined ? undefined : solverOf(executable);
  return (inputs) =>
    solver === undefined || rest === undefined
      ? runBehavior(executable, inputs, context.fileSettings)
      : restBehavior(solver, inputs, rest.stocks);
}
