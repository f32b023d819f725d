import { InvalidArgumentError } from 'commander';
import { describe, expect, it } from 'vitest';
import { assignment } from './assignments.js';

describe('assignment', () => {
  it('gathers values and dated changes, the last value of a name winning', () => {
    const given = ['a=1', 'b=2@12+6', 'a=3', 'b=1@30'].reduce<ReturnType<typeof assignment> | undefined>(
      (earlier, text) => assignment(text, earlier),
      undefined,
    );
    expect(given).toEqual({
      set: new Map([['a', 3]]),
      changes: [
        { name: 'b', value: 2, at: 12, over: 6 },
        { name: 'b', value: 1, at: 30, over: 0 },
      ],
    });
  });

  it.each([
    ['a', 'Write it as NAME=VALUE'],
    ['=1', 'Write it as NAME=VALUE'],
    ['a=x', "'x' is not a number"],
    ['a=1@', "'1@' is not a value with a date"],
    ['a=1@2+-3', 'VALUE@MONTH+LENGTH'],
  ])('refuses %j', (text, message) => {
    expect(() => assignment(text, undefined)).toThrow(InvalidArgumentError);
    expect(() => assignment(text, undefined)).toThrow(message);
  });
});
