import { expect, test } from 'vitest';
import { buildProgram, literal } from '../testing/build-program.js';
import { decay, ring } from '../testing/models.js';
import { flowGroups } from './flow-groups.js';

test('what a ring holds is conserved, what drains away is not', () => {
  expect(flowGroups(ring())).toMatchObject({ count: 1, conserved: new Set([0]) });
  expect(flowGroups(decay())).toMatchObject({ count: 1, conserved: new Set() });
});

test('stocks that no flow joins are apart', () => {
  const program = buildProgram({
    stocks: {
      a: { initial: 1, outflows: ['f'] },
      b: { initial: 1, inflows: ['f'] },
      c: { initial: 1, inflows: ['g'] },
      d: { initial: 1 },
    },
    dynamic: { f: () => literal(1), g: () => literal(1) },
  });
  const groups = flowGroups(program);
  expect(groups.count).toBe(3);
  expect(groups.groupOf[0]).toBe(groups.groupOf[1]);
  expect(groups.conserved).toEqual(new Set([groups.groupOf[0], groups.groupOf[3]]));
});

test('a flow into two stocks conserves nothing', () => {
  const program = buildProgram({
    stocks: {
      a: { initial: 1, outflows: ['f'] },
      b: { initial: 1, inflows: ['f'] },
      c: { initial: 1, inflows: ['f'] },
    },
    dynamic: { f: () => literal(1) },
  });
  expect(flowGroups(program)).toMatchObject({ count: 1, conserved: new Set() });
});
