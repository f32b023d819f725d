import { describe, expect, it } from 'vitest';
import { dialectOf, readModelFile } from './read-model-file.js';
import { sourceText } from './source/source-text.js';
import { auxiliaries } from './testing/files.js';
import { codesOf, valueIn } from './testing/outcomes.js';

const MDL =
  '{UTF-8}\nx = 1 ~~|\nINITIAL TIME = 0 ~~|\nFINAL TIME = 1 ~~|\nTIME STEP = 1 ~~|\nSAVEPER = 1 ~~|\n';

describe('readModelFile', () => {
  it.each([
    ['\ufeff\n <xmile/>', 'model.mdl', 'xmile'],
    [MDL, 'model.txt', 'vensim'],
    ['x = 1 ~ ~ |', 'model', 'vensim'],
    ['x = 1', 'model.MDL', 'vensim'],
    ['{"stocks": []}', 'model.json', 'xmile'],
    ['', 'model.xmile', 'xmile'],
  ])('takes %j in %s for %s', (text, name, dialect) => {
    expect(dialectOf(sourceText(name, text))).toBe(dialect);
  });

  it('reads both languages into the same form', () => {
    const vensim = valueIn(readModelFile(sourceText('model.mdl', MDL)));
    expect([vensim.dialect, vensim.root.variables.map(({ name }) => name)]).toEqual([
      'vensim',
      ['x', 'INITIAL TIME', 'FINAL TIME', 'TIME STEP', 'SAVEPER'],
    ]);
    const xmile = valueIn(readModelFile(auxiliaries({ x: '1' })));
    expect([xmile.dialect, xmile.root.variables.map(({ name }) => name)]).toEqual(['xmile', ['x']]);
  });

  it('reads a file as the language it is told', () => {
    expect(codesOf(readModelFile(sourceText('model.mdl', MDL), { dialect: 'xmile' }))).toEqual(['not-xml']);
  });
});
