import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { weir } from '../testing/captured-io.js';
import { modelFile, SMALL_MODEL } from '../testing/small-study.js';

const ENTITIES = Array.from({ length: 10 }, (_, level) =>
  level === 0 ? '<!ENTITY e0 "ha">' : `<!ENTITY e${level} "${`&e${level - 1};`.repeat(10)}">`,
).join('');

/** One fault each, and the line at which it stands, where the model has it. */
const CASES: readonly { what: string; text: string; line?: number; says: RegExp }[] = [
  { what: 'a truncated file', text: SMALL_MODEL.slice(0, 900), says: /end|close/i },
  {
    what: 'an unknown name',
    text: SMALL_MODEL.replace('* Starting_rate', '* Startng_rate'),
    line: 10,
    says: /Startng_rate/,
  },
  {
    what: 'a circular definition',
    text: SMALL_MODEL.replace('<eqn>0.2</eqn>', '<eqn>Share_served</eqn>').replace(
      '<eqn>Served_people / ',
      '<eqn>Starting_rate + Served_people / ',
    ),
    says: /Starting rate.*Share served|Share served.*Starting rate/s,
  },
  {
    what: 'a slip in a unit',
    text: SMALL_MODEL.replace('<units>person/month</units>', '<units>person/moth</units>'),
    line: 10,
    says: /moth/,
  },
  {
    what: 'ten levels of entities',
    text: SMALL_MODEL.replace('<xmile', `<!DOCTYPE xmile [${ENTITIES}]>\n<xmile`).replace(
      'Weir</vendor>',
      '&e9;</vendor>',
    ),
    says: /entit|DOCTYPE|declar/i,
  },
  { what: 'a missing end tag', text: SMALL_MODEL.replace('</variables>', ''), says: /variables/ },
];

describe('a faulty model file', () => {
  it.each(CASES)(
    'with $what is refused with a message, a place and exit code 3',
    async ({ text, line, says }) => {
      const file = modelFile(text);
      const result = join(dirname(file), 'result.json');
      const { code, out, err } = await weir(['run', file, '--format', 'json', '--out', result]);
      expect(code).toBe(3);
      expect(out).toBe('');
      expect(err).toMatch(says);
      expect(err).toMatch(/model\.xmile:\d+:\d+/);
      expect(err).toContain('^');
      expect(err.match(/^Error: /gm)).toHaveLength(1);
      expect(err).not.toMatch(/\n\s+at |fault in Weir/);
      if (line !== undefined) expect(err).toContain(`model.xmile:${line}:`);
      expect(readdirSync(dirname(file))).toEqual(['model.xmile']);
    },
  );
});

describe('a missing or unreadable file', () => {
  it('is the fault of the data', async () => {
    const { code, err } = await weir(['run', join(dirname(modelFile('')), 'nothing.xmile')]);
    expect(code).toBe(3);
    expect(err).toContain('nothing.xmile');
  });

  it('is refused where it is not text, or not a model', async () => {
    const page = await weir(['run', modelFile('<html></html>')]);
    expect(page.code).toBe(3);
    const yaml = await weir(['run', modelFile('id: [', 'study.yaml')]);
    expect(yaml.code).toBe(3);
    expect(yaml.err).toMatch(/study\.yaml:\d+:\d+/);
  });
});
