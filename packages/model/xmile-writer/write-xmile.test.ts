import { readdirSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ModelFile } from '../model-file.js';
import { canonicalName } from '../names/canonical-name.js';
import { readModelFile } from '../read-model-file.js';
import { reached } from '../source/diagnostic.js';
import type { SourceText } from '../source/source-text.js';
import { sourceText } from '../source/source-text.js';
import { auxiliaries, xmileFile } from '../testing/files.js';
import { writeXmile } from './write-xmile.js';
import { isXmlText } from './xml-node.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const MODELS = [`${root}conformance/corpus`, `${root}models`].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.xmile') && !/^defective|^includes.shared/.test(path))
    .map((path) => `${folder}/${path}`),
);

function read(source: SourceText): ModelFile {
  const include = (path: string) =>
    reached(sourceText(path, readFileSync(resolve(root, dirname(source.file), path), 'utf8')));
  const file = readModelFile(source, { include });
  if (!file.ok) throw new Error(file.diagnostics[0]?.message);
  return file.value;
}

function write(file: ModelFile): string {
  const written = writeXmile(file);
  if (!written.ok) throw new Error(written.diagnostics[0]?.message);
  return written.value;
}

/** A model file without its places: what round trips keep. */
function withoutPlaces(value: unknown): unknown {
  if (value instanceof Map) return new Map([...value].map(([key, inner]) => [key, withoutPlaces(inner)]));
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'span' && key !== 'source')
      .map(([key, inner]) => [key, withoutPlaces(inner)]),
  );
}

function roundTrip(source: SourceText): void {
  const file = read(source);
  const again = read(sourceText(source.file, write(file)));
  expect(withoutPlaces(again)).toEqual(withoutPlaces(file));
}

