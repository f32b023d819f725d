import { DEAD_BAND } from '@weir/figures';
import { shortNumber } from '../../components/short-number.js';
import type { Varied } from './question.js';
import type { Flips } from './use-flips.js';

interface Props {
  readonly flips: Flips;
  readonly varied: readonly Varied[];
  readonly policy: string;
  readonly baseline: string;
}

/** What single changes would turn the policy's effect around. */
export function FlipPoints({ flips, varied, policy, baseline }: Props) {
  const { question, found, runs, effect } = flips;
  const isSmall = Math.abs(effect) <= DEAD_BAND;
  const { outcome } = question;
  if (found === undefined)
    return (
      <p className="notice">
        {policy} and {baseline} do not differ in {outcome.short}, so that there is nothing to turn around.
      </p>
    );
  const turning = found
    .flatMap((one, at) => {
      const constant = varied[at];
      return one.kind === 'changes' && constant !== undefined ? [{ constant, at: one.at }] : [];
    })
    .sort((one, other) => distance(one) - distance(other));
  return (
    <>
      <p>
        {turning.length === 0
          ? `No constant on its own turns the effect of ${policy} on ${outcome.short} around within its range.`
          : `In this model, ${turning.length} of ${found.length} constants, each on its own, turn the effect of ${policy} on ${outcome.short} around within their ranges.`}
      </p>
      {isSmall ? (
        <p className="notice" role="note">
          The effect is smaller than half a percent to begin with, so that small changes turn it.
        </p>
      ) : null}
      {turning.length === 0 ? null : (
        <ul className="flips">
          {turning.map(({ constant, at }) => (
            <li key={constant.name}>
              If <strong>{constant.label}</strong> is about {shortNumber(at)} rather than{' '}
              {shortNumber(constant.start)}
              {constant.unit === '1' || constant.unit === '' ? '' : ` ${constant.unit}`} (tried:{' '}
              {shortNumber(constant.low)} to {shortNumber(constant.high)}), the direction against {baseline}{' '}
              turns.
            </li>
          ))}
        </ul>
      )}
      <p className="small muted">
        {runs} runs. One constant at a time; several changed together may turn it sooner. Corrections of the
        model turn some effects, too: see Trust.
      </p>
    </>
  );
}

function distance({ constant, at }: { readonly constant: Varied; readonly at: number }): number {
  return Math.abs(at - constant.start) / (constant.high - constant.low);
}
