// Mutations of texts: each takes a text and gives another, never much longer than the longest allowed.
import { DICTIONARY, NAMES, NUMBERS } from './dictionary.mjs';

/** Longest text that is tried; far above the seeds, and small enough for many a second. */
const LONGEST = 60_000;

const cut = (text, random) => {
  const from = random.below(text.length);
  return text.slice(0, from) + text.slice(from + 1 + random.below(random.pick([1, 4, 40, 400])));
};
const insert = (text, word, random) => {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + word + text.slice(at);
};
const piece = (text, random) => {
  const from = random.below(text.length);
  return text.slice(from, from + 1 + random.below(random.pick([4, 40, 400, 4000])));
};

const MUTATIONS = [
  (text, random) => cut(text, random),
  (text, random, kind) => insert(text, random.pick(DICTIONARY[kind]), random),
  (text, random, kind) => insert(cut(text, random), random.pick(DICTIONARY[kind]), random),
  (text, random) =>
    insert(text, String.fromCharCode(random.below(random.chance(4) ? 0x10000 : 0x80)), random),
  (text, random) => insert(text, piece(text, random), random),
  (text, random) =>
    insert(text, piece(text, random).repeat(1 + random.below(random.pick([3, 30, 300]))), random),
  // The same word many times over: depth and length.
  (text, random, kind) =>
    insert(text, random.pick(DICTIONARY[kind]).repeat(random.pick([10, 100, 600, 3000])), random),
  // The end is missing.
  (text, random) => text.slice(0, random.below(text.length)),
  // Two places change their contents.
  (text, random) => {
    const [a, b] = [piece(text, random), piece(text, random)];
    return a === '' || b === ''
      ? text
      : text
          .replace(a, () => '\0')
          .replace(b, () => a)
          .replace('\0', () => b);
  },
  // A name or a number becomes another, everywhere or once.
  (text, random) => {
    const words = text.match(/[A-Za-z_][A-Za-z_ ]*[A-Za-z]/g) ?? ['x'];
    const word = random.pick(words);
    const other = random.chance(3) ? random.pick(words) : random.pick(NAMES);
    return random.chance(2) ? text.replaceAll(word, () => other) : text.replace(word, () => other);
  },
  (text, random) => {
    const found = [...text.matchAll(/[0-9]+(?:\.[0-9]+)?/g)];
    if (found.length === 0) return text;
    const { index, 0: number } = random.pick(found);
    return text.slice(0, index) + random.pick(NUMBERS) + text.slice(index + number.length);
  },
  (text, random) => text.replace(/\n/g, () => (random.chance(2) ? '\r' : '\r\n')),
];

/** Changes one text of an XML file, and escapes what comes of it. */
function changeWithin(text, random) {
  const places = [...text.matchAll(/>([^<]*[^<\s][^<]*)<|"([^"<]*)"/g)];
  if (places.length === 0) return text;
  const { index, 0: whole, 1: between, 2: quoted } = random.pick(places);
  const plain = (between ?? quoted ?? '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
  const changed = random
    .pick(MUTATIONS)(plain, random, 'equation')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;');
  const start = index + whole.indexOf(between ?? quoted ?? '');
  return text.slice(0, start) + changed + text.slice(start + (between ?? quoted ?? '').length);
}

/** Kinds of text, as often as they stand here. */
const KINDS = ['xmile', 'xmile', 'xmile', 'xmile', 'mdl', 'mdl', 'mdl', 'mdl', 'equation', 'units'];

/** A mutation of one of the seeds: one to several changes, rarely a piece of another seed. */
export function mutate(seeds, random) {
  const kind = random.pick(KINDS);
  const others = seeds.filter((seed) => seed.kind === kind);
  const seed = random.pick(others);
  let { text } = seed;
  const changes = 1 + random.below(random.pick([1, 2, 4, 8]));
  // Half of the XML stays XML: only what stands between tags or quotes is changed.
  const within = kind === 'xmile' && random.chance(2);
  for (let change = 0; change < changes; change += 1) {
    if (within) text = changeWithin(text, random);
    else
      text = random.chance(12)
        ? insert(text, piece(random.pick(others).text, random), random)
        : random.pick(MUTATIONS)(text, random, kind);
    if (text.length > LONGEST) text = text.slice(0, LONGEST);
  }
  return { kind: seed.kind, file: seed.file, text };
}
