import { readModel } from '../read-model.js';
import { readModelFile } from '../read-model-file.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { reached } from '../source/diagnostic.js';
import type { ModelCode } from '../source/diagnostic-codes.js';
import type { SourceText } from '../source/source-text.js';
import { sourceText } from '../source/source-text.js';
import { checkUnits } from '../units/check-units.js';
import { readVensim } from '../vensim/read-vensim.js';
import { writeVensim } from '../vensim/write/write-vensim.js';
import { writeXmile } from '../xmile-writer/write-xmile.js';
import { readXml, XML_LIMITS } from '../xml/read-xml.js';
import type { FileParts } from './files.js';
import { auxiliaries, TANK, xmileFile } from './files.js';

const of = (source: SourceText): readonly Diagnostic[] => readModel(source).diagnostics;
const raw = (text: string) => of(sourceText('test.xmile', text));
const file = (parts: FileParts) => of(xmileFile(parts));
const variables = (text: string) => file({ variables: text });
const equation = (text: string) => of(auxiliaries({ x: text }));
const aux = (name: string, equationText: string, units: string) =>
  `<aux name="${name}"><eqn>${equationText}</eqn><units>${units}</units></aux>`;
const graph = (inside: string) => variables(`<aux name="x"><eqn>TIME</eqn><gf>${inside}</gf></aux>`);
const units = (text: string): readonly Diagnostic[] => {
  const model = readModel(xmileFile({ variables: text }));
  return model.ok ? checkUnits(model.value) : model.diagnostics;
};
const unitSection = (text: string, more = '') =>
  file({ extra: `<model_units>${text}</model_units>`, variables: more });

/** The control variables of a small Vensim model. */
const CONTROL = 'INITIAL TIME = 0 ~~|\nFINAL TIME = 10 ~~|\nTIME STEP = 1 ~~|\nSAVEPER = TIME STEP ~~|';
const vensim = (text: string) => readVensim(sourceText('test.mdl', text)).diagnostics;

const REGION = '<dim name="Region"><elem name="North"/><elem name="South"/></dim>';
const over = (name: string, content: string) =>
  `<aux name="${name}"><dimensions><dim name="Region"/></dimensions>${content}</aux>`;
/** An array `x` over two regions, and a scalar `y` with this equation. */
const array = (content: string, equationOfY: string) =>
  file({
    extra: `<dimensions>${REGION}</dimensions>`,
    variables: `${over('x', content)}\n<aux name="y"><eqn>${equationOfY}</eqn></aux>`,
  });
/** A root model with a module `hares`, and a second model. */
const withModel = (model: string, connect = '') =>
  raw(
    xmileFile({
      variables: `<module name="hares">${connect}</module><aux name="x"><eqn>1</eqn></aux>`,
    }).text.replace('</xmile>', `${model}</xmile>`),
  );

/** What is said when a Vensim model is written as XMILE. */
const asXmile = (equations: string): readonly Diagnostic[] => {
  const controls = 'FINAL TIME = 4 ~~|\nINITIAL TIME = 0 ~~|\nSAVEPER = 1 ~~|\nTIME STEP = 1 ~~|';
  const model = readModelFile(sourceText('test.xmile', `{UTF-8}\n${equations}\n${controls}\n`), {
    dialect: 'vensim',
  });
  return model.ok ? writeXmile(model.value).diagnostics : model.diagnostics;
};

/** A model with a tank that includes a file; `tank.xmile` has the tank too, and a file of a number includes the next. */
const including = (resource: string): readonly Diagnostic[] => {
  const include = (path: string) =>
    path === 'tank.xmile'
      ? reached(sourceText(path, xmileFile({ specs: '', variables: TANK }).text))
      : reached(
          sourceText(
            'test.xmile',
            `<xmile><includes><include resource="${Number.parseInt(path, 10) + 1}.xmile"/></includes></xmile>`,
          ),
        );
  const extra = `<includes><include resource="${resource}"/></includes>`;
  return readModel(xmileFile({ extra, variables: TANK }), { include }).diagnostics;
};

/**
 * For every code, the least file that provokes it. A code without a row does not compile; a test checks that each row
 * gives its code, alone, and that `docs/diagnostics.md` quotes the message.
 */
