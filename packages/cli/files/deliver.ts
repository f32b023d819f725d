import { writeFileWhole } from '@weir/study/node';
import { EXIT } from '../exit-code.js';
import { valueOrFail } from '../failure.js';
import type { Io } from '../io.js';

/** Writes data to the file asked for, and says so on the error stream; or to stdout where none is. */
export function deliver(io: Io, text: string, out: string | undefined): void {
  if (out === undefined) {
    io.out(text);
    return;
  }
  valueOrFail(writeFileWhole(out, text), EXIT.data);
  io.err(`Written: ${out}\n`);
}
