import { useState } from 'react';
import { LineChart } from '../../components/chart/line-chart.js';
import { Figure } from '../../components/figure.js';
import type { PolicyLook } from '../../components/policy-look.js';
import { shortNumber } from '../../components/short-number.js';
import { swing } from './tornado.js';
import type { Sweep } from './use-sweep.js';

interface Props {
  readonly sweep: Sweep;
  readonly sentence: string;
  readonly unit: string;
  readonly method: string;
  readonly look: PolicyLook;
}

/** The answer as one constant goes through its range. */
export function Curves({ sweep, sentence, unit, method, look }: Props) {
  const ordered = sweep.curves.toSorted((one, other) => swing(other) - swing(one));
  const [wanted, setWanted] = useState(ordered[0]?.constant.name);
  const curve = ordered.find(({ constant }) => constant.name === wanted) ?? ordered[0];
  if (curve === undefined) return <p>No constant of these ranges can be varied.</p>;
  const { constant, values, answers } = curve;
  const title = `${sentence} as ${constant.label} goes from ${shortNumber(constant.low)} to ${shortNumber(constant.high)}`;
  return (
    <>
      <label>
        Constant{' '}
        <select value={constant.name} onChange={(event) => setWanted(event.target.value)}>
          {ordered.map(({ constant: one }) => (
            <option key={one.name} value={one.name}>
              {one.label}
            </option>
          ))}
        </select>
      </label>
      <Figure
        title={title}
        subtitle={`${unit}; the value in the model is ${shortNumber(constant.start)} ${constant.unit === '1' ? '' : constant.unit}`}
        summary=""
        table={{
          id: 'curve',
          caption: title,
          columns: [
            { key: 'value', label: constant.label },
            { key: 'answer', label: unit },
          ],
          rows: values.map((value, at) => [
            { value, shown: shortNumber(value) },
            { value: answers[at] ?? Number.NaN, shown: shortNumber(answers[at] ?? Number.NaN) },
          ]),
        }}
        fileName={`curve-${constant.name}`}
        method={method}
        heading="h2"
      >
        <LineChart
          label={title}
          data={{
            lines: [{ id: 'curve', label: '', look, times: values, values: answers }],
            marks: [{ time: constant.start, label: 'in the model' }],
            measure: 'difference',
            timeLabel: constant.label,
            formatTime: shortNumber,
            formatValue: shortNumber,
          }}
        />
      </Figure>
    </>
  );
}
