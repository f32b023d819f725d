import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { parseNumber } from '../arguments/parse-number.js';
import { dataFailure, usageFailure } from '../failure.js';
import { openAddress } from '../lab/open-address.js';
import { siteFolder } from '../lab/site-folder.js';
import { type ServedSite, serveSite } from '../lab/site-server.js';
import type { Verb } from './verb.js';

const EXAMPLES = `
Examples:
  weir lab
  weir lab --no-open --port 8080

The lab is served to this machine alone, until Ctrl-C.
`;

interface Options {
  readonly port: number;
  readonly open: boolean;
  readonly site?: string;
}

/** Adds `weir lab`: the lab, served to this machine. */
export function addLab(program: Command, verb: Verb): void {
  program
    .command('lab')
    .description('Serve the lab to this machine, and open it.')
    .option('--port <N>', 'port (default: any that is free)', port, 0)
    .option('--no-open', 'do not open a browser')
    .option('--site <FOLDER>', 'a built site (default: that of this checkout, built where needed)')
    .addHelpText('after', EXAMPLES)
    .action((options: Options) => run(verb, options));
}

async function run({ io }: Verb, { port: wanted, open, site }: Options): Promise<void> {
  if (site !== undefined && !existsSync(join(site, 'index.html'))) {
    throw usageFailure('no-site', `There is no built lab in '${site}'.`, 'Leave out --site to build one.');
  }
  const served = await serve(site ?? (await siteFolder()), wanted);
  io.out(`${served.address}\n`);
  io.err('The lab is served to this machine alone. Press Ctrl-C to stop.\n');
  if (open) openAddress(served.address);
  await new Promise<void>((resolve) => {
    if (io.onInterrupt === undefined) resolve();
    else io.onInterrupt(resolve);
  });
  await served.close();
}

async function serve(folder: string, wanted: number): Promise<ServedSite> {
  try {
    return await serveSite(folder, wanted);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw dataFailure(
      'no-port',
      `Port ${wanted} cannot be had: ${reason}.`,
      'Leave out --port for a free one.',
    );
  }
}

function port(text: string): number {
  const value = parseNumber(text);
  if (value !== undefined && Number.isInteger(value) && value >= 0 && value <= 65_535) return value;
  throw new InvalidArgumentError('Give a whole number from 0 to 65535.');
}
