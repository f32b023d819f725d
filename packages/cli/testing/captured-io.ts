import { inProcess } from '@weir/study';
import type { Io } from '../io.js';
import { runCli } from '../run-cli.js';

/** What a command line gave. */
export interface Captured {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line with captured streams, in this thread. */
export async function weir(words: readonly string[], world: Partial<Io> = {}): Promise<Captured> {
  let out = '';
  let err = '';
  const io: Io = {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    environment: {},
    errIsTerminal: false,
    now: () => 0,
    execute: inProcess,
    ...world,
  };
  const code = await runCli(words, io);
  return { code, out, err };
}
