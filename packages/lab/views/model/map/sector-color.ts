import { SECTOR_COLORS } from '@weir/figures';

const NAMES = ['risk', 'trafficked', 'selling', 'leaving', 'services', 'market'];

/** The page's color for a sector's: it follows the theme. Colors that are no sector's stay as they are. */
export function sectorColor(color: string): string {
  const at = SECTOR_COLORS.findIndex((one) => one.toLowerCase() === color.toLowerCase());
  return at < 0 ? color : `var(--sector-${NAMES[at] ?? 'market'})`;
}
