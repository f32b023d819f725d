import { useLab } from '../lab-context.js';

/** Which corrections are in force, and the way to their switches. */
export function CorrectionsButton() {
  const { study, state, open } = useLab();
  if (study.corrections.length === 0) return <span className="muted">no corrections offered</span>;
  const { length } = state.corrections;
  const words =
    length === 0 ? 'none: as published' : length <= 3 ? state.corrections.join(', ') : `${length} in force`;
  return (
    <button type="button" className={length === 0 ? '' : 'in-force'} onClick={() => open('corrections')}>
      Corrections: {words}
    </button>
  );
}
