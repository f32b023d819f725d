/** Width and height of a cloud, in pixels. */
export const CLOUD = { width: 34, height: 24 } as const;

/** Radius of the disc a valve takes up, in pixels. */
export const VALVE_RADIUS = 9;
