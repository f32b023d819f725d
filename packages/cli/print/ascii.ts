import { MINUS, NO_BREAK } from '@weir/figures';

const PLAIN: Readonly<Record<string, string>> = { [MINUS]: '-', [NO_BREAK]: ' ', '↓': 'v', '↑': '^' };

/** Words of a figure as a terminal without other signs can show them. */
export function ascii(text: string): string {
  return text.replace(/[\u2212\u00a0↓↑]/g, (sign) => PLAIN[sign] ?? sign);
}
