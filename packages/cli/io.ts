import type { Executor } from '@weir/study';

/** What a command sees of the world: streams, environment and clock. Tests give their own. */
export interface Io {
  /** Writes data. */
  out(text: string): void;
  /** Writes everything else. */
  err(text: string): void;
  /** Folder of the models that come with Weir; that of this checkout unless given. */
  readonly modelsFolder?: string;
  /** Where runs are computed; in worker threads unless given. */
  readonly execute?: Executor;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Columns of the terminal that data goes to; absent where it is not a terminal. */
  readonly columns?: number;
  /** Whether a person watches what is not data: progress and colors are shown only then. */
  readonly errIsTerminal: boolean;
  /** Tells of Ctrl-C, until the function it returns is called; a command that does not listen ends at once. */
  onInterrupt?(listener: () => void): () => void;
  /** Milliseconds of a clock that only goes forward. */
  now(): number;
}
