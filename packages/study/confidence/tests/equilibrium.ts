import { solveEquilibrium } from '@weir/engine';
import { type ConfidenceTest, counted, judged, notApplicable, shown } from '../confidence-test.js';
import { materialChains } from '../material-chains.js';

const PROBES = 6;
const MORE_PROBES = 40;

/** Whether the model comes to rest, how exactly, and at one point only. */
export const equilibriumTest: ConfidenceTest = {
  id: 'equilibrium',
  title: 'It comes to rest, at one point',
  family: 'structure-oriented behavior',
  limits:
    'Starts are spread around the initial values: that none of them ended elsewhere does not prove that there is no other point of rest. More than one fails the test only where the study reads its results at rest.',
  source: 'Barlas 1996; Sterman 2000, chapter 21',
  run(context) {
    const solver = context.solver();
    if (solver === undefined)
      return notApplicable(
        'The model has no points of rest that can be solved for: it depends on TIME, on chance or on earlier values.',
      );
    const probes = context.settings.thorough ? MORE_PROBES : PROBES;
    const { seed } = context.settings;
    const result = solveEquilibrium(solver, context.baseInputs, { probes, seed });
    // Growth, several points and unstable ones are no faults in themselves: where a study reads its results at rest, they are.
    const readAtRest = typeof context.prepared.defaultUntil !== 'number';
    if (result.verdict !== 'ok' && !readAtRest)
      return notApplicable(`The model comes to no rest: ${result.reasons[0] ?? result.verdict}`);
    const isClosed = materialChains(context.prepared.program).some(
      ({ stocks, entering, leaving }) => stocks.length > 1 && entering.length + leaving.length === 0,
    );
    const { verdict, residual, stability, slowestTime, probes: found } = result;
    const others = found?.others.length ?? 0;
    const without = found?.without ?? 0;
    const fails = (message: string, isFailure = true) => ({ message, documented: [], fails: isFailure });
    const places = [
      ...(verdict === 'ok' ? [] : [fails(result.reasons[0] ?? `No point of rest was found (${verdict}).`)]),
      ...(verdict === 'ok' && (stability === 'unstable' || stability === 'neutral')
        ? [fails(`The point of rest is ${stability}.`, readAtRest)]
        : []),
      ...(others > 0
        ? [
            fails(
              `${counted(others, 'other point')} of rest, from ${counted((found?.count ?? 0) - (found?.same ?? 0) - without, 'start')} of ${found?.count}${isClosed ? ': what is in a closed chain of stocks stays there, so other starts rest elsewhere' : ''}.`,
              readAtRest && !isClosed,
            ),
          ]
        : []),
      ...(without > 0
        ? [fails(`${counted(without, 'start')} of ${found?.count} came to no point of rest.`, false)]
        : []),
    ];
    return judged(places, {
      done: `The point of rest of the baseline was solved for from its initial values, and from ${probes} other starts (seed ${seed}).`,
      found:
        verdict === 'ok'
          ? `At rest to ${shown(residual)} of what flows; ${stability}; ${found?.same ?? 0} of ${found?.count ?? 0} other starts end at the same point.`
          : 'No point of rest was found.',
      numbers: [
        { label: 'residual, relative', value: residual },
        ...(slowestTime === undefined || !Number.isFinite(slowestTime)
          ? []
          : [
              {
                label: 'slowest time constant',
                value: slowestTime,
                unit: context.prepared.program.timeUnits,
              },
            ]),
        { label: 'other starts that end at the same point', value: found?.same ?? 0 },
        { label: 'other points', value: others },
      ],
    });
  },
};