describe('writeXmile: what is written', () => {
  it.each(MODELS.map((path) => path.slice(root.length)))('reads back as the same model file: %s', (path) => {
    roundTrip(sourceText(path, readFileSync(root + path, 'utf8')));
  });

  it('is the same when written again', () => {
    for (const path of MODELS) {
      const once = write(read(sourceText(path, readFileSync(path, 'utf8'))));
      expect(write(read(sourceText(path, once)))).toBe(once);
    }
  });

  it('keeps the header, and says what optional features the file uses', () => {
    const text = xmileFile({
      header:
        '<header><vendor>A &amp; B</vendor><product version="1.5">P&lt;Q</product><name>Model "1"</name><caption>Two\nlines</caption></header>',
      variables: '<aux name="x"><eqn>1</eqn></aux>',
    });
    roundTrip(text);
    expect(write(read(text))).not.toContain('<options>');
  });

  it('keeps any documentation, to the character', () => {
    const texts = fc
      .oneof(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: fc.constantFrom('<', '&', ']', '>', '\n', '\r', 'a', ' ') }),
      )
      .map((text) => text.trim())
      .filter((text) => text !== '' && isXmlText(text));
    const file = read(auxiliaries({ x: '1' }));
    fc.assert(
      fc.property(texts, (documentation) => {
        const variables = file.root.variables.map((variable) => ({ ...variable, documentation }));
        const again = read(sourceText('test.xmile', write({ ...file, root: { ...file.root, variables } })));
        expect(again.root.variables[0]?.documentation).toBe(documentation);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the key of any name, as a variable and in an equation', () => {
    const names = fc
      .oneof(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.string({
          unit: fc.constantFrom('a', 'B', '1', ' ', '"', '\\', '.', ',', '[', ']', '(', '{', "'", '&'),
        }),
      )
      .filter((name) => isXmlText(name) && canonicalName(name) !== '' && canonicalName(name) !== 'y');
    const file = read(auxiliaries({ x: '1', y: 'x' }));
    fc.assert(
      fc.property(names, (name) => {
        const key = canonicalName(name);
        const quoted = `"${name.replace(/\\n/g, ' ').replace(/["\\]/g, (mark) => `\\${mark}`)}"`;
        const own = canonicalName(quoted);
        const [x, y] = file.root.variables;
        if (x === undefined || y === undefined) throw new Error('two variables');
        const [part] = y.parts;
        const expression = part?.expression;
        if (part === undefined || expression?.kind !== 'name') throw new Error('a name');
        const variables = [
          { ...x, written: quoted, key: own },
          { ...y, parts: [{ ...part, expression: { ...expression, written: quoted, key: own } }] },
        ];
        const text = write({ ...file, root: { ...file.root, variables } });
        const again = read(sourceText('test.xmile', text)).root.variables;
        expect(key).not.toBe('');
        expect(again[0]?.key).toBe(own);
        expect(again[1]?.parts[0]?.expression).toMatchObject({ kind: 'name', key: own });
      }),
      { numRuns: 300 },
    );
  });

  it('keeps views: stocks, flows with points, aliases, connectors, labels, frames, sizes', () => {
    const views = `<views><view name="Page 1" page_width="800" page_height="600">
      <stock name="Tank" x="10" y="20" width="45" height="35" label_side="bottom"/>
      <flow name="filling" x="30.5" y="20" label_side="top"><pts><pt x="1" y="2"/><pt x="3" y="4"/></pts></flow>
      <aux name="rate" x="1e-3" y="-5"/>
      <alias x="70" y="80" uid="9" label_side="left"><of>Tank</of></alias>
      <connector angle="35.25" polarity="+"><from>rate</from><to>filling</to></connector>
      <connector><from><alias uid="9"/></from><to>rate</to><pts><pt x="5" y="6"/></pts></connector>
      <text_box x="1" y="2" width="300" height="40">A &lt;label&gt;\nin two lines</text_box>
      <group name="Frame &amp; all" x="0" y="0" width="500" height="400"/>
    </view></views>`;
    const variables =
      '<stock name="Tank"><eqn>1</eqn><inflow>filling</inflow></stock><flow name="filling"><eqn>rate</eqn></flow><aux name="rate"><eqn>1</eqn></aux>';
    const source = xmileFile({ variables, views });
    expect(read(source).root.views[0]?.items).toHaveLength(8);
    roundTrip(source);
  });

  it('says in a warning that a control character of a text cannot be kept', () => {
    const file = read(auxiliaries({ x: '1' }));
    const written = writeXmile({ ...file, header: { ...file.header, title: 'a\u0001b' } });
    expect(written).toMatchObject({
      ok: true,
      diagnostics: [{ code: 'xml-character', severity: 'warning' }],
    });
  });
});

describe('writeXmile of a Vensim model', () => {
  const END = '\nFINAL TIME = 4 ~~|\nINITIAL TIME = 0 ~~|\nSAVEPER = 1 ~~|\nTIME STEP = 1 ~~|\n';
  const vensim = (equations: string) => read(sourceText('test.mdl', `{UTF-8}\n${equations}${END}`));
  const equation = (right: string) => {
    const text = write(vensim(`birth rate = 3 ~~|\nx = ${right} ~~|`));
    return /<aux name="x">\s*<eqn>([^<]*)<\/eqn>/
      .exec(text)?.[1]
      ?.replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>');
  };

  it.each([
    ['birth rate * 2', 'birth_rate * 2'],
    [
      'IF THEN ELSE(birth rate > 2 :AND: :NOT: Time = 3, 1, 0)',
      'IF birth_rate > 2 AND NOT (Time = 3) THEN 1 ELSE 0',
    ],
    ['GAME(birth rate)', 'birth_rate'],
    ['INTEGER(birth rate)', 'IF birth_rate < 0 THEN -INT(-birth_rate) ELSE INT(birth_rate)'],
    ['ZIDZ(1, birth rate)', 'IF ABS(birth_rate) < 0.000001 THEN 0 ELSE 1 / birth_rate'],
    ['POWER(birth rate, 2)', 'birth_rate ^ 2'],
    ['PULSE(1, 2)', 'STEP(1, 1) - STEP(1, 1 + MAX(2, DT))'],
    ['SAMPLE IF TRUE(Time = 2, birth rate, 7)', 'IF Time = 2 THEN birth_rate ELSE PREVIOUS(SELF, 7)'],
    ['DELAY FIXED(birth rate, 3, 7)', 'DELAY(birth_rate, 3, 7)'],
    ['DELAY N(birth rate, 3, 7, 2)', 'DELAYN(birth_rate, 3, 2, 7)'],
  ])('says %s as %s', (right, xmile) => {
    expect(equation(right)?.toUpperCase()).toBe(xmile.toUpperCase());
  });

  it('keeps whole arrays whole, and takes exceptions and lists apart', () => {
    const text = write(
      vensim(
        'D: a, b, c ~~|\nx[D] = 1, 2, 3 ~~|\ny[D] = x[D] * 2 ~~|\nz[D] :EXCEPT: [b] = 5 ~~|\nz[b] = 6 ~~|\ns = SUM(x[D!]) ~~|',
      ),
    );
    expect(text).toMatch(/<eqn>x\[D\] \* 2<\/eqn>/);
    expect(text).toMatch(/<eqn>SUM\(x\[\*\]\)<\/eqn>/i);
    expect(text).toMatch(/<element subscript="b">\s*<eqn>6<\/eqn>/);
    expect(text).toMatch(/<element subscript="c">\s*<eqn>5<\/eqn>/);
    expect(text).toMatch(/<element subscript="c">\s*<eqn>3<\/eqn>/);
  });

  it.each([
    ['GAMMA LN(birth rate)', 'GAMMA'],
    ['1 + SAMPLE IF TRUE(Time = 2, birth rate, 7)', 'hold a sample'],
    ['RANDOM NORMAL(0, 1, 0, 1, 1)', 'RANDOM'],
  ])('refuses %s by name, with its place', (right, names) => {
    const written = writeXmile(vensim(`birth rate = 3 ~~|\nx = ${right} ~~|`));
    expect(written).toMatchObject({ ok: false, diagnostics: [{ code: 'not-in-xmile', variable: 'x' }] });
    expect(written.diagnostics[0]?.message).toContain(names);
    expect(written.diagnostics[0]?.place?.line).toBe(3);
  });

  it('refuses an array with elements that have no equation', () => {
    const written = writeXmile(
      vensim('D: a, b, c ~~|\nx[a] = 1 ~~|\nx[b] = 2 ~~|\ny[D] = 1 ~~|\nx2[a] = 1 ~~|\nx2[c] = 1 ~~|'),
    );
    expect(written.ok).toBe(false);
    expect(written.diagnostics.map(({ variable }) => variable)).toContain('x2');
  });
});
