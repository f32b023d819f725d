import { describe, expect, it } from 'vitest';
import { printExpression } from '../equation/print.js';
import { canonicalName } from '../names/canonical-name.js';
import { codesOf } from '../testing/outcomes.js';
import { readVensim } from './read-vensim.js';
import { readSmall, smallModel, variableIn } from './testing/small-models.js';

const FLOWS = 'births = 5 ~~|\ndeaths = 3 ~~|\nmoves = 1 ~~|\n';
const flowsOf = (entries: string, name: string) => {
  const { inflows, outflows } = variableIn(readSmall(entries), name);
  return [inflows.map(({ key }) => key), outflows.map(({ key }) => key)];
};

describe('INTEG', () => {
  it.each([
    ['births - deaths + moves', ['births', 'moves'], ['deaths']],
    ['-(deaths - births) - (-moves)', ['births', 'moves'], ['deaths']],
    ['-deaths', [], ['deaths']],
    ['0', [], []],
    ['births', ['births'], []],
  ])('of %s is split into flows', (rate, inflows, outflows) => {
    const entries = `${FLOWS}S = INTEG(${rate}, 100) ~~|`;
    expect(flowsOf(entries, 'S').map((keys) => [...keys].sort())).toEqual([inflows, outflows]);
    const file = readSmall(entries);
    expect(variableIn(file, 'S')).toMatchObject({ kind: 'stock', parts: [{ expression: { value: 100 } }] });
    for (const name of [...inflows, ...outflows]) expect(variableIn(file, name).kind).toBe('flow');
  });

  it.each([
    ['births * 2'],
    ['births + births'],
    ['births - births'],
    ['births + 1'],
    ['S'],
    ['TIME STEP'],
    ['Time'],
    ['MAX(births, deaths)'],
  ])('of %s becomes one net flow, and a note says so', (rate) => {
    const read = readVensim(smallModel(`${FLOWS}S = INTEG(${rate}, 100) ~ person ~|`));
    expect(codesOf(read)).toEqual(['vensim-net-flow']);
    expect(read.diagnostics[0]?.severity).toBe('note');
    if (!read.ok) return;
    expect(variableIn(read.value, 'S').inflows).toMatchObject([{ key: 's_net_flow' }]);
    const net = variableIn(read.value, 'S net flow');
    expect(net.kind).toBe('flow');
    const expression = net.parts[0]?.expression;
    expect(expression && printExpression(expression).replaceAll('_', ' ')).toBe(rate);
  });

  it('leaves a flow to the first stock that it fills', () => {
    const file = readSmall(
      `${FLOWS}A = INTEG(births, 0) ~~|\nB = INTEG(births, 0) ~~|\nC = INTEG(-births, 0) ~~|`,
    );
    const [a, b, c] = ['A', 'B', 'C'].map((name) => variableIn(file, name));
    expect(a?.inflows[0]?.key).toBe('births');
    expect(b?.inflows[0]?.key).toBe('b_net_flow');
    expect(c?.outflows[0]?.key).toBe('births');
  });

  it('over an array is split where the flows have the subscripts of the stock', () => {
    const entries = 'd: a, b ~~|\nin[d] = 1 ~~|\nout[d] = 2 ~~|\nlone = 3 ~~|\n';
    expect(flowsOf(`${entries}S[d] = INTEG(in[d] - out[d], 0) ~~|`, 'S')).toEqual([['in'], ['out']]);
    expect(
      flowsOf(`${entries}S[a] = INTEG(in[a] - out[a], 0) ~~|\nS[b] = INTEG(in[b] - out[b], 1) ~~|`, 'S'),
    ).toEqual([['in'], ['out']]);
    for (const rate of ['in[a]', 'lone', 'in[d] + lone'])
      expect(flowsOf(`${entries}S[d] = INTEG(${rate}, 0) ~~|`, 'S')).toEqual([['s_net_flow'], []]);
    expect(flowsOf(`${entries}S[a] = INTEG(in[a], 0) ~~|\nS[b] = INTEG(-out[b], 1) ~~|`, 'S')).toEqual([
      ['s_net_flow'],
      [],
    ]);
  });

  it('gives a net flow a name that is free', () => {
    const file = readSmall('"S net flow" = 1 ~~|\nS = INTEG(2 * Time, 0) ~~|');
    expect(variableIn(file, 'S').inflows[0]?.key).toBe('s_net_flow_2');
  });

  it('must stand alone, with a rate and an initial value', () => {
    expect(codesOf(readVensim(smallModel('S = 1 + INTEG(1, 2) ~~|')))).toEqual(['vensim-placement']);
    expect(codesOf(readVensim(smallModel('S = INTEG(1) ~~|')))).toEqual(['wrong-arguments']);
  });
});

describe('ACTIVE INITIAL', () => {
  it('gives the variable an initial value of its own', () => {
    const [part] = variableIn(readSmall('x = ACTIVE INITIAL(2 * y, 5) ~~|\ny = x ~~|'), 'x').parts;
    expect(part?.initial).toMatchObject({ value: 5 });
    expect(part?.expression && printExpression(part.expression)).toBe('2 * y');
  });
});

describe('macros', () => {
  const MACRO =
    ':MACRO: FILL(input, wait : left)\nFILL = INTEG(input - left, input * wait) ~~|\nleft = FILL / wait * scale$ ~~|\n:END OF MACRO:\n';

  it('keep their parameters and variables, wherever they stand', () => {
    for (const entries of [
      `${MACRO}x = FILL(1, 2) ~~|\nscale = 1 ~~|`,
      `x = FILL(1, 2) ~~|\nscale = 1 ~~|\n${MACRO}`,
    ]) {
      const file = readSmall(entries);
      const macro = file.macros.get(canonicalName('fill'));
      expect(macro?.parameters.map(({ key }) => key)).toEqual(['input', 'wait']);
      expect(macro?.output).toBe('fill');
      expect(macro?.variables.map(({ key, kind }) => [key, kind])).toEqual([
        ['fill', 'stock'],
        ['fill_net_flow', 'flow'],
        ['left', 'auxiliary'],
      ]);
      expect(variableIn(file, 'x').parts[0]?.expression).toMatchObject({ kind: 'call', key: 'fill' });
      expect(file.root.variables.some(({ key }) => key === 'left')).toBe(false);
    }
  });

  it('name the variables of the model with `$`', () => {
    const left = readSmall(`${MACRO}scale = 1 ~~|`).macros.get(canonicalName('fill'))?.variables.at(-1);
    expect(left?.parts[0]?.expression).toMatchObject({ right: { kind: 'name', key: 'scale' } });
  });

  it('are called with as many inputs as they have', () => {
    expect(codesOf(readVensim(smallModel(`${MACRO}scale = 1 ~~|\nx = FILL(1) ~~|`)))).toEqual([
      'wrong-arguments',
    ]);
    expect(codesOf(readVensim(smallModel(`${MACRO}scale = 1 ~~|\nx = FILL(1, 2 : y) ~~|`)))).toEqual([
      'unsupported-function',
    ]);
  });
});
