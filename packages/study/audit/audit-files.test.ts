import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditCsv } from './audit-csv.js';
import type { AuditDocument } from './audit-document.js';
import { auditFiles } from './audit-files.js';

const RUNS = 300;
/** Numbers that look random and are the same in every run. */
const noise = (i: number, j: number): number => {
  const x = Math.sin(i * 127.1 + j * 311.7) * 43758.5453;
  return x - Math.floor(x);
};
const inputs = Array.from({ length: RUNS }, (_, i) => [noise(i, 1), noise(i, 2), noise(i, 3)]);
const output = ([a = 0, b = 0, c = 0]: readonly number[]): number => 3 * a + b - 0.3 * c;
const csv = (head: string, rows: readonly (readonly (number | string)[])[]): string =>
  `${head}\n${rows.map((row) => row.join(',')).join('\n')}\n`;
const samples = csv(
  'run,a,b,c',
  inputs.map((row, i) => [i, ...row]),
);
const results = (order: readonly number[], keys = true): string =>
  csv(
    keys ? 'run,A,b,y' : 'A,b,y',
    order.map((i) => {
      const row = inputs[i] ?? [];
      const cells = [row[0] ?? 0, row[1] ?? 0, output(row)];
      return keys ? [i, ...cells] : cells;
    }),
  );
const inOrder = inputs.map((_, i) => i);
const turned = inputs.map((_, i) => (i % 10 < 7 ? i : (i + 10) % RUNS)).sort((a, b) => (a % 7) - (b % 7));

function audit(...texts: readonly (readonly [file: string, text: string])[]): AuditDocument {
  const outcome = auditFiles(texts.map(([file, text]) => ({ file, text })));
  if (!outcome.ok) throw new Error(outcome.diagnostics.map(({ message }) => message).join('\n'));
  return outcome.value;
}
const codes = (...texts: readonly (readonly [file: string, text: string])[]) =>
  auditFiles(texts.map(([file, text]) => ({ file, text }))).diagnostics.map(({ code }) => code);

