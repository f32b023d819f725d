/**
 * Sector colors, never red or green: at risk, trafficked, selling not trafficked, leaving, services, market.
 * Frames take them in the order of the file.
 */
export const SECTOR_COLORS = ['#5B6470', '#1F5FA8', '#0B7285', '#6B4FA0', '#8A5A00', '#3D4A5C'] as const;
