import { fixed, type Shape, type ShapeName } from '@weir/figures';

const WORDS: Readonly<Record<ShapeName, string>> = {
  'slow start': 'Slow start',
  'opposite at first': 'Opposite at first',
  overshoot: 'Overshoot',
  temporary: 'Temporary',
  steady: 'Steady',
  'no change': 'No change',
};

/** The name of a shape, as it begins a sentence. */
export function shapeName({ name }: Shape): string {
  return WORDS[name];
}

/** What a path does, in a sentence. */
export function shapeSentence({ name, peak, ninety }: Shape, units: string): string {
  const when = `${units} ${fixed(peak.time, 0)}`;
  const arrived =
    ninety === undefined ? '' : ` Nine tenths of the change have come by ${units} ${fixed(ninety, 0)}.`;
  switch (name) {
    case 'no change':
      return 'Stays about the same all along.';
    case 'temporary':
      return `Moves away, furthest in ${when}, then comes back to about where it was.`;
    case 'opposite at first':
      return `Moves the other way at first, then turns.${arrived}`;
    case 'overshoot':
      return `Goes beyond where it settles, furthest in ${when}, then comes back part of the way.`;
    case 'slow start':
      return `Hardly moves at first, then changes.${arrived}`;
    case 'steady':
      return `Moves one way towards where it settles.${arrived}`;
  }
}
