import type { OutcomeKind } from '@weir/study';
import { fixed, share } from '../text/number.js';

/** Numbers of an axis of levels. */
export function axisLevel(kind: OutcomeKind): (value: number) => string {
  return (value) => {
    if (kind === 'share') return share(value);
    const text = fixed(value, Number.isInteger(value) ? 0 : 1);
    return kind === 'money' ? `$${text}` : text;
  };
}
