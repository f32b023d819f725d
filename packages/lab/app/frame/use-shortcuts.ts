import { useEffect } from 'react';
import { firstPolicy, policyLabel } from '../../models/draft.js';
import type { Lab } from '../lab-context.js';
import { VIEWS } from '../views.js';

/** Single keys: 1 to 7 for views, p to pin, ? for the list. Undo and redo with the usual keys. */
export function useShortcuts(lab: Lab): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target) || event.altKey) return;
      if (event.ctrlKey || event.metaKey) {
        if (event.key.toLowerCase() !== 'z') return;
        event.preventDefault();
        if (event.shiftKey) lab.redo();
        else lab.undo();
        return;
      }
      if (!lab.preferences.shortcuts || document.querySelector('dialog[open]') !== null) return;
      const view = VIEWS[Number(event.key) - 1];
      if (view !== undefined) lab.dispatch({ kind: 'view', view: view.view });
      else if (event.key === 'p') {
        const draft = lab.state.draft ?? firstPolicy(lab.study);
        lab.dispatch({ kind: 'pin', pin: { ...draft, name: policyLabel(lab.study, draft) } });
      } else if (event.key === '?') lab.open('display');
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [lab]);
}

/** Whether keys go into a field. A checkbox or a slider takes no letters, but keeps its own keys. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, select, textarea, [contenteditable]') !== null
  );
}
