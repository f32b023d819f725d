import { describe, expect, it } from 'vitest';
import { canonicalName } from '../names/canonical-name.js';
import { sourceText } from '../source/source-text.js';
import { SPECS, TANK, xmileFile } from '../testing/files.js';
import { flatModel } from '../testing/flat-model.js';
import { codesOf, valueIn } from '../testing/outcomes.js';
import { readXmile } from './read-xmile.js';

const specsOf = (specs: string) => flatModel(xmileFile({ specs })).simulation;
const specCodes = (specs: string) => codesOf(readXmile(xmileFile({ specs })));

describe('header', () => {
  it('gives the name, vendor and product', () => {
    const model = flatModel(xmileFile());
    expect(model.name).toBe('Test');
    expect(model.header).toEqual({ vendor: 'Weir', product: 'Weir', productVersion: '0.1', title: 'Test' });
  });

  it('may be missing: the file then gives the name', () => {
    const model = flatModel(sourceText('a/b/tank.model.xmile', xmileFile({ header: '' }).text));
    expect(model.name).toBe('tank.model');
  });
});

describe('run specification', () => {
  it('has defaults', () => {
    expect(specsOf('<sim_specs><start>-5</start><stop> 1e2 </stop></sim_specs>')).toEqual({
      start: -5,
      stop: 100,
      dt: 1,
      methods: ['euler'],
      timeUnits: '',
    });
  });

  it.each([
    ['<dt>0.25</dt>', 0.25],
    ['<dt reciprocal="true">8</dt>', 0.125],
    ['<dt reciprocal=" TRUE ">4</dt>', 0.25],
    ['<dt reciprocal="false">4</dt>', 4],
  ])('reads %s as %d', (dt, value) => {
    expect(specsOf(`<sim_specs><start>0</start><stop>10</stop>${dt}</sim_specs>`).dt).toBe(value);
  });

  it.each([
    ['Euler', ['euler']],
    ['gear, RK4', ['gear', 'rk4']],
    ['RK45', ['rk45']],
    ['unheard of, rk2', ['rk2']],
    ['', ['euler']],
  ])('reads the method %j', (method, methods) => {
    expect(
      specsOf(`<sim_specs method="${method}"><start>0</start><stop>10</stop></sim_specs>`).methods,
    ).toEqual(methods);
  });

  it.each(['isee:save_interval="2"', 'save_step="2"'])('reads the save step %s', (attribute) => {
    expect(specsOf(`<sim_specs ${attribute}><start>0</start><stop>10</stop></sim_specs>`).saveStep).toBe(2);
  });

  it('may stand in the model', () => {
    const file = xmileFile({ specs: '' }).text.replace('<variables>', `${SPECS}<variables>`);
    expect(flatModel(sourceText('f', file)).simulation.timeUnits).toBe('month');
  });

  it.each([
    ['<sim_specs><stop>10</stop></sim_specs>', ['missing-element']],
    ['<sim_specs/>', ['missing-element', 'missing-element']],
    ['<sim_specs><start>zero</start><stop>10</stop></sim_specs>', ['bad-number']],
    ['<sim_specs><start/><stop>10</stop></sim_specs>', ['bad-number']],
    ['<sim_specs><start>0</start><stop>0</stop></sim_specs>', ['bad-time-span']],
    ['<sim_specs><start>0</start><stop>1</stop><dt>-1</dt></sim_specs>', ['bad-dt']],
    ['<sim_specs><start>0</start><stop>1</stop><dt reciprocal="true">0</dt></sim_specs>', ['bad-dt']],
    ['<sim_specs isee:save_interval="0"><start>0</start><stop>1</stop></sim_specs>', ['bad-dt']],
    ['<sim_specs><start>0</start><stop>1e999</stop></sim_specs>', ['bad-number']],
    ['<sim_specs><start>0</start><stop>0x10</stop></sim_specs>', ['bad-number']],
    ['<sim_specs><start>0</start><stop>1</stop><dt>0,5</dt></sim_specs>', ['bad-number']],
  ])('refuses %s', (specs, codes) => {
    expect(specCodes(specs)).toEqual(codes);
  });
});

