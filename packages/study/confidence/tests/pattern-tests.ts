import type { Bounds, Criterion } from '../../study-file/patterns.js';
import type { ConfidenceNumber, ConfidencePlace } from '../confidence-result.js';
import { type ConfidenceTest, counted, judged, notApplicable, shown } from '../confidence-test.js';
import { evaluatePattern } from '../patterns/evaluate-pattern.js';
import { PatternRuns } from '../patterns/pattern-runs.js';
import { patternShares } from '../patterns/pattern-shares.js';

/** Whether the model shows the patterns of behavior of its study, at its own values and over parameter sets. */
export const patternTests: ConfidenceTest = {
  id: 'patterns',
  title: 'It shows the patterns of behavior of the study',
  family: 'behavior pattern',
  limits:
    'That a structure gives a pattern does not show that the structure is right. Over parameter sets, parameters vary independently, by the same share each.',
  source: 'Barlas 1989 and 1996, behavior pattern tests; Sterman 2000, chapter 21',
  run(context) {
    const { prepared, settings } = context;
    const { every, tests, sets: varied } = prepared.study.patterns;
    if (tests.length === 0) return notApplicable('The study has no patterns.');
    const runs = new PatternRuns(prepared, [[]], { every });
    const numbers: ConfidenceNumber[] = [{ label: 'patterns', value: tests.length }];
    const shares =
      settings.sets > 0 && varied !== undefined
        ? patternShares(prepared, varied, settings.sets, settings.seed)
        : undefined;
    const keptWords = (id: string) => {
      const kept = shares?.kept.get(id);
      return shares === undefined || kept === undefined
        ? ''
        : ` Kept by ${shown((100 * kept) / shares.sets)} % of the sets.`;
    };
    const places = tests.map((pattern): ConfidencePlace => {
      const place = prepared.study.places?.keys.get(`patterns/tests/${pattern.id}`);
      const found = evaluatePattern(prepared, runs, pattern, 0, false);
      const at = place === undefined ? {} : { place };
      if (!found.ok) {
        const reason = found.diagnostics[0]?.message ?? 'it could not be run';
        return { message: `${pattern.id}: ${reason}`, documented: [], fails: true, ...at };
      }
      const measured = found.value.map(({ criterion, value, holds }) => {
        const words = `${criterionWords(criterion)} = ${shown(value)}`;
        numbers.push({ label: `${pattern.id}: ${criterionWords(criterion)}`, value });
        return holds ? words : `${words} (expected ${boundsWords(criterion.bounds)})`;
      });
      const holds = found.value.every((one) => one.holds);
      const because = holds ? '' : ` Because: ${pattern.because}`;
      return {
        message: `${pattern.id}, ${pattern.title}: ${measured.join('; ')}.${keptWords(pattern.id)}${because}`,
        documented: [],
        fails: !holds,
        ...at,
      };
    });
    const failed = places.filter(({ fails }) => fails).length;
    if (shares !== undefined) {
      for (const [id, kept] of shares.kept)
        numbers.push({ label: `${id}: share of sets that keep it`, value: kept / shares.sets });
      numbers.push({ label: 'share of sets that keep all', value: shares.all / shares.sets });
    }
    const over =
      shares === undefined
        ? ''
        : ` Over ${shares.sets} parameter sets, drawn independently from the ranges \`${varied?.ranges}\` (seed ${settings.seed}), ${shown((100 * shares.all) / shares.sets)} % keep all patterns.`;
    return judged(places, {
      done: `${counted(tests.length, 'pattern')} of the study file were measured on values ${every} apart.`,
      found: `${failed === 0 ? `All ${tests.length} are shown` : `${failed} of ${tests.length} are not shown`} at the values of the file.${over}`,
      numbers,
    });
  },
};

/** What a criterion measures, as in `value at peak`. */
function criterionWords({ measure, at, from, level, comparedWith }: Criterion): string {
  const moment = (one: typeof at) =>
    one === undefined || typeof one === 'number'
      ? String(one)
      : `${one.turn}${one.plus === 0 ? '' : ` + ${one.plus}`}`;
  const crossed = measure.startsWith('first') ? ` ${level}` : '';
  const where = at === undefined ? '' : ` ${measure.startsWith('first') ? 'from' : 'at'} ${moment(at)}`;
  const other = from === undefined ? '' : ` from ${moment(from)}`;
  return `${measure}${crossed}${where}${other}${comparedWith === undefined ? '' : ' as a share of the other run'}`;
}

function boundsWords({ atLeast, atMost }: Bounds): string {
  if (atLeast === undefined) return `at most ${atMost}`;
  return atMost === undefined ? `at least ${atLeast}` : `${atLeast} to ${atMost}`;
}
