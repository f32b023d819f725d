import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLink } from './decode-link.js';
import { encodeLink } from './encode-link.js';
import { fitLink } from './fit-link.js';
import { LINK_DEFAULTS, LINK_VIEWS, type LinkState } from './link-state.js';
import { LONGEST_PLAIN_LINK } from './link-text.js';
import { type Packing, packedLink, unpackedLink } from './packed-link.js';

const plain: LinkState = { ...LINK_DEFAULTS, model: 'tank' };

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const id = fc.stringMatching(/^[A-Za-z0-9_.-]{1,12}$/);
const word = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' });
const dates = { at: finite, over: fc.double({ min: 0, max: 1e6, noNaN: true }) };
const setting = fc.oneof(
  fc.record({ name: word, value: finite }),
  fc.record({ name: word, value: finite, ...dates }),
);
const scenario = fc.record(
  { scenario: word, settings: fc.array(setting, { maxLength: 4 }), begin: fc.record(dates) },
  { requiredKeys: ['scenario', 'settings'] },
);
const pin = fc
  .tuple(fc.string({ maxLength: 20, unit: 'grapheme' }), scenario)
  .map(([name, own]) => ({ name, ...own }));
const state: fc.Arbitrary<LinkState> = fc.record(
  {
    model: id,
    modelVersion: fc.stringMatching(/^[a-z0-9.]{1,8}$/),
    corrections: fc.uniqueArray(id, { maxLength: 3 }).filter((ids) => !ids.includes('none')),
    view: fc.constantFrom(...LINK_VIEWS),
    draft: scenario,
    outcomes: fc.uniqueArray(id, { maxLength: 4 }),
    horizon: fc.oneof(fc.nat(1200), fc.constant('long' as const)),
    ranges: id,
    draws: fc.integer({ min: 1, max: 10_000 }),
    seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    pins: fc.array(pin, { maxLength: 3 }),
  },
  {
    requiredKeys: ['model', 'corrections', 'view', 'outcomes', 'horizon', 'ranges', 'draws', 'seed', 'pins'],
  },
);

const nodePacking: Packing = {
  deflate: async (bytes) => promisify(deflateRaw)(bytes),
  inflate: (bytes, limit) =>
    new Promise((resolve, reject) => {
      inflateRaw(bytes, { maxOutputLength: limit }, (error, done) => (error ? reject(error) : resolve(done)));
    }),
};

