import { useState } from 'react';
import { useLab } from '../lab-context.js';

/** The content note of a first visit; never a gate. */
export function Welcome() {
  const { study, open } = useLab();
  const [isOpen, setOpen] = useState(true);
  if (!isOpen || study.contentNote === undefined) return null;
  return (
    <aside className="welcome" aria-label="About the content">
      <p>{study.contentNote}</p>
      <p className="buttons">
        <button type="button" className="quiet" onClick={() => open('help')}>
          Get help
        </button>
        <button type="button" className="quiet" onClick={() => setOpen(false)}>
          Close
        </button>
      </p>
    </aside>
  );
}
