import { describe, expect, it } from 'vitest';
import { tank } from '../testing/small-study.js';
import { nameIndex, resolveName, shortNameOf } from './name-index.js';

const { names } = tank().bound;

describe('resolveName', () => {
  it.each(['rate', 'RATE', 'Arrival rate', 'arrival_rate', ' Arrival   Rate ', '"Arrival rate"'])(
    'finds %j',
    (typed) => {
      const found = resolveName(names, typed);
      expect(found.ok && found.value.name).toBe('Arrival rate');
    },
  );

  it('names the nearest for one that is not there', () => {
    expect(resolveName(names, 'arival rate').diagnostics).toEqual([
      {
        code: 'unknown-name',
        severity: 'error',
        message: 'There is no variable or parameter named `arival rate`.',
        variable: 'arival rate',
        hint: 'Did you mean `Arrival rate` or `rate`?',
      },
    ]);
  });

  it('refuses a name that could mean two variables', () => {
    const clash = nameIndex(tank().program, new Map([['double', 'Mean stay']]));
    expect(resolveName(clash, 'Double').diagnostics[0]).toMatchObject({
      code: 'ambiguous-name',
      message: '`Double` could mean `Mean stay` or `Double`.',
    });
  });

  it('is not led astray by names of JavaScript', () => {
    for (const name of ['__proto__', 'constructor', 'toString'])
      expect(resolveName(names, name).ok).toBe(false);
  });
});

describe('shortNameOf', () => {
  it('gives the short name, or the name where there is none', () => {
    const called = (typed: string) => {
      const found = resolveName(names, typed);
      return found.ok ? shortNameOf(names, found.value) : '';
    };
    expect(called('Arrival rate')).toBe('rate');
    expect(called('double')).toBe('Double');
  });
});
