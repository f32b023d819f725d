/** What suits a person's eyes and hands. Kept for this visit; never part of a link and never an undo step. */
export interface Preferences {
  readonly theme: 'system' | 'light' | 'dark';
  readonly motion: 'system' | 'none';
  /** Whether single keys do things. */
  readonly shortcuts: boolean;
  /** Expert: archive names, market words, quantile bands. */
  readonly expert: boolean;
}

/** Preferences of a first visit. */
export const FIRST_PREFERENCES: Preferences = {
  theme: 'system',
  motion: 'system',
  shortcuts: true,
  expert: false,
};
