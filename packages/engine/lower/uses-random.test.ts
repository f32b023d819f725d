import { readModel, sourceText } from '@weir/model';
import { describe, expect, it } from 'vitest';
import { lower } from './lower.js';
import { usesRandom } from './uses-random.js';

function programOf(equation: string) {
  const text = `<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0">
    <header><vendor>Weir</vendor><product version="0.1.0">Weir</product></header>
    <sim_specs><start>0</start><stop>4</stop></sim_specs>
    <model><variables>
      <stock name="level"><eqn>1</eqn><inflow>change</inflow></stock>
      <flow name="change"><eqn>${equation}</eqn></flow>
    </variables></model></xmile>`;
  const model = readModel(sourceText('noise.xmile', text));
  if (!model.ok) throw new Error(JSON.stringify(model.diagnostics));
  const program = lower(model.value);
  if (!program.ok) throw new Error(JSON.stringify(program.diagnostics));
  return program.value;
}

describe('usesRandom', () => {
  it('finds a draw however deep it stands', () => {
    expect(usesRandom(programOf('IF TIME &gt; 2 THEN 1 + 2 * NORMAL(0, 1) ELSE 0'))).toBe(true);
  });

  it('finds none where there is none', () => {
    expect(usesRandom(programOf('level * 0.1'))).toBe(false);
  });
});
