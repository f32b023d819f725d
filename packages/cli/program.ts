import { WEIR_VERSION } from '@weir/study';
import { Command, Option } from 'commander';
import type { Io } from './io.js';
import { printDiagnostics } from './print/print-failure.js';
import { printWidth } from './print/width.js';
import { hang } from './print/wrap.js';
import { addCauses } from './verbs/causes.js';
import { addCheck } from './verbs/check.js';
import { addCompare } from './verbs/compare.js';
import { addConformance } from './verbs/conformance.js';
import { addConvert } from './verbs/convert.js';
import { addDoc } from './verbs/doc.js';
import { addEquilibrium } from './verbs/equilibrium.js';
import { addFigure } from './verbs/figure.js';
import { addLoops } from './verbs/loops.js';
import { addModels } from './verbs/models.js';
import { addReport } from './verbs/report.js';
import { addRun } from './verbs/run.js';
import { addUses } from './verbs/uses.js';
import type { Verb } from './verbs/verb.js';

const EXAMPLES = `
MODEL is the name of a bundled model, the folder or the study.yaml of a study,
or an XMILE file.

Examples:
  weir report massachusetts
  weir compare massachusetts --scenarios full-decriminalization,expungement
  weir run massachusetts --set prosecution_culture=0 --format json

Exit codes: 0 fine, 1 a check failed, 2 the command line is at fault,
3 the model or data is at fault.
`;

/** The command line of Weir: one verb a file. */
export function buildProgram(io: Io, words: readonly string[]): Command {
  const program = new Command('weir')
    .description('An open system dynamics policy lab.')
    .version(WEIR_VERSION, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .addOption(new Option('--no-color', 'print without colors, as NO_COLOR=1 does'))
    .addHelpText('after', EXAMPLES)
    .showSuggestionAfterError(true)
    .showHelpAfterError('  Try: the same with --help shows what can be given.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.out(text),
      writeErr: (text) => io.err(text),
      getOutHelpWidth: () => printWidth(io),
      getErrHelpWidth: () => printWidth(io),
      outputError: (text, write) => write(usageErrorText(text, printWidth(io))),
    });
  const verb: Verb = {
    io,
    warn: (diagnostics) =>
      printDiagnostics(
        diagnostics.filter(({ severity }) => severity === 'warning'),
        io,
        words,
      ),
  };
  addRun(program, verb);
  addCompare(program, verb);
  addReport(program, verb);
  addDoc(program, verb);
  addCheck(program, verb);
  addCauses(program, verb);
  addUses(program, verb);
  addLoops(program, verb);
  addConvert(program, verb);
  addConformance(program, verb);
  addModels(program, verb);
  addEquilibrium(program, verb);
  addFigure(program, verb);
  return program;
}

/** A message of commander's in the form of all other messages. */
function usageErrorText(text: string, width: number): string {
  const [first = '', ...rest] = text.trimEnd().split('\n');
  const hints = rest.map((line) => `  Try: ${line.replace(/^\((.*)\)$/, '$1')}`);
  return `${[...hang(first.replace(/^error: /, 'Error: '), width, 2), ...hints].join('\n')}\n`;
}
