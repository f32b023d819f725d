/** Width of every panel, in pixels. */
export const PANEL_WIDTH = 360;

/** Room beside the outermost points of a panel. */
export const PANEL_INSET = 12;

/** Lines kept over panels that stand side by side. */
export const PANEL_HEADING = { subject: 2, sentence: 2 } as const;

/** Room for the numbers of changes: arrow, word and size. */
export const CHANGE_ROOM = 148;

/** Room for levels in round numbers. */
export const LEVEL_ROOM = 112;
