import { readModel, sourceText } from '@weir/model';
import { describe, expect, it } from 'vitest';
import { auxiliaries, xmileText } from './testing/run-text.js';

const ONE = auxiliaries({ x: '1' });
const STOCK = '<stock name="s"><eqn>0</eqn>';

/** What each optional feature that Weir lacks looks like, and what the message about it names. */
const FEATURES: readonly (readonly [what: string, text: string, names: RegExp])[] = [
  [
    'includes other files',
    xmileText(ONE, { beside: '<includes><include resource="other.xmile"/></includes>' }),
    /[Ii]nclude/,
  ],
  [
    'imports data from a place outside its folder',
    xmileText(ONE, { beside: '<data><import type="CSV" resource="/etc/passwd"/></data>' }),
    /import/i,
  ],
  ['uses a conveyor', xmileText(`${STOCK}<conveyor><len>4</len></conveyor></stock>`), /[Cc]onveyor/],
  ['uses a queue', xmileText(`${STOCK}<queue/></stock>`), /[Qq]ueue/],
  [
    'uses an event poster',
    xmileText(
      '<stock name="s"><eqn>0</eqn><event_poster min="0" max="10"><threshold value="5"><event>Stop</event></threshold></event_poster></stock>',
    ),
    /[Ee]vent/,
  ],
  [
    'has a macro that calls itself',
    xmileText(auxiliaries({ x: 'fib(3)' }), {
      beside:
        '<macro name="fib"><parm>n</parm><eqn>IF n &lt; 2 THEN n ELSE fib(n - 1) + fib(n - 2)</eqn></macro>',
    }),
    /fib/,
  ],
  [
    'has a macro with a run specification',
    xmileText(auxiliaries({ x: 'm(3)' }), {
      beside:
        '<macro name="m"><parm>n</parm><eqn>n</eqn><sim_specs><start>0</start><stop>1</stop></sim_specs></macro>',
    }),
    /m/,
  ],
];

describe('a file that', () => {
  it.each(FEATURES)('%s is refused by name, with its place', (_, text, names) => {
    const read = readModel(sourceText('test.xmile', text));
    expect(read.ok).toBe(false);
    const [error] = read.diagnostics.filter(({ severity }) => severity === 'error');
    expect(error?.message).toMatch(names);
    expect(error?.place?.line).toBeGreaterThan(1);
  });
});
