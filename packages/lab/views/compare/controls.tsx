import { useLab } from '../../app/lab-context.js';
import { HorizonChoice } from '../../components/horizon-choice.js';
import { OutcomeChoice } from './outcome-choice.js';

const DRAWS = [100, 200, 500, 1_000];

/** When outcomes are read, what is varied, and how often. */
export function Controls() {
  const { study, state, dispatch } = useLab();
  const draws = [...new Set([...DRAWS, state.draws])].sort((a, b) => a - b);
  return (
    <div className="controls">
      <HorizonChoice />
      <label>
        Ranges{' '}
        <select
          value={state.ranges}
          onChange={({ target }) => dispatch({ kind: 'ranges', ranges: target.value })}
        >
          {study.ranges.map((ranges) => (
            <option key={ranges.id} value={ranges.id}>
              {ranges.label}
            </option>
          ))}
        </select>
      </label>
      <label>
        Draws{' '}
        <select
          value={state.draws}
          onChange={({ target }) => dispatch({ kind: 'draws', draws: Number(target.value) })}
        >
          {draws.map((count) => (
            <option key={count} value={count}>
              {count}
            </option>
          ))}
        </select>
      </label>
      <OutcomeChoice />
    </div>
  );
}
