import { WEIR_VERSION } from '@weir/study';
import { type RefObject, useEffect, useState } from 'react';
import { useLab } from '../app/lab-context.js';
import type { FigureWords } from '../export/figure-svg.js';
import { linkOfState } from '../state/link-of-state.js';

interface Props {
  readonly figure: RefObject<HTMLElement | null>;
  readonly title: string;
  readonly subtitle: string;
  readonly summary: string;
  readonly method: string | undefined;
  readonly fileName: string;
}

/** Buttons that save a figure's drawing; none where it is drawn without one. */
export function FigureButtons({ figure, title, subtitle, summary, method, fileName }: Props) {
  const { study, state, announce } = useLab();
  const [isDrawn, setDrawn] = useState(false);
  // Some figures draw only when results are there.
  useEffect(() => {
    const found = drawingIn(figure.current) !== undefined;
    if (found !== isDrawn) setDrawn(found);
  });
  if (!isDrawn) return null;
  const words = (): FigureWords => ({
    title,
    subtitle,
    summary,
    notes: [
      ...(method === undefined ? [] : [method]),
      study.limits.strip,
      `Source: Weir ${WEIR_VERSION}. ${study.citation}`.trim(),
    ],
    metadata: {
      weir: WEIR_VERSION,
      model: study.id,
      version: study.version,
      corrections: state.corrections,
      ranges: state.ranges,
      draws: state.draws,
      seed: state.seed,
      limits: study.limits,
      link: `#${linkOfState(state, study)}`,
    },
  });
  const save = async (kind: 'svg' | 'png'): Promise<void> => {
    const drawing = drawingIn(figure.current);
    if (drawing === undefined) return;
    const { savePng, saveSvg } = await import('../export/save-figure.js');
    if (kind === 'svg') saveSvg(drawing, words(), fileName);
    else await savePng(drawing, words(), fileName);
    announce(`Saved: ${fileName}.${kind}`);
  };
  return (
    <>
      <button type="button" onClick={() => void save('svg')}>
        SVG
      </button>
      <button type="button" onClick={() => void save('png')}>
        PNG
      </button>
    </>
  );
}

function drawingIn(figure: HTMLElement | null): SVGSVGElement | undefined {
  const found = figure?.querySelector('.figure-picture svg:not(.swatch)');
  return found instanceof SVGSVGElement ? found : undefined;
}