describe('links', () => {
  it('give back every state to the last bit', () => {
    fc.assert(
      fc.property(state, (given) => {
        const decoded = decodeLink(`#${encodeLink(given)}`);
        expect(decoded).toEqual({ state: given, ignored: [] });
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  it('are one text for one state, and leave out what a link stands for anyway', () => {
    expect(encodeLink(plain)).toBe('v=1&m=tank');
    fc.assert(
      fc.property(state, (given) => {
        const text = encodeLink(given);
        expect(encodeLink(decodeLink(text).state ?? plain)).toBe(text);
      }),
      { seed: 12, numRuns: 100 },
    );
  });

  it('read as the design writes them', () => {
    const link =
      '#v=1&m=some-state@1.0.0&c=none&view=compare&s=partial-decriminalization,st_services_capacity:750@12+6' +
      '&o=trafficked_adults,trafficked_youth&t=60&r=20pct&n=200&seed=1234';
    expect(decodeLink(link)).toEqual({
      ignored: [],
      state: {
        ...LINK_DEFAULTS,
        model: 'some-state',
        modelVersion: '1.0.0',
        draft: {
          scenario: 'partial-decriminalization',
          settings: [{ name: 'st_services_capacity', value: 750, at: 12, over: 6 }],
        },
        outcomes: ['trafficked_adults', 'trafficked_youth'],
      },
    });
  });

  it('never throw, whatever the text', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('%', '%zz', 'n=1e9', 's=,', 'pin=~~;'),
    );
    const key = fc.constantFrom('v=', 'm=', 'c=', 's=', 'o=', 't=', 'r=', 'n=', 'seed=', 'pin=', '');
    fc.assert(
      fc.property(fc.array(fc.tuple(key, part)), (parts) => {
        const text = parts.map((both) => both.join('')).join('&');
        expect(() => decodeLink(text)).not.toThrow();
      }),
      { seed: 13, numRuns: 150 },
    );
  });

  it('list what they leave out, and change nothing to fit', () => {
    const decoded = decodeLink('#v=2&m=tank&n=0&seed=-1&view=nowhere&n=7&x=1&t=abc&pin=a~b;c~d;e~f;g~h');
    expect(decoded.state).toEqual(plain);
    expect(decoded.ignored.map(({ part }) => part).sort()).toEqual([
      'n=0',
      'n=7',
      'pin=a~b;c~d;e~f;g~h',
      'seed=-1',
      't=abc',
      'v=2',
      'view=nowhere',
      'x=1',
    ]);
  });

  it('have no state without a model', () => {
    expect(decodeLink('').state).toBe(undefined);
    expect(decodeLink('#v=1&view=trust').state).toBe(undefined);
  });
});

describe('fitLink', () => {
  const targets = {
    model: 'tank',
    version: '1.0.0',
    scenarios: new Set(['base']),
    outcomes: new Set(['level']),
    settable: new Set(['rate']),
    corrections: new Set(['D1', 'code']),
    ranges: new Set(['20pct']),
  };

  it('keeps what the model has', () => {
    const state: LinkState = {
      ...plain,
      corrections: ['D1'],
      outcomes: ['level'],
      draft: { scenario: 'base', settings: [{ name: 'rate', value: 2 }] },
      modelVersion: '1.0.0',
    };
    expect(fitLink(state, targets)).toEqual({ state, ignored: [] });
  });

  it('leaves out the rest, and says so', () => {
    const state: LinkState = {
      ...plain,
      modelVersion: '0.9.0',
      corrections: ['D1', 'D99'],
      outcomes: ['level', 'mood'],
      draft: { scenario: 'base', settings: [{ name: 'rat', value: 2 }] },
      pins: [{ name: 'gone', scenario: 'gone', settings: [] }],
      ranges: 'huge',
    };
    const fitted = fitLink(state, targets);
    expect(fitted.state).toEqual({
      ...plain,
      modelVersion: '1.0.0',
      corrections: ['D1'],
      outcomes: ['level'],
      draft: { scenario: 'base', settings: [] },
    });
    expect(fitted.ignored).toHaveLength(6);
  });
});

describe('packed links', () => {
  it('pack long ones only, and unpack to the same text', async () => {
    const short = encodeLink(plain);
    expect(await packedLink(short, nodePacking)).toBe(short);
    const settings = Array.from({ length: 200 }, (_, index) => ({
      name: `constant ${index}`,
      value: index / 7,
    }));
    const long = encodeLink({ ...plain, draft: { scenario: 'base', settings } });
    const packed = await packedLink(long, nodePacking);
    expect(long.length).toBeGreaterThan(LONGEST_PLAIN_LINK);
    expect(packed.length).toBeLessThan(long.length);
    expect(packed).toMatch(/^v=1&z=[\w-]+$/);
    expect(await unpackedLink(`https://example.org/#${packed}`, nodePacking)).toBe(long);
  });

  it('survive what is no packed link, and what would fill the memory', async () => {
    expect(await unpackedLink('#v=1&z=!!!', nodePacking)).toBe('v=1&z=!!!');
    expect(await unpackedLink('#v=1&z=abc', nodePacking)).toBe('v=1&z=abc');
    const bomb = await nodePacking.deflate(new Uint8Array(5_000_000));
    const text = Buffer.from(bomb).toString('base64url');
    expect(await unpackedLink(`#v=1&z=${text}`, nodePacking)).toBe(`v=1&z=${text}`);
  });
});
