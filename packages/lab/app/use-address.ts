import { useEffect, useRef } from 'react';

/**
 * Keeps the address in step with the state: a change of view or of pins is a step to go back over, all else takes the
 * place of the address before. An address that comes from outside, by going back or typing, is handed on.
 *
 * @param link - Fragment without `#`.
 * @param stepKey - What makes a step when it changes.
 */
export function useAddress(link: string, stepKey: string, onForeign: (fragment: string) => void): void {
  const written = useRef<string>(undefined);
  const lastStep = useRef(stepKey);
  const hear = useRef(onForeign);
  hear.current = onForeign;

  useEffect(() => {
    const isStep = written.current !== undefined && lastStep.current !== stepKey;
    lastStep.current = stepKey;
    if (written.current === link) return;
    written.current = link;
    if (location.hash === `#${link}`) return;
    if (isStep) history.pushState(null, '', `#${link}`);
    else history.replaceState(null, '', `#${link}`);
  }, [link, stepKey]);

  useEffect(() => {
    const onChange = () => {
      const fragment = location.hash.slice(1);
      if (fragment === written.current) return;
      written.current = fragment;
      hear.current(fragment);
    };
    addEventListener('popstate', onChange);
    addEventListener('hashchange', onChange);
    return () => {
      removeEventListener('popstate', onChange);
      removeEventListener('hashchange', onChange);
    };
  }, []);
}
