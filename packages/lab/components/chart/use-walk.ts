import { type KeyboardEvent, type PointerEvent, type RefObject, useState } from 'react';
import type { ChartLine } from './line-chart-data.js';

/** The point that a person stands on. */
export interface WalkPoint {
  readonly line: ChartLine;
  readonly time: number;
  readonly value: number;
}

interface Handlers {
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerLeave: () => void;
  readonly onBlur: () => void;
}

/** Walking a chart: left and right along a line, up and down between lines, Home, End, Enter, Esc; or by pointing. */
export function useWalk(
  lines: readonly ChartLine[],
  onEnter: ((lineId: string) => void) | undefined,
): {
  readonly point: WalkPoint | undefined;
  readonly handlers: (timeAt: (px: number) => number, ref: RefObject<HTMLElement | null>) => Handlers;
} {
  const [place, setPlace] = useState<{ readonly line: number; readonly at: number }>();
  const line = place === undefined ? undefined : lines[Math.min(place.line, lines.length - 1)];
  const at = Math.min(place?.at ?? 0, Math.max(0, (line?.times.length ?? 0) - 1));
  const point =
    line === undefined
      ? undefined
      : { line, time: line.times[at] ?? 0, value: line.values[at] ?? Number.NaN };

  const onKeyDown = (event: KeyboardEvent): void => {
    const now = place ?? { line: 0, at: -1 };
    const last = Math.max(0, (lines[now.line]?.times.length ?? 0) - 1);
    const moves: Readonly<Record<string, typeof now>> = {
      ArrowRight: { ...now, at: Math.min(last, now.at + 1) },
      ArrowLeft: { ...now, at: Math.max(0, now.at - 1) },
      ArrowDown: { line: Math.min(lines.length - 1, now.line + 1), at: Math.max(0, now.at) },
      ArrowUp: { line: Math.max(0, now.line - 1), at: Math.max(0, now.at) },
      Home: { ...now, at: 0 },
      End: { ...now, at: last },
    };
    const move = moves[event.key];
    if (move !== undefined) setPlace(move);
    else if (event.key === 'Enter' && line !== undefined) onEnter?.(line.id);
    else if (event.key === 'Escape' && place !== undefined) setPlace(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return {
    point: point !== undefined && Number.isFinite(point.value) ? point : undefined,
    handlers: (timeAt, ref) => ({
      onKeyDown,
      onPointerMove: (event) => {
        const left = ref.current?.getBoundingClientRect().left ?? 0;
        const time = timeAt(event.clientX - left);
        const times = Array.from(lines[place?.line ?? 0]?.times ?? []);
        const nearest = times.reduce(
          (best, one, index) => (Math.abs(one - time) < Math.abs((times[best] ?? 0) - time) ? index : best),
          0,
        );
        if (times.length > 0) setPlace({ line: place?.line ?? 0, at: nearest });
      },
      onPointerLeave: () => setPlace(undefined),
      onBlur: () => setPlace(undefined),
    }),
  };
}
