import type { ModelFile, WrittenVariable } from '../../model-file.js';
import { canonicalName } from '../../names/canonical-name.js';
import type { SourceText } from '../../source/source-text.js';
import { sourceText } from '../../source/source-text.js';
import { valueIn } from '../../testing/outcomes.js';
import { readVensim } from '../read-vensim.js';

/** The control variables of a small model, as Vensim writes them. */
export const CONTROL = `********************************************************
	.Control
********************************************************~
		Simulation Control Parameters
	|

FINAL TIME  = 10
	~	Month
	~	The final time for the simulation.
	|

INITIAL TIME  = 0
	~	Month
	~	The initial time for the simulation.
	|

SAVEPER  =
        TIME STEP
	~	Month [0,?]
	~	The frequency with which output is stored.
	|

TIME STEP  = 0.25
	~	Month [0,?]
	~	The time step for the simulation.
	|
`;

/** A small model: the given entries, then the control variables. */
export function smallModel(entries: string, after = ''): SourceText {
  return sourceText('test.mdl', `{UTF-8}\n${entries}\n${CONTROL}\n${after}`);
}

/** The model file of entries that can be read. */
export function readSmall(entries: string, after = ''): ModelFile {
  return valueIn(readVensim(smallModel(entries, after)));
}

/** A variable of a model file that must be there. */
export function variableIn(file: ModelFile, name: string): WrittenVariable {
  const found = file.root.variables.find(({ key }) => key === canonicalName(name));
  if (found === undefined) throw new Error(`There is no variable ${name}.`);
  return found;
}
