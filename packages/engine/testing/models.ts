import type { Program } from '../lower/program.js';
import { binary, buildProgram, literal } from './build-program.js';

/** dx/dt = -k x from 1: x(t) = exp(-k t). */
export function decay(rate = 1): Program {
  return buildProgram({
    constants: { rate },
    stocks: { level: { initial: 1, outflows: ['loss'] } },
    dynamic: { loss: (read) => binary('multiply', read('rate'), read('level')) },
  });
}

/** Position and velocity of a unit oscillator from (1, 0): position(t) = cos t. */
export function oscillator(): Program {
  return buildProgram({
    stocks: {
      position: { initial: 1, inflows: ['speed'] },
      velocity: { initial: 0, outflows: ['pull'] },
    },
    dynamic: {
      speed: (read) => read('velocity'),
      pull: (read) => read('position'),
    },
  });
}

/** Two stocks that exchange what they hold, with rates that differ. */
export function ring(): Program {
  return buildProgram({
    stocks: {
      left: { initial: 100, inflows: ['back'], outflows: ['forth'] },
      right: { initial: 50, inflows: ['forth'], outflows: ['back'] },
    },
    dynamic: {
      forth: (read) => binary('multiply', literal(0.3), read('left')),
      back: (read) => binary('multiply', literal(0.11), read('right')),
    },
  });
}

/** A chain of many stocks, each feeding the next; the auxiliaries beside them sum up what came before. */
export function longChain(length: number): Program {
  const names = Array.from({ length }, (_, index) => index);
  return buildProgram({
    constants: { rate: 0.1 },
    stocks: Object.fromEntries(
      names.map((index) => [
        `s${index}`,
        {
          initial: index === 0 ? 1000 : 0,
          ...(index === 0 ? {} : { inflows: [`f${index - 1}`] }),
          ...(index === length - 1 ? {} : { outflows: [`f${index}`] }),
        },
      ]),
    ),
    dynamic: Object.fromEntries(
      names.flatMap((index) => [
        [
          `a${index}`,
          (read) => binary('add', read(`s${index}`), index === 0 ? literal(1) : read(`a${index - 1}`)),
        ],
        [`f${index}`, (read) => binary('multiply', read('rate'), read(`s${index}`))],
      ]),
    ),
  });
}
