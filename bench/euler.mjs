// Euler steps of one run, Weir's JavaScript backend against the loop by hand: prints the times of one process.
import { javascript } from '@weir/engine';
import { loadMassachusetts } from './massachusetts/load.mjs';
import { timeInTurn } from './measure.mjs';
import { byHand, kernel, MONTHS } from './sections/single-run.mjs';

const { program } = loadMassachusetts();
const compiled = javascript(program);
const times = timeInTurn({ weir: () => kernel(compiled, MONTHS), hand: () => byHand(MONTHS) }, 15, 5);
console.log(JSON.stringify(times));
