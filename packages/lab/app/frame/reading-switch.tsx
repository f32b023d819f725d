import { useId } from 'react';
import { readingsOf, withReading } from '../../models/readings.js';
import { useLab } from '../lab-context.js';

/** The questions of reading that are open, as switches that recompute everything. */
export function ReadingSwitch() {
  const { study, state, dispatch } = useLab();
  const id = useId();
  return readingsOf(study.corrections).map((reading, place) => {
    const inForce = reading.answers.find((answer) => state.corrections.includes(answer.id));
    return (
      <span className="reading" key={reading.answers[0]?.id}>
        <label htmlFor={`${id}-${place}`}>Reading</label>
        <select
          id={`${id}-${place}`}
          value={inForce?.id ?? ''}
          onChange={({ target }) =>
            dispatch({
              kind: 'corrections',
              corrections: withReading(
                state.corrections,
                reading,
                target.value === '' ? undefined : target.value,
              ),
            })
          }
        >
          <option value="">as published</option>
          {reading.answers.map((answer) => (
            <option key={answer.id} value={answer.id}>
              {answer.title}
            </option>
          ))}
        </select>
      </span>
    );
  });
}