export const PROVOCATIONS: Readonly<Record<ModelCode, () => readonly Diagnostic[]>> = {
  'xml-empty': () => raw('  '),
  'not-xml': () => raw('{"stocks": []}'),
  'xml-doctype': () => raw('<!DOCTYPE xmile [<!ENTITY a "aaaa">]><xmile>&a;</xmile>'),
  'xml-too-large': () =>
    readXml(sourceText('test.xmile', `<a>${' '.repeat(100)}</a>`), { ...XML_LIMITS, length: 50 }).diagnostics,
  'xml-too-deep': () => raw('<a>'.repeat(201) + '</a>'.repeat(201)),
  'xml-too-many-elements': () =>
    readXml(sourceText('test.xmile', `<a>${'<b/>'.repeat(20)}</a>`), { ...XML_LIMITS, elements: 10 })
      .diagnostics,
  'xml-unclosed-element': () => raw('<xmile>\n<model>\n<aux name="x">\n</model>\n</xmile>'),
  'xml-unexpected-end-tag': () => raw('<xmile><model></modle></xmile>'),
  'xml-unfinished': () => raw('<xmile><model><aux name="births'),
  'xml-malformed': () => raw('<xmile><doc>Smith & Sons</doc></xmile>'),
  'not-xmile': () => raw('<model/>'),
  'missing-element': () => file({ specs: '' }),
  'missing-name': () => variables('<aux><eqn>1</eqn></aux>'),
  'missing-equation': () => variables('<aux name="births"/>'),
  'bad-number': () => file({ specs: '<sim_specs><start>0</start><stop>10</stop><dt>abc</dt></sim_specs>' }),
  'bad-dt': () => file({ specs: '<sim_specs><start>0</start><stop>10</stop><dt>0</dt></sim_specs>' }),
  'bad-time-span': () => file({ specs: '<sim_specs><start>10</start><stop>0</stop></sim_specs>' }),
  'unknown-method': () =>
    file({ specs: '<sim_specs method="midpoint"><start>0</start><stop>10</stop></sim_specs>' }),
  'unknown-element': () => variables('<aux name="x"><eqn>1</eqn><colour>red</colour></aux>'),
  'repeated-element': () => variables('<aux name="x"><eqn>1</eqn><eqn>2</eqn></aux>'),
  'duplicate-name': () =>
    variables('<aux name="birth rate"><eqn>1</eqn></aux>\n<aux name="Birth_Rate"><eqn>2</eqn></aux>'),
  'graph-without-points': () => graph('<xscale min="0" max="1"/>'),
  'graph-two-scales': () => graph('<xscale min="0" max="1"/><xpts>0,2</xpts><ypts>1,2</ypts>'),
  'graph-order': () => graph('<xpts>0,2,1</xpts><ypts>1,2,3</ypts>'),
  'graph-count': () => graph('<xpts>0,1</xpts><ypts>1,2,3</ypts>'),
  'bad-dimension': () => file({ extra: '<dimensions><dim name="Region" size="0"/></dimensions>' }),
  'lossy-converter': () =>
    file({ header: '<header><vendor>Ventana Systems, xmutil</vendor><name>Test</name></header>' }),
  'module-sim-specs': () =>
    withModel(
      '<model name="hares"><sim_specs><start>0</start><stop>99</stop></sim_specs><variables/></model>',
    ),
  'unsupported-array': () =>
    variables('<module name="hares"><dimensions><dim name="Region"/></dimensions></module>'),
  'unsupported-module': () => variables('<module name="hares" resource="hares.xmile"/>'),
  'unsupported-macro': () =>
    raw(
      '<xmile><sim_specs><start>0</start><stop>1</stop></sim_specs><macro name="f"><eqn>1</eqn><sim_specs/></macro><model><variables/></model></xmile>',
    ),
  'unsupported-conveyor': () =>
    variables('<stock name="Line"><eqn>1</eqn><conveyor><len>4</len></conveyor></stock>'),
  'unsupported-queue': () => variables('<stock name="Line"><eqn>1</eqn><queue/></stock>'),
  'unsupported-include': () => file({ extra: '<includes><include resource="other.xmile"/></includes>' }),
  'include-outside': () => including('../other.xmile'),
  'include-circular': () => including('test.xmile'),
  'include-limit': () => including('0.xmile'),
  'include-overridden': () => including('tank.xmile'),
  'unsupported-import': () => file({ extra: '<data><import resource="data.csv"/></data>' }),
  'unsupported-event-poster': () => variables('<aux name="x"><eqn>1</eqn><event_poster/></aux>'),
  'not-vensim': () => vensim('nothing here'),
  'vensim-unfinished': () => vensim(`${CONTROL}\nx = 5 ~`),
  'vensim-equation': () => vensim(`${CONTROL}\nx + 1 = 5 ~~|`),
  'vensim-placement': () => vensim(`${CONTROL}\nx = 2 * INTEG(1, 0) ~~|`),
  'vensim-lookup': () => vensim(`${CONTROL}\neffect((0,0),(1)) ~~|`),
  'vensim-list': () => vensim(`${CONTROL}\nage: young, old ~~|\nx[age] = 1, 2, 3 ~~|`),
  'vensim-subscript-range': () => vensim(`${CONTROL}\nage: (a1-b5) ~~|`),
  'unknown-subscript': () => vensim(`${CONTROL}\nage: young, old ~~|\nx[middle] = 1 ~~|`),
  'vensim-macro': () => vensim(`:MACRO: DOUBLE(input)\nDOUBLE = 2 * input ~~|\n${CONTROL}`),
  'vensim-control': () => vensim(CONTROL.replace('= 10', '= 10 + Time')),
  'vensim-reality-check': () => vensim(`${CONTROL}\n:THE CONDITION: x > 1 :IMPLIES: x > 0 ~~|`),
  'vensim-net-flow': () => vensim(`${CONTROL}\nTank = INTEG(5 - Tank / 20, 100) ~~|`),
  'unsupported-data': () => vensim(`${CONTROL}\nx := GET XLS DATA('data.xls', 'A', '1', 'B2') ~~|`),
  'not-in-vensim': () => {
    const read = readVensim(sourceText('test.mdl', `${CONTROL}\nx = 2 * INITIAL(Time) ~~|`));
    return read.ok ? writeVensim(read.value).diagnostics : read.diagnostics;
  },
  'unsupported-function': () => vensim(`${CONTROL}\nx = DELAY CONVEYOR(1, 2, 3, 4, 5, 6) ~~|`),
  'equation-empty': () => equation('{ to do }'),
  'equation-unfinished': () => equation('???'),
  'equation-character': () => equation('1 == 2'),
  'equation-number': () => equation('2x'),
  'equation-operand': () => equation('3 *'),
  'equation-operator': () => equation('birth rate'),
  'equation-parenthesis': () => equation('(1 + 2'),
  'equation-if': () => equation('IF 1 THEN 2'),
  'equation-quote': () => equation('"birth rate'),
  'equation-comment': () => equation('1 { note'),
  'equation-too-deep': () => equation('('.repeat(600) + 1 + ')'.repeat(600)),
  'unknown-name': () => of(auxiliaries({ population: '1', births: 'popluation * 2' })),
  'unknown-function': () => equation('SQR(4)'),
  'wrong-arguments': () => equation('SQRT(1, 2)'),
  'not-a-function': () => of(auxiliaries({ rate: '1', births: 'rate(2)' })),
  'graph-without-input': () =>
    variables(
      '<gf name="effect"><xpts>0,1</xpts><ypts>0,1</ypts></gf><aux name="x"><eqn>effect * 2</eqn></aux>',
    ),
  'builtin-name': () => of(auxiliaries({ Time: '1' })),
  'unknown-flow': () =>
    variables(
      '<stock name="Tank"><eqn>1</eqn><inflow>fillling</inflow></stock><flow name="filling"><eqn>1</eqn></flow>',
    ),
  'not-a-flow': () =>
    variables(
      '<stock name="Tank"><eqn>1</eqn><inflow>Pool</inflow></stock><stock name="Pool"><eqn>1</eqn></stock>',
    ),
  'flow-is-auxiliary': () =>
    variables(
      '<stock name="Tank"><eqn>1</eqn><inflow>filling</inflow></stock><aux name="filling"><eqn>1</eqn></aux>',
    ),
  'flow-used-twice': () =>
    variables(
      '<stock name="Tank"><eqn>1</eqn><inflow>filling</inflow></stock><stock name="Pool"><eqn>1</eqn><inflow>filling</inflow></stock><flow name="filling"><eqn>1</eqn></flow>',
    ),
  'circular-equations': () => of(auxiliaries({ A: 'B + 1', B: 'C', C: '2 * A' })),
  'view-unknown-variable': () =>
    file({ variables: TANK, views: '<views><view><aux name="tap" x="1" y="2"/></view></views>' }),
  'unknown-dimension': () =>
    variables('<aux name="x"><dimensions><dim name="Region"/></dimensions><eqn>1</eqn></aux>'),
  'subscript-count': () => array('<eqn>1</eqn>', 'x[North, South]'),
  'subscript-out-of-range': () => array('<eqn>1</eqn>', 'x[3]'),
  'not-an-array': () => of(auxiliaries({ x: '1', y: 'x[1]' })),
  'array-without-subscript': () => array('<eqn>1</eqn>', 'x * 2'),
  'array-shape': () =>
    file({
      extra: `<dimensions>${REGION}<dim name="Age" size="3"/></dimensions>`,
      variables: `${over('x', '<eqn>1</eqn>')}<aux name="z"><dimensions><dim name="Age"/></dimensions><eqn>1</eqn></aux>
<aux name="y"><eqn>SUM(x[*] * z[*])</eqn></aux>`,
    }),
  'array-element-missing': () => array('<element subscript="North"><eqn>1</eqn></element>', '1'),
  'array-element-twice': () =>
    array(
      ['North', 'South', 'North'].map((one) => `<element subscript="${one}"><eqn>1</eqn></element>`).join(''),
      '1',
    ),
  'array-list-count': () => array('<eqn>1, 2, 3</eqn>', '1'),
  'model-too-large': () =>
    file({
      extra: '<dimensions><dim name="n" size="2000"/></dimensions>',
      variables: '<aux name="x"><dimensions><dim name="n"/><dim name="n"/></dimensions><eqn>1</eqn></aux>',
    }),
  'unknown-submodel': () => variables('<module name="hares"/>'),
  'unknown-connection': () =>
    withModel(
      '<model name="hares"><variables><aux name="area"><eqn>1</eqn></aux></variables></model>',
      '<connect to="arae" from="x"/>',
    ),
  'module-recursion': () =>
    withModel('<model name="hares"><variables><module name="hares"/></variables></model>'),
  'macro-recursion': () =>
    file({
      extra: '<macro name="f"><parm>n</parm><eqn>IF n &gt; 0 THEN f(n - 1) ELSE 1</eqn></macro>',
      variables: '<aux name="x"><eqn>f(3)</eqn></aux>',
    }),
  'non-negative-circle': () =>
    variables(
      '<stock name="Staff"><eqn>10</eqn><inflow>hiring</inflow><outflow>leaving</outflow><non_negative/></stock><flow name="hiring"><eqn>leaving</eqn></flow><flow name="leaving"><eqn>2</eqn></flow>',
    ),
  'unit-syntax': () => unitSection('<unit name="person"/>', aux('x', '1', 'person/')),
  'unknown-unit': () => unitSection('<unit name="person"/>', aux('x', '1', 'persom/month')),
  'duplicate-unit': () => unitSection('<unit name="person"/><unit name="Person"/>'),
  'circular-units': () => unitSection('<unit name="a"><eqn>b</eqn></unit><unit name="b"><eqn>a</eqn></unit>'),
  'unit-mismatch': () =>
    units(aux('x', '1', 'person') + aux('y', '1', 'month') + aux('z', 'x + y', 'person')),
  'unit-argument': () => units(aux('x', '1', 'month') + aux('y', 'EXP(x)', '1')),
  'unit-condition': () => units(aux('x', '1', 'person') + aux('y', 'IF x THEN 1 ELSE 2', '1')),
  'unit-exponent': () => units(aux('x', '1', 'person') + aux('y', 'SQRT(x)', '1')),
  'unit-equation': () => units(aux('x', '1', 'person') + aux('y', 'x * 2', 'person/month')),
  'unit-flow': () =>
    units(
      '<stock name="Tank"><eqn>1</eqn><inflow>filling</inflow><units>litre</units></stock><flow name="filling"><eqn>1</eqn><units>litre</units></flow>',
    ),
  'not-in-xmile': () => asXmile('births = GAMMA LN(3) ~~|'),
  'xml-character': () => asXmile('births = 3 ~~ Found on page\u00013. |'),
};
