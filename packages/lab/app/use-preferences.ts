import { useEffect } from 'react';
import type { Preferences } from './preferences.js';

/** Puts preferences on the page's root, where the styles read them. */
export function usePreferences({ theme, motion }: Preferences): void {
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset.theme = theme;
    dataset.motion = motion;
  }, [theme, motion]);
}
