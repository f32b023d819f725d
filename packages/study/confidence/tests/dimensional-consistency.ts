import { checkUnits, withoutAllowed } from '@weir/model';
import { type ConfidenceTest, counted, judged, notApplicable } from '../confidence-test.js';

/** Whether units balance in every equation. */
export const dimensionalConsistency: ConfidenceTest = {
  id: 'dimensional-consistency',
  title: 'Units balance in every equation',
  family: 'structure',
  limits: 'Factors without a unit, and numbers written into equations, are not seen.',
  source: 'Forrester and Senge 1980, dimensional consistency',
  run(context) {
    const { model } = context;
    const variables = [...model.variables.values()].filter(({ hidden }) => hidden !== true);
    const declared = variables.filter(({ units }) => units !== undefined).length;
    if (declared === 0) return notApplicable('The model declares no units.');
    const slips = withoutAllowed(model, checkUnits(model)).kept;
    const places = slips.map(({ variable, place, message }) => ({
      message,
      documented: [],
      fails: true,
      ...(variable === undefined ? {} : { variable }),
      ...(place === undefined ? {} : { place }),
    }));
    return judged(places, {
      done: 'The unit of each equation was set against the declared one, and flows against their stocks.',
      found: slips.length === 0 ? 'All units balance.' : `${counted(slips.length, 'slip')} in units.`,
      numbers: [
        { label: 'variables', value: variables.length },
        { label: 'variables with a declared unit', value: declared },
      ],
    });
  },
};
