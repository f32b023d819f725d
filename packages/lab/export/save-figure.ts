import { downloadBlob, downloadText } from '../components/download.js';
import { type FigureWords, figureSvg } from './figure-svg.js';

/** Pixels of the PNG for each of the page. */
const SCALE = 2;

/** Saves the drawing as an SVG file. */
export function saveSvg(drawing: SVGSVGElement, words: FigureWords, name: string): void {
  downloadText(`${name}.svg`, figureSvg(drawing, words), 'image/svg+xml');
}

/**
 * Saves the same as a PNG of twice the size.
 *
 * @throws Error where the browser cannot draw it.
 */
export async function savePng(drawing: SVGSVGElement, words: FigureWords, name: string): Promise<void> {
  const address = URL.createObjectURL(
    new Blob([figureSvg(drawing, words)], { type: 'image/svg+xml;charset=utf-8' }),
  );
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * SCALE;
    canvas.height = image.naturalHeight * SCALE;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob === null) throw new Error('the browser could not draw the figure');
    downloadBlob(`${name}.png`, blob);
  } finally {
    URL.revokeObjectURL(address);
  }
}
