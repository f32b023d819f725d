import type { ConfidencePlace } from '../confidence-result.js';
import { type ConfidenceTest, counted, judged, notApplicable } from '../confidence-test.js';
import { evaluateCheck } from '../reality/evaluate-check.js';
import { SituationValues } from '../reality/situation-values.js';

/** The Reality Checks of the study. */
export const realityChecks: ConfidenceTest = {
  id: 'reality-checks',
  title: 'Reality Checks of the study',
  family: 'structure-oriented behavior',
  limits: 'They hold what their authors wrote down. Reasoning may be wrong where the model is right.',
  source: 'Peterson and Eberlein 1994, Reality Check; Barlas 1996',
  run(context) {
    const { prepared } = context;
    const checks = prepared.study.realityChecks;
    if (checks.length === 0) return notApplicable('The study has no Reality Checks.');
    const values = new SituationValues(prepared, context.solver());
    const results = checks.map((check) => evaluateCheck(check, values));
    const places = results.map(({ check, holds, message }): ConfidencePlace => {
      const place = prepared.study.places?.keys.get(`reality_checks/${check.id}`);
      const said = holds
        ? `${check.id}: ${message}`
        : `${check.id} does not hold: ${message} Because: ${check.because}`;
      return { message: said, documented: [], fails: !holds, ...(place === undefined ? {} : { place }) };
    });
    const failed = results.filter(({ holds }) => !holds).length;
    return judged(places, {
      done: `${counted(checks.length, 'statement')} of the study file were evaluated: what is given was set, and the outcome compared.`,
      found: failed === 0 ? `All ${checks.length} hold.` : `${failed} of ${checks.length} do not hold.`,
      numbers: [
        { label: 'Reality Checks', value: checks.length },
        { label: 'that hold', value: checks.length - failed },
      ],
    });
  },
};
