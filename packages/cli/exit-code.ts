/** Exit codes of every verb. */
export const EXIT = {
  fine: 0,
  checkFailed: 1,
  /** The command line is at fault. */
  usage: 2,
  /** The model or the data is at fault, or Weir itself. */
  data: 3,
} as const;

/** One of the exit codes. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
