import { EXIT } from './exit-code.js';
import type { Io } from './io.js';
import { runCli } from './run-cli.js';

// A reader that has seen enough closes the pipe (`weir doc MODEL | head`): that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.fine);
  process.stderr.write(`Error: The output could not be written (${error.code ?? error.message}).\n`);
  process.exit(EXIT.data);
});

const io: Io = {
  out: (text) => {
    process.stdout.write(text);
  },
  err: (text) => {
    process.stderr.write(text);
  },
  environment: process.env,
  ...(process.stdout.isTTY ? { columns: process.stdout.columns } : {}),
  errIsTerminal: process.stderr.isTTY === true,
  onInterrupt: (listener) => {
    process.once('SIGINT', listener);
    return () => void process.removeListener('SIGINT', listener);
  },
  now: () => performance.now(),
};

// Set rather than exit, so that all that was written still arrives.
process.exitCode = await runCli(process.argv.slice(2), io);