describe('variables', () => {
  const model = flatModel(
    xmileFile({
      variables: `${TANK}
<aux name="Odd\\nname"><eqn>1 &lt; {note} Tank</eqn><doc> Says &amp; does. </doc><range min="0" max="5"/><units/></aux>
<gf name="effect"><xscale min="0" max="4"/><ypts>0,1,4</ypts></gf>
<aux name="looked up"><eqn>TIME</eqn><gf type="extrapolate"><xpts sep=";">0; 1;2.5</xpts><ypts sep=" "> 5 6
7</ypts></gf></aux>
<aux name="old graph"><gf discrete="true"><xpts>0,1</xpts><ypts>5,6</ypts></gf></aux>`,
    }),
  );
  const variable = (name: string) => model.variables.get(canonicalName(name));

  it('stand in the order of the file, under three names', () => {
    expect([...model.variables.values()].map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'stock Tank',
      'flow filling',
      'flow draining',
      'auxiliary residence time',
      'auxiliary Odd name',
      'graphical effect',
      'auxiliary looked up',
      'graphical old graph',
    ]);
    expect(variable('odd name')).toMatchObject({
      written: 'Odd\\nname',
      key: 'odd_name',
      documentation: 'Says & does.',
      range: { min: 0, max: 5 },
    });
    // An empty <units> says nothing.
    expect(variable('odd name')?.units).toBeUndefined();
  });

  it('know their flows and units, with exact places', () => {
    const tank = variable('tank');
    expect(tank?.kind === 'stock' && tank.inflows[0]?.key).toBe('filling');
    const cut = (span: { start: number; end: number } | undefined) =>
      model.source.text.slice(span?.start ?? 0, span?.end ?? 0);
    expect(cut(tank?.kind === 'stock' ? tank.outflows[0]?.span : undefined)).toBe('draining');
    expect(cut(variable('filling')?.units?.span)).toBe('litre/month');
    expect(cut(tank?.span)).toMatch(/^<stock name="Tank">.*<\/stock>$/);
  });

  it('have equations whose places are exact behind an entity and a comment', () => {
    const odd = variable('odd name');
    const equation = odd?.kind === 'auxiliary' ? odd.equation : undefined;
    const cut = (span: { start: number; end: number }) => model.source.text.slice(span.start, span.end);
    expect(
      equation?.kind === 'binary' && [cut(equation.left.span), cut(equation.right.span), cut(equation.span)],
    ).toEqual(['1', 'Tank', '1 &lt; {note} Tank']);
  });

  it('have graphs of every form', () => {
    const graph = (name: string) => {
      const found = variable(name);
      return found === undefined || found.kind === 'stock' ? undefined : found.graph;
    };
    expect(graph('effect')).toEqual({ type: 'continuous', x: [0, 2, 4], y: [0, 1, 4] });
    expect(graph('looked up')).toEqual({ type: 'extrapolate', x: [0, 1, 2.5], y: [5, 6, 7] });
    expect(graph('old graph')).toEqual({ type: 'discrete', x: [0, 1], y: [5, 6] });
  });

  it.each([
    ['<gf><ypts>1,2</ypts></gf>', 'graph-without-points'],
    ['<gf><xscale min="0"/><ypts>1,2</ypts></gf>', 'graph-without-points'],
    ['<gf><xpts>0</xpts><ypts>1</ypts></gf>', 'graph-count'],
    ['<gf><xpts>0,0</xpts><ypts>1,2</ypts></gf>', 'graph-order'],
    ['<gf><xscale min="1" max="1"/><ypts>1,2</ypts></gf>', 'graph-order'],
    ['<gf><xpts>0,x</xpts><ypts>1,2</ypts></gf>', 'bad-number'],
    ['<gf><xpts>0,1</xpts><ypts>1,,2</ypts></gf>', 'bad-number'],
  ])('refuse %s', (gf, code) => {
    expect(codesOf(readXmile(xmileFile({ variables: `<aux name="x"><eqn>1</eqn>${gf}</aux>` })))).toEqual([
      code,
    ]);
  });

  it('point at the very value that is no number', () => {
    const { diagnostics } = readXmile(
      xmileFile({
        variables: '<aux name="x"><eqn>1</eqn><gf><xpts>0,1</xpts><ypts>1,\n  two</ypts></gf></aux>',
      }),
    );
    expect(diagnostics[0]?.place).toEqual({ file: 'test.xmile', line: 9, column: 3, length: 3 });
  });

  it('may be named like the members of objects', () => {
    const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];
    const read = readXmile(
      xmileFile({ variables: names.map((name) => `<aux name="${name}"><eqn>1</eqn></aux>`).join('') }),
    );
    expect(valueIn(read).root.variables.map(({ written }) => written)).toEqual(names);
  });

  it('report every fault, each once', () => {
    const outcome = readXmile(
      xmileFile({
        variables:
          '<aux name="a"><eqn>1 +</eqn></aux><aux><eqn>1</eqn></aux><aux name="b"/><aux name="A"><eqn>1</eqn></aux><aux name="c"><eqn/></aux>',
      }),
    );
    expect(codesOf(outcome)).toEqual([
      'equation-operand',
      'missing-name',
      'missing-equation',
      'duplicate-name',
      'equation-empty',
    ]);
  });
});

