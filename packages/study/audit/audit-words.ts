import type { JoinKind } from './audit-document.js';

/** Joins in sentences. */
export const JOIN_WORDS: Readonly<Record<JoinKind, string>> = {
  key: 'by key',
  echo: 'by the inputs that results repeat',
  position: 'by position',
};

/** A count with its noun. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Three significant digits are enough for a sentence. */
export const shown = (value: number | null): string =>
  value === null ? 'beyond all bounds' : String(Number(value.toPrecision(3)));

/** A share in percent. */
export const percent = (share: number | null): string =>
  share === null ? 'beyond all bounds' : `${Number((100 * share).toPrecision(3))} %`;
