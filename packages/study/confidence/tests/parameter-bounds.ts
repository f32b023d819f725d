import type { ConfidencePlace } from '../confidence-result.js';
import { type ConfidenceTest, counted, judged, notApplicable, shown } from '../confidence-test.js';
import { scenariosOf } from '../scenario-runs.js';

/** Whether constants and what scenarios set lie within the ranges of the file. */
export const parameterBounds: ConfidenceTest = {
  id: 'parameter-bounds',
  title: 'Values lie within their ranges',
  family: 'structure',
  limits: 'A range says what its author holds possible. Where there is none, nothing is checked.',
  source: 'Forrester and Senge 1980, parameter verification',
  run(context) {
    const constants = context.constants();
    const ranged = constants.filter(
      ({ definition: { range } }) => range?.min !== undefined || range?.max !== undefined,
    );
    if (ranged.length === 0) return notApplicable('The model file gives no range for any constant.');
    const places: ConfidencePlace[] = [];
    const check = (constant: (typeof constants)[number], value: number, where: string) => {
      const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } =
        constant.definition.range ?? {};
      if (value >= min && value <= max) return;
      const name = constant.variable.name;
      // The range belongs to the file: a correction gives its value with reasons of its own.
      const corrected = context.isCorrected(constant.definition);
      places.push(
        context.at(
          constant.definition,
          `\`${name}\` is ${shown(value)}${where}, outside its range of ${shown(min)} to ${shown(max)}${corrected ? ' in the file; a correction says so' : ''}.`,
          !corrected,
        ),
      );
    };
    for (const constant of ranged) check(constant, constant.value, '');
    for (const { id, inputs } of scenariosOf(context))
      for (const { slot, value } of inputs) {
        const constant = ranged.find(({ variable }) => variable.slot === slot);
        if (constant !== undefined) check(constant, value, ` under \`${id}\``);
      }
    return judged(places, {
      done: `The values of ${ranged.length} constants with a range, and what scenarios set them to, were held against the range in the model file.`,
      found:
        places.length === 0
          ? `All lie within; ${counted(constants.length - ranged.length, 'constant')} without a range.`
          : `${counted(places.length, 'value')} outside the range.`,
      numbers: [
        { label: 'constants with a range', value: ranged.length },
        { label: 'constants without', value: constants.length - ranged.length },
      ],
    });
  },
};
