/** Largest change in a step, as a share of each stock, from which on the point of rest is looked for. */
export const SLOW_CHANGE = 0.1;
/** Farthest distance of the point at the first attempt; after one that fails, it must be closer by this factor. */
export const FIRST_REACH = 0.02;
export const TIGHTER = 0.3;
/** A point closer than this was reached by the trajectory itself, however rough the last stretch was. */
export const ARRIVED = 1e-4;
/** A stock that grows to this many times the largest at the start, or 1, grows without bounds. */
export const WITHOUT_BOUNDS = 1e9;
/** Share of the time gone by from which on a step is long: short ones change little wherever the stocks are. */
export const LONG_STEP = 0.02;
/** Share of the error allowed by which a stock that was not negative may fall below 0. */
export const CROSSING = 0.1;
/** Steps that are tried again in a row because a stock would fall below 0. */
export const MOST_CROSSINGS = 8;
/** Largest pivot over the smallest, above which an elimination without pivoting is not trusted. */
export const MOST_SPREAD = 1e12;
/** Two attempts led to the same point if they differ by less than this share of each stock's scale. */
export const SAME_POINT = 1e-9;
