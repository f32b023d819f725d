import type { SvgElement } from '../svg/node.js';
import { LIGHT } from '../theme/tokens.js';
import { FONT_SIZE, wrapText } from '../theme/typography.js';
import { labelLines } from './label.js';

/** The words over a panel. */
export interface PanelHeading {
  readonly nodes: readonly SvgElement[];
  /** Where the marks may begin. */
  readonly bottom: number;
}

const BOLD_LINE = 22;
const LINE = 19;

/**
 * A panel's subject in bold and its sentence below.
 *
 * @param keep - Lines kept free for each, so that panels side by side line up.
 */
export function panelHeading(
  subject: string,
  sentence: string,
  width: number,
  keep: { readonly subject: number; readonly sentence: number },
): PanelHeading {
  const subjects = wrapText(subject, width, FONT_SIZE.base, true);
  const lines = wrapText(sentence, width, FONT_SIZE.small);
  const start = subjects.length * BOLD_LINE;
  return {
    nodes: [
      ...labelLines(subjects, 0, 16, BOLD_LINE, { size: FONT_SIZE.base, bold: true }),
      ...labelLines(lines, 0, start + 14, LINE, { color: LIGHT.muted }),
    ],
    bottom: Math.max(start + lines.length * LINE, keep.subject * BOLD_LINE + keep.sentence * LINE) + 12,
  };
}
