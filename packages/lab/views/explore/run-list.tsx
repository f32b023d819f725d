import { useState } from 'react';
import { PinButton } from '../../app/frame/pin-button.js';
import { useLab } from '../../app/lab-context.js';
import { draftLook, pinLook, scenarioLook } from '../../components/policy-look.js';
import { Swatch } from '../../components/swatch.js';
import { firstPolicy, policyLabel, scenarioNamed } from '../../models/draft.js';

/** How long the state before stands when the last change is replayed. */
const REPLAY_MILLISECONDS = 900;

/** The runs that are drawn, and what can be done with them. */
export function RunList() {
  const { study, state, dispatch, undo, redo, canUndo, announce } = useLab();
  const [isReplaying, setReplaying] = useState(false);
  const draft = state.draft ?? firstPolicy(study);
  const replay = (): void => {
    setReplaying(true);
    undo();
    announce('Before the last change');
    setTimeout(() => {
      redo();
      setReplaying(false);
      announce('After the last change');
    }, REPLAY_MILLISECONDS);
  };
  return (
    <section className="run-list" aria-label="Runs">
      <ul>
        <li>
          <Swatch look={scenarioLook(study, study.baseline)} /> {scenarioNamed(study, study.baseline)?.label}
        </li>
        <li>
          <Swatch look={draftLook(study, draft)} /> Draft: {policyLabel(study, draft)}
        </li>
        {state.pins.map((pin, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pins have no name of their own but their place.
          <li key={`pin ${place}`}>
            <Swatch look={pinLook(place)} /> Pin {place + 1}: {policyLabel(study, pin)}{' '}
            <button
              type="button"
              aria-label={`Remove pin ${place + 1}`}
              onClick={() => dispatch({ kind: 'unpin', place })}
            >
              Remove
            </button>
          </li>
        ))}
      </ul>
      <p className="buttons">
        <PinButton />
        <button type="button" disabled={!canUndo || isReplaying} onClick={replay}>
          Replay last change
        </button>
      </p>
    </section>
  );
}
