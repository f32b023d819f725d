import { MOST_PINS } from '@weir/study';
import { firstPolicy, policyLabel } from '../../models/draft.js';
import { useLab } from '../lab-context.js';

/** Adds the draft to the comparison. */
export function PinButton() {
  const { study, state, dispatch, announce } = useLab();
  const draft = state.draft ?? firstPolicy(study);
  const isFull = state.pins.length >= MOST_PINS;
  return (
    <button
      type="button"
      disabled={isFull}
      title={isFull ? `At most ${MOST_PINS} runs can be pinned.` : 'Add this run to the comparison'}
      onClick={() => {
        const name = `${policyLabel(study, draft)} (pin ${state.pins.length + 1})`.slice(0, 60);
        dispatch({ kind: 'pin', pin: { ...draft, name } });
        announce(`Pinned: ${name}`);
      }}
    >
      Pin run
    </button>
  );
}
