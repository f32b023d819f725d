import { WEIR_VERSION } from '@weir/study';
import { Command, Option } from 'commander';
import type { Io } from './io.js';
import { printDiagnostics } from './print/print-failure.js';
import { printWidth } from './print/width.js';
import { hang } from './print/wrap.js';
import { addAudit } from './verbs/audit.js';
import { addCauses } from './verbs/causes.js';
import { addCheck } from './verbs/check.js';
import { addCompare } from './verbs/compare.js';
import { addConformance } from './verbs/conformance.js';
import { addConvert } from './verbs/convert.js';
import { addDoc } from './verbs/doc.js';
import { addEnsemble } from './verbs/ensemble.js';
import { addEquilibrium } from './verbs/equilibrium.js';
import { addEvidence } from './verbs/evidence.js';
import { addExperiment } from './verbs/experiment.js';
import { addFigure } from './verbs/figure.js';
import { addFlip } from './verbs/flip.js';
import { addLab } from './verbs/lab.js';
import { addLevers } from './verbs/levers.js';
import { addLinkVerb } from './verbs/link.js';
import { addLoops } from './verbs/loops.js';
import { addModels } from './verbs/models.js';
import { addReport } from './verbs/report.js';
import { addRobustness } from './verbs/robustness.js';
import { addRun } from './verbs/run.js';
import { addSensitivity } from './verbs/sensitivity.js';
import { addUses } from './verbs/uses.js';
import type { Verb } from './verbs/verb.js';
import { addWhy } from './verbs/why.js';

const EXAMPLES = `
MODEL is the name of a bundled model, the folder or the study.yaml of a study,
or an XMILE file.

Examples:
  weir models
  weir report MODEL
  weir compare MODEL --scenarios FIRST,SECOND
  weir run MODEL --set NAME=0.5 --format json

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
  addWhy(program, verb);
  addFlip(program, verb);
  addLoops(program, verb);
  addConvert(program, verb);
  addConformance(program, verb);
  addModels(program, verb);
  addEnsemble(program, verb);
  addEquilibrium(program, verb);
  addEvidence(program, verb);
  addExperiment(program, verb);
  addLevers(program, verb);
  addFigure(program, verb);
  addAudit(program, verb);
  addSensitivity(program, verb);
  addRobustness(program, verb);
  addLinkVerb(program, verb);
  addLab(program, verb);
  return program;
}

/** A message of commander's in the form of all other messages. */
function usageErrorText(text: string, width: number): string {
  const [first = '', ...rest] = text.trimEnd().split('\n');
  const hints = rest.map((line) => `  Try: ${line.replace(/^\((.*)\)$/, '$1')}`);
  return `${[...hang(first.replace(/^error: /, 'Error: '), width, 2), ...hints].join('\n')}\n`;
}
