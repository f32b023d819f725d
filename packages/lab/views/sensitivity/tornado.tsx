import { fixed } from '@weir/figures';
import { Figure } from '../../components/figure.js';
import { shortNumber } from '../../components/short-number.js';
import { Bars } from './bars.js';
import type { Curve, Sweep } from './use-sweep.js';

interface Props {
  readonly sweep: Sweep;
  readonly sentence: string;
  readonly unit: string;
  readonly method: string;
}

const MOST = 15;

/** What each constant moves between the ends of its range, the largest first. */
export function Tornado({ sweep, sentence, unit, method }: Props) {
  const curves = sweep.curves.toSorted((one, other) => swing(other) - swing(one));
  const [first] = curves;
  const title = first === undefined ? sentence : `${sentence}: moved most by ${first.constant.label}`;
  return (
    <Figure
      title={title}
      subtitle={`${unit}, with each constant at either end of its range and all others as they are; the line is the default run`}
      summary={`The ${Math.min(MOST, curves.length)} constants that move it most, of ${curves.length}.`}
      table={{
        id: 'tornado',
        caption: sentence,
        columns: [
          { key: 'constant', label: 'Constant' },
          { key: 'low', label: 'Low end' },
          { key: 'high', label: 'High end' },
          { key: 'at_low', label: 'At the low end' },
          { key: 'at_high', label: 'At the high end' },
        ],
        rows: curves.map(({ constant, answers }) => {
          const [atLow, atHigh] = [answers[0] ?? Number.NaN, answers.at(-1) ?? Number.NaN];
          return [
            constant.label,
            { value: constant.low, shown: shortNumber(constant.low) },
            { value: constant.high, shown: shortNumber(constant.high) },
            { value: atLow, shown: shortNumber(atLow) },
            { value: atHigh, shown: shortNumber(atHigh) },
          ];
        }),
      }}
      fileName="tornado"
      method={method}
      heading="h2"
    >
      <Bars
        rows={curves.slice(0, MOST).map(({ constant, answers }) => ({
          id: constant.name,
          label: constant.label,
          low: answers[0] ?? Number.NaN,
          high: answers.at(-1) ?? Number.NaN,
          ends: [shortNumber(constant.low), shortNumber(constant.high)],
        }))}
        zero={sweep.base}
        label={title}
        formatTick={(value) => fixed(value, Math.abs(value) < 10 && !Number.isInteger(value) ? 1 : 0)}
      />
    </Figure>
  );
}

/** How far a constant moves the answer between the ends of its range. */
export function swing({ answers }: Curve): number {
  const ends = [answers[0], answers.at(-1)].map((end) => end ?? Number.NaN);
  const distance = Math.abs((ends[1] ?? Number.NaN) - (ends[0] ?? Number.NaN));
  return Number.isFinite(distance) ? distance : -1;
}