describe('an audit of files', () => {
  it('passes where rows stand in place', () => {
    const found = audit(['samples.csv', samples], ['results.csv', results(inOrder)]);
    expect(found).toMatchObject({ passed: true, trusted: 'key', published: null });
    expect(found.joins[0]).toMatchObject({ by: 'key', in_place: RUNS, confirmed: true });
  });

  it('gives the same indices for any order of the results', () => {
    const expected = audit(['s.csv', samples], ['r.csv', results(inOrder)]);
    const values = (document: AuditDocument) => document.cells.map(({ joins }) => joins.key?.value);
    fc.assert(
      fc.property(fc.shuffledSubarray(inOrder, { minLength: RUNS, maxLength: RUNS }), (order) => {
        const found = audit(['r.csv', results(order)], ['samples.csv', samples]);
        expect(values(found)).toEqual(values(expected));
        expect(found.joins[0]?.in_place).toBe(order.filter((place, row) => place === row).length);
      }),
      { numRuns: 5 },
    );
  });

  it('says so where only the order of the files tells samples from results', () => {
    const found = audit(['one.csv', samples], ['two.csv', results(inOrder)]);
    expect(found.files.map(({ role }) => role)).toEqual(['samples', 'results']);
    expect(found.conclusions[0]).toMatchObject({ standing: 'inferred' });
  });

  it('joins by repeated inputs, whatever they are called, where there is no key', () => {
    const order = [...inOrder].reverse();
    const found = audit(['samples.csv', samples], ['results.csv', results(order, false)]);
    expect(found).toMatchObject({ key: null, trusted: 'echo', passed: false });
    expect(found.echoes.map(({ input, result, by }) => [input, result, by])).toEqual([
      ['a', 'A', 'name'],
      ['b', 'b', 'name'],
    ]);
    expect(found.cells.find(({ input }) => input === 'a')?.joins.echo?.value).toBeGreaterThan(0.95);
  });

  it('does not take a counter of rows for a key when repeated inputs contradict it', () => {
    const order = [...inOrder].reverse();
    const rows = order.map((i, row) => [row, i, ...(inputs[i] ?? []).slice(0, 2), output(inputs[i] ?? [])]);
    const found = audit(['samples.csv', samples], ['results.csv', csv('run,case,a,b,y', rows)]);
    expect(found.key).toEqual({ samples: 'run', results: 'case' });
    expect(found.trusted).toBe('key');
  });

  it('trusts no join where repeated inputs contradict all', () => {
    const rows = inOrder.map((i) => [
      i,
      (inputs[RUNS - 1 - i] ?? [])[0] ?? 0,
      (inputs[i] ?? [])[1] ?? 0,
      i / 7,
    ]);
    const found = audit(['samples.csv', samples], ['results.csv', csv('run,a,b,y', rows)]);
    expect(found.trusted).toBeNull();
    expect(found.passed).toBe(false);
    expect(found.conclusions[0]).toMatchObject({ standing: 'open' });
  });

  it('says so where nothing confirms a key', () => {
    const rows = inOrder.map((i) => [i, output(inputs[i] ?? [])]);
    const found = audit(['samples.csv', samples], ['results.csv', csv('run,y', rows)]);
    expect(found.trusted).toBe('key');
    expect(found.conclusions.some(({ sentence }) => /nothing in the files confirms it/.test(sentence))).toBe(
      true,
    );
  });

  it('recognizes a published table made by position, to its printed digits', () => {
    const files = [
      ['samples.csv', samples],
      ['results.csv', results(turned)],
    ] as const;
    const under = audit(...files);
    const table = csv(
      'input,y',
      under.cells.map(({ input, joins }) => [input, (joins.position?.value ?? 0).toFixed(3)]),
    );
    const found = audit(...files, ['published.csv', table]);
    expect(found.published).toMatchObject({ reproduced: true, values: 3 });
    expect(found.published?.fits[0]).toMatchObject({ index: 'PRCC', by: 'position', within_rounding: true });
    expect(found.checks.find(({ check }) => check === 'published-reproduced')?.passed).toBe(false);
  });

  it('counts samples without results', () => {
    const found = audit(['samples.csv', samples], ['results.csv', results(inOrder.slice(10))]);
    expect(found.joins[0]).toMatchObject({ rows: RUNS - 10, in_place: 0, largest_displacement: 10 });
    expect(found.checks.find(({ check }) => check === 'runs-complete')?.passed).toBe(false);
  });

  it('never says NaN', () => {
    const few = audit(
      [
        'samples.csv',
        csv('run,a,b', [
          [0, 1, 2],
          [1, 2, 4],
          [2, 3, 6],
        ]),
      ],
      [
        'r.csv',
        csv('run,y', [
          [0, 1],
          [1, 1],
          [2, 1],
        ]),
      ],
      ['p.csv', csv('input,y', [['a', 0.5]])],
    );
    expect(few.cells.every(({ joins }) => joins.key?.undefined_because !== null)).toBe(true);
    expect(JSON.stringify(few)).not.toMatch(/NaN|Infinity/);
    expect(auditCsv(few)).not.toMatch(/NaN|Infinity/);
  });

  it('lets no file steer a terminal', () => {
    const found = audit(
      ['samples.csv', samples.replace('a,b,c', 'a,b,\u001b[31mc')],
      ['r.csv', results(inOrder)],
    );
    expect(JSON.stringify(found)).not.toMatch(/\\u001b/);
    expect(found.cells.map(({ input }) => input)).toContain('\ufffd[31mc');
  });

  it('gives every index as CSV', () => {
    const text = auditCsv(audit(['samples.csv', samples], ['results.csv', results(turned)]));
    const [head, first] = text.split('\r\n');
    expect(head).toBe(
      'input,outcome,published,published_p,key,key_p,key_corrected_p,position,position_p,position_corrected_p',
    );
    expect(first?.split(',').slice(0, 2)).toEqual(['a', 'y']);
  });

  it.each<readonly [string, readonly (readonly [string, string])[]]>([
    [
      'foreign-table',
      [
        ['a.csv', ''],
        ['b.csv', samples],
      ],
    ],
    [
      'foreign-table',
      [
        ['a.csv', 'x,y\n'],
        ['b.csv', samples],
      ],
    ],
    [
      'foreign-table',
      [
        ['a.csv', 'x,x\n1,2\n'],
        ['b.csv', samples],
      ],
    ],
    [
      'foreign-table',
      [
        ['a.csv', 'x,y\n1,2\n3\n'],
        ['b.csv', samples],
      ],
    ],
    ['audit-roles', [['b.csv', samples]]],
    [
      'audit-roles',
      [
        ['a.csv', samples],
        ['b.csv', samples],
        ['c.csv', samples],
      ],
    ],
    [
      'audit-roles',
      [
        ['a.csv', samples],
        ['b.csv', results(inOrder)],
        ['c.csv', csv('input,z', [['a', 1]])],
      ],
    ],
    [
      'audit-roles',
      [
        ['a.csv', samples],
        ['b.csv', results(inOrder)],
        ['c.csv', csv('i,y', [['a', -1]])],
        ['d.csv', csv('i,y', [['a', -1]])],
      ],
    ],
    [
      'audit-columns',
      [
        ['a.csv', 'run,a\n1,2\n2,2\n'],
        ['b.csv', 'run,y\n1,2\n2,3\n'],
      ],
    ],
    [
      'audit-columns',
      [
        ['a.csv', 'run,a\n1,2\n2,3\n'],
        ['b.csv', 'run,a\n1,2\n2,3\n'],
      ],
    ],
  ])('is refused with %s', (code, texts) => {
    expect(codes(...texts)).toContain(code);
  });
});
