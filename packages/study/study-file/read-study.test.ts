import { sourceText } from '@weir/model';
import { describe, expect, it } from 'vitest';
import { readStudy } from './read-study.js';

const SMALL = `id: small
title: A small study
version: '1.0'
citation: Somebody, somewhere
model: model.xmile
variables:
  Total: Total people
outcomes:
  people:
    variable: total
    label: people
    unit: person
    kind: people
scenarios:
  now:
    label: Now
    summary: As it is.
    baseline: true
  later:
    label: Later
    summary: As it may be.
    set:
      rate: 0.5
limits:
  strip: A toy.
  points: []
`;

function problems(text: string) {
  const outcome = readStudy(sourceText('study.yaml', text));
  return outcome.diagnostics.map(({ code, message, place, hint }) => ({
    code,
    message,
    at: `${place?.line}:${place?.column}`,
    hint,
  }));
}

const replaced = (from: string, to: string) => SMALL.replace(from, to);

describe('readStudy', () => {
  it('reads a study with its defaults', () => {
    const outcome = readStudy(sourceText('study.yaml', SMALL));
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
    const study = outcome.value;
    expect(study.id).toBe('small');
    expect(study.outcomes).toEqual([
      {
        id: 'people',
        label: 'people',
        short: 'people',
        variable: 'total_people',
        unit: 'person',
        kind: 'people',
        headline: false,
      },
    ]);
    expect(study.scenarios.map(({ id, baseline }) => [id, baseline])).toEqual([
      ['now', true],
      ['later', false],
    ]);
    expect([...(study.scenarios[1]?.set ?? [])]).toEqual([['rate', 0.5]]);
    expect(study.stopRules.size).toBe(0);
    expect(study.places?.keys.get('scenarios/later/set/rate')).toMatchObject({
      file: 'study.yaml',
      line: 23,
      column: 7,
    });
  });

  it('points at an unknown key and names the nearest', () => {
    expect(problems(replaced('    label: people', '    lable: people'))).toEqual([
      {
        code: 'study-missing',
        message: '`label` is missing in `outcomes.people`.',
        at: '9:3',
        hint: 'Add `label:` with text.',
      },
      {
        code: 'study-key',
        message: '`lable` is not a key of `outcomes.people`.',
        at: '11:5',
        hint: 'Did you mean `label`?',
      },
    ]);
  });

  it('lists the keys where none is near', () => {
    expect(problems(`${SMALL}zebra: 1\n`)[0]?.hint).toMatch(/^The keys here are `id`, `title`,/);
  });

  it('says when text must be in quotes', () => {
    expect(problems(replaced(`'1.0'`, '1.0'))).toEqual([
      {
        code: 'study-value',
        message: '`version` must be text, not `1`.',
        at: '3:10',
        hint: 'Put it in quotes to make it text.',
      },
    ]);
  });

  it('says when a colon must be in quotes', () => {
    expect(problems(replaced('points: []', 'points: [No costs: none]'))[0]).toMatchObject({
      message: '`limits.points.0` must be text, not a group of named values.',
      hint: 'Text with a colon followed by a space must be in quotes.',
    });
  });

  it.each([
    ['rate: 0.5', 'rate: half', '`scenarios.later.set.rate` must be a number, not `half`.'],
    ['rate: 0.5', 'rate: .inf', '`scenarios.later.set.rate` must be a number, not `Infinity`.'],
    ['rate: 0.5', 'rate: .nan', '`scenarios.later.set.rate` must be a number, not `NaN`.'],
    [
      'kind: people',
      'kind: humans',
      '`outcomes.people.kind` must be one of `people`, `share`, `rate`, `money`, not `humans`.',
    ],
    ['title: A small study', 'title: " "', '`title` must be text that is not empty, not empty.'],
    ['points: []', 'points: none', '`limits.points` must be a list, not `none`.'],
    ['  strip: A toy.', '  strip:', '`limits.strip` must be text, not empty.'],
    [
      'model: model.xmile',
      'model: ../model.xmile',
      '`model` must be a path inside the folder of the study file, not `../model.xmile`.',
    ],
    [
      'model: model.xmile',
      'model: /etc/passwd',
      '`model` must be a path inside the folder of the study file, not `/etc/passwd`.',
    ],
    [
      '  later:',
      '  Later:',
      'The name `Later` is not allowed here: use lower-case letters, digits and hyphens, a letter first.',
    ],
  ])('refuses %j written as %j', (from, to, message) => {
    expect(problems(replaced(from, to)).map((problem) => problem.message)).toEqual([message]);
  });

  it.each([
    ['a name twice', 'title: Again\n', 'yaml-syntax', '27:1'],
    ['a custom tag', 'note: !danger x\n', 'yaml-syntax', '27:7'],
    ['a tab', 'x:\n\ty: 1\n', 'yaml-syntax', '28:1'],
    ['__proto__', '__proto__:\n  polluted: true\n', 'reserved-name', '27:1'],
    ['an unclosed list', 'x: [1, 2\n', 'yaml-syntax', '28:1'],
    ['an unknown alias', 'x: *nobody\n', 'yaml-alias', '27:4'],
  ])('refuses %s', (_, added, code, at) => {
    const found = problems(SMALL + added);
    expect(found[0]).toMatchObject({ code, at });
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('refuses aliases that multiply', () => {
    const lines = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (const [name, of] of ['ba', 'cb', 'dc', 'ed', 'fe'].map((pair) => [...pair])) {
      lines.push(`${name}: &${name} [${Array.from({ length: 10 }, () => `*${of}`).join(', ')}]`);
    }
    expect(problems(`${lines.join('\n')}\n`)[0]?.code).toBe('yaml-alias');
  });

  it('refuses a file far larger than any study', () => {
    expect(problems(`${SMALL}#${'x'.repeat(4_000_000)}`)[0]?.code).toBe('file-too-large');
  });

  it('refuses deep nesting without falling over', () => {
    expect(problems('['.repeat(100_000)).map(({ code }) => code)[0]).toBe('yaml-syntax');
  });

  it.each(['', '- a list\n', 'just text', '---\na: 1\n---\nb: 2\n'])('refuses %j with a place', (text) => {
    const [first] = problems(text);
    expect(first?.at).toMatch(/^\d+:\d+$/);
  });
});