describe('what Weir lacks', () => {
  const features = (variables: string, extra = '') => codesOf(readXmile(xmileFile({ variables, extra })));

  it('is reported once a feature, naming each user', () => {
    const { diagnostics } = readXmile(
      xmileFile({
        variables:
          '<stock name="a"><eqn>1</eqn><queue/></stock>\n<stock name="b c"><eqn>1</eqn><queue/></stock>',
      }),
    );
    expect(diagnostics.map(({ code, variable, message }) => [code, variable, message])).toEqual([
      ['unsupported-queue', 'a', 'Queues are not supported yet: used by `a` (line 8), `b c` (line 9).'],
    ]);
  });

  it('is not mistaken in empty elements and options of what is supported', () => {
    expect(features('<aux name="a"><dimensions/><eqn>1</eqn></aux>', '<dimensions></dimensions>')).toEqual(
      [],
    );
    expect(
      features(
        '<aux name="a"><eqn>1</eqn></aux>',
        '<options namespace="std"><uses_outputs/><uses_arrays/><uses_submodels/><uses_macros/></options>',
      ),
    ).toEqual([]);
  });

  it('does not blame the flows of a conveyor for having no equation', () => {
    expect(
      features(
        '<flow name="out"/><stock name="line"><eqn>1</eqn><outflow>out</outflow><conveyor><len>3</len></conveyor></stock>',
      ),
    ).toEqual(['unsupported-conveyor']);
  });
});

describe('views', () => {
  it('hold shown variables, aliases, connectors, labels and frames', () => {
    const views = `<views><view name="Main" page_width="800" page_height="600">
<stock name="Tank" x="10" y="20" width="45" height="35" label_side="bottom"/>
<flow name="filling" x="5" y="6"><pts><pt x="1" y="2"/><pt x="3" y="4"/></pts></flow>
<aux name="residence_time" x="1" y="2"/>
<alias x="7" y="8" uid="3"><of>Tank</of></alias>
<connector angle="45" polarity="-"><from><alias uid="3"/></from><to>draining</to></connector>
<text_box x="1" y="1" width="50" height="20">A note</text_box>
<group name="Water" x="0" y="0" width="100" height="90"/>
<isee:thing x="1" y="1"/><aux name="no place"/>
</view><view type="interface"/></views>`;
    const [view, ...others] = flatModel(xmileFile({ variables: TANK, views })).views;
    expect(others).toEqual([]);
    expect(view).toEqual({
      name: 'Main',
      width: 800,
      height: 600,
      items: [
        {
          kind: 'stock',
          variable: 'tank',
          name: 'Tank',
          x: 10,
          y: 20,
          width: 45,
          height: 35,
          labelSide: 'bottom',
        },
        {
          kind: 'flow',
          variable: 'filling',
          name: 'filling',
          x: 5,
          y: 6,
          points: [
            { x: 1, y: 2 },
            { x: 3, y: 4 },
          ],
        },
        { kind: 'auxiliary', variable: 'residence_time', name: 'residence time', x: 1, y: 2 },
        { kind: 'alias', variable: 'tank', name: 'Tank', x: 7, y: 8, uid: '3' },
        {
          kind: 'connector',
          from: { alias: '3' },
          to: { variable: 'draining' },
          angle: 45,
          points: [],
          polarity: '-',
        },
        { kind: 'label', text: 'A note', x: 1, y: 1, width: 50, height: 20 },
        { kind: 'frame', name: 'Water', x: 0, y: 0, width: 100, height: 90 },
      ],
    });
  });
});

describe('non-negative', () => {
  it.each([
    ['<non_negative/>', '', true],
    ['<non_negative>TruE </non_negative>', '', true],
    ['<non_negative> FALSE </non_negative>', '', false],
    ['', '<behavior><non_negative/></behavior>', true],
    ['', '<behavior><stock><non_negative/></stock></behavior>', true],
    ['', '<behavior><flow><non_negative/></flow></behavior>', false],
    ['<non_negative>false</non_negative>', '<behavior><non_negative/></behavior>', false],
  ])('%s under %s is %s', (own, extra, expected) => {
    const file = xmileFile({ variables: `<stock name="a"><eqn>1</eqn>${own}</stock>`, extra });
    expect(valueIn(readXmile(file)).root.variables[0]?.nonNegative).toBe(expected);
  });
});
