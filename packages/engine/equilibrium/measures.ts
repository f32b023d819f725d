/** A stock counts with at least this share of its largest size so far when errors are judged. */
export const LEAST_SHARE = 1e-4;
/**
 * A stock counts with at least this share of what the other stocks could make of it: the sum of their effects on
 * its rate over its own. A stock that feeds on itself gets nothing by this, so that its growth from a small seed
 * is followed.
 */
export const FILLING_SHARE = 0.1;
/** And, where it drains, with this share of the largest stock that flows join it to. */
export const GROUP_SHARE = 1e-4;
/** And with at least this share of the largest of all stocks, so that nothing is divided by 0. */
export const LEAST_OF_ALL = 1e-12;
/**
 * Growth by itself that a step may span: far beyond it the method would turn growth away from an unstable point into
 * motion towards its other side.
 */
export const MOST_GROWN = 1;
/** Share of itself by which a stock that is not empty may change in the first step. */
export const FIRST_CHANGE = 0.5;
