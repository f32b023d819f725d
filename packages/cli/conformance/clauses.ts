/** A test that shows what a clause claims: a file of the repository and the name of a test or group in it. */
export interface Evidence {
  readonly file: string;
  /** Text of the test's or the group's name, as it stands in the file. */
  readonly name: string;
}

/** One clause of the standard and how Weir stands to it. */
export interface Clause {
  readonly id: string;
  /** Where the rule stands in XMILE 1.0. */
  readonly section: string;
  readonly rule: string;
  readonly status: 'supported' | 'partial' | 'not supported';
  /** What is missing, and why. Always there unless supported. */
  readonly reason?: string;
  /** Never empty unless not supported. */
  readonly evidence: readonly Evidence[];
}

/** Clauses that make up one conformance class of XMILE 1.0, section 7. */
export interface ConformanceClass {
  readonly section: string;
  readonly title: string;
  /** Whether a simulator must have it. */
  readonly required: boolean;
  readonly clauses: readonly Clause[];
}

const OWN_CORPUS = 'conformance/corpus.test.ts';
const PEERS = 'conformance/peer-failures.test.ts';
const PARSER = 'packages/model/equation/parse-expression.test.ts';
const BUILT_INS = 'conformance/built-ins.test.ts';
const WRITER = 'packages/model/xmile-writer/write-xmile.test.ts';
const ORDER = 'packages/engine/integrate/order-of-accuracy.test.ts';

const inFile =
  (file: string) =>
  (name: string): Evidence => ({ file, name });
/** A model of the corpus that stands in this repository. */
const model = (path: string): Evidence => ({ file: 'conformance/corpus/manifest.csv', name: path });
const peer = inFile(PEERS);
const parser = inFile(PARSER);
const writer = inFile(WRITER);
const included = inFile('packages/model/xmile/included-files.test.ts');
const refusal = (name: string): Evidence => ({ file: 'conformance/refusals.test.ts', name });

/** Every class of section 7, in its order. */
export const CONFORMANCE_CLASSES: readonly ConformanceClass[] = [
  {
    section: '7.2',
    title: 'XMILE files',
    required: true,
    clauses: [
      {
        id: 'file-xml',
        section: '2',
        rule: 'The file is well-formed XML in UTF-8 with `<xmile>` outermost; what is not is refused with its line.',
        status: 'supported',
        evidence: [
          peer('a <flow> that is never closed is refused with its line'),
          model('defective/unclosed-flow.xmile'),
        ],
      },
      {
        id: 'file-header',
        section: '2.2',
        rule: 'One `<header>` with vendor and product; what a file uses stands in `<options>`.',
        status: 'partial',
        reason: 'Weir writes all of it, but reads files that lack parts of the header, as many do.',
        evidence: [writer('keeps the header')],
      },
      {
        id: 'file-sim-specs',
        section: '2.3',
        rule: '`<start>`, `<stop>`; `<dt>` is 1 unless given and 1/value where `reciprocal="true"`; the method is Euler unless given.',
        status: 'supported',
        evidence: [
          peer('dt as a reciprocal and as a number give the same run'),
          model('exponential-decay/decay.xmile'),
        ],
      },
      {
        id: 'file-units',
        section: '2.4, 3.3.6',
        rule: 'Units are declared once, with aliases, without circles; `1` is dimensionless.',
        status: 'supported',
        evidence: [
          { file: 'packages/model/units/units.test.ts', name: 'names of units' },
          { file: 'packages/model/units/units.test.ts', name: 'parseUnits' },
        ],
      },
      {
        id: 'file-behavior',
        section: '2.6',
        rule: '`<behavior>` cascades: entity, model, file, default.',
        status: 'supported',
        evidence: [peer('<non_negative> of <behavior> holds unless a stock says false')],
      },
      {
        id: 'file-includes',
        section: '2.11',
        rule: 'Included files are merged before the run; where both define a name, the including file holds.',
        status: 'partial',
        reason:
          "Files in the model's folder and below it are merged. One by address, absolute path or outside the folder is refused by name and not opened.",
        evidence: [
          model('includes/includes.xmile'),
          included('keeps its own definition where both have one'),
          included('may not include %s, and nothing is opened'),
          { file: 'packages/study/node/include-loader.test.ts', name: 'follows no link out of the folder' },
        ],
      },
      {
        id: 'file-views',
        section: '5, 6',
        rule: 'Views of stock and flow diagrams are kept.',
        status: 'partial',
        reason:
          'Positions, points, aliases, connectors, labels, frames and sizes are kept; colors, fonts and interface objects are not.',
        evidence: [writer('keeps views')],
      },
      {
        id: 'file-names',
        section: '3.2.2',
        rule: 'Names ignore case in every script, and take blank, no-break space, newline and underscore for one.',
        status: 'supported',
        evidence: [
          model('names/names.xmile'),
          { file: 'packages/model/names/canonical-name.test.ts', name: 'canonicalName' },
        ],
      },
      {
        id: 'file-round-trip',
        section: '7.2',
        rule: 'What is written reads back as the same model and gives the same numbers.',
        status: 'supported',
        evidence: [writer('reads back as the same model file'), { file: OWN_CORPUS, name: 'round trip' }],
      },
    ],
  },
  {
    section: '7.3.1',
    title: 'Base simulator',
    required: true,
    clauses: [
      {
        id: 'base-stocks',
        section: '3.1.1',
        rule: 'Stocks: the initial equation is evaluated once, then the flows accumulate.',
        status: 'supported',
        evidence: [model('exponential-decay/decay.xmile')],
      },
      {
        id: 'base-flows',
        section: '3.1.2',
        rule: 'A flow touches at most one stock at either end; any other use is reported.',
        status: 'supported',
        evidence: [model('defective/two-stocks.xmile')],
      },
      {
        id: 'base-graphs',
        section: '3.1.4, 4.1.3',
        rule: 'Graphical functions: continuous, extrapolate and discrete, with scale or points, alone or in a variable.',
        status: 'supported',
        evidence: [model('graphs/graphs.xmile')],
      },
      {
        id: 'base-operators',
        section: '3.3.1',
        rule: 'Operators and their precedence: -2^2 is -4, ^ goes right to left, NOT binds as a sign, MOD takes the sign of the divisor.',
        status: 'supported',
        evidence: [
          peer('every pair of operators groups as the table of XMILE says'),
          model('operators/operators.xmile'),
        ],
      },
      {
        id: 'base-structure',
        section: '3.2.5, 3.3.3',
        rule: 'IF THEN ELSE, comments in braces anywhere, numbers with and without exponent.',
        status: 'supported',
        evidence: [model('operators/operators.xmile'), parser('parseExpression')],
      },
      {
        id: 'base-euler',
        section: '3.4.1',
        rule: 'Integration by Euler.',
        status: 'supported',
        evidence: [model('exponential-decay/decay.xmile'), { file: ORDER, name: 'euler' }],
      },
      {
        id: 'base-rk4',
        section: '3.4.1',
        rule: 'Integration by Runge-Kutta 4.',
        status: 'supported',
        evidence: [model('oscillator/oscillator.xmile'), { file: ORDER, name: 'rk4' }],
      },
      {
        id: 'base-built-ins',
        section: '3.5',
        rule: 'Every built-in of the standard.',
        status: 'supported',
        evidence: [{ file: BUILT_INS, name: 'every built-in' }],
      },
      {
        id: 'base-non-negative',
        section: '3.6.2, 4.8.4',
        rule: 'Non-negative stocks limit their outflows, in their order; non-negative flows run one way. Nothing is lost.',
        status: 'supported',
        evidence: [
          model('non-negative/non-negative.xmile'),
          peer('a non-negative stock conserves what it holds'),
        ],
      },
      {
        id: 'base-refusal',
        section: '7.3.1',
        rule: 'A model with an error is not run.',
        status: 'supported',
        evidence: [peer('a file with any error is refused, not run')],
      },
    ],
  },
  {
    section: '7.3.2',
    title: 'Conveyors',
    required: false,
    clauses: [
      {
        id: 'conveyors',
        section: '3.7.2, 4.2.1',
        rule: 'Conveyors, ovens and their leakage.',
        status: 'not supported',
        reason: 'Their contents are batches rather than one level. A file that uses them is refused by name.',
        evidence: [refusal('uses a conveyor')],
      },
    ],
  },
  {
    section: '7.3.3',
    title: 'Queues',
    required: false,
    clauses: [
      {
        id: 'queues',
        section: '3.7.3',
        rule: 'Queues and overflows.',
        status: 'not supported',
        reason: 'Their contents are batches rather than one level. A file that uses them is refused by name.',
        evidence: [refusal('uses a queue')],
      },
    ],
  },
  {
    section: '7.3.4',
    title: 'Arrays',
    required: false,
    clauses: [
      {
        id: 'arrays-declared',
        section: '2.9, 4.5',
        rule: 'Dimensions of named and of numbered elements; apply-to-all and other arrays.',
        status: 'supported',
        evidence: [model('arrays/arrays.xmile')],
      },
      {
        id: 'arrays-slices',
        section: '3.7.1',
        rule: 'Elements and slices; omitted subscripts; an index out of range gives 0.',
        status: 'supported',
        evidence: [model('arrays/arrays.xmile'), { file: BUILT_INS, name: 'element_at' }],
      },
      {
        id: 'arrays-built-ins',
        section: '3.7.1.3',
        rule: 'SUM, MEAN, MIN, MAX, STDDEV, SIZE, RANK.',
        status: 'supported',
        evidence: [{ file: BUILT_INS, name: 'every built-in' }],
      },
    ],
  },
  {
    section: '7.3.5',
    title: 'Submodels',
    required: false,
    clauses: [
      {
        id: 'submodels',
        section: '3.7.4, 4.7',
        rule: 'Modules with inputs given by `<connect>`, with and without the name of the module.',
        status: 'supported',
        evidence: [model('modules/modules.xmile'), peer('both forms of <connect> give the same run')],
      },
      {
        id: 'submodels-specs',
        section: '2.3, 4.7',
        rule: 'Submodels with a run specification of their own.',
        status: 'not supported',
        reason: 'The base class needs the run specification of the whole model only.',
        evidence: [],
      },
    ],
  },
  {
    section: '7.3.6',
    title: 'Macros',
    required: false,
    clauses: [
      {
        id: 'macros-base',
        section: '4.8',
        rule: 'Macros of one expression and of several variables; each call has its own stocks.',
        status: 'supported',
        evidence: [model('macros/macros.xmile')],
      },
      {
        id: 'macros-recursive',
        section: '4.8.2',
        rule: 'Macros that call themselves.',
        status: 'not supported',
        reason:
          'Calls are written out before the run, which a call of itself would never end. Refused by name.',
        evidence: [refusal('has a macro that calls itself')],
      },
      {
        id: 'macros-filters',
        section: '4.8.3',
        rule: 'Macros as option filters.',
        status: 'not supported',
        reason: 'No file that uses them is known to us.',
        evidence: [],
      },
      {
        id: 'macros-specs',
        section: '4.8',
        rule: 'Macros with a run specification, run to completion in each call.',
        status: 'not supported',
        reason: 'A run within a run. Refused by name.',
        evidence: [refusal('has a macro with a run specification')],
      },
    ],
  },
  {
    section: '7.3.7',
    title: 'Event posters',
    required: false,
    clauses: [
      {
        id: 'events',
        section: '4.1',
        rule: 'Event posters stop or prompt at thresholds.',
        status: 'not supported',
        reason: 'They are for a person who plays. A file that uses them is refused by name.',
        evidence: [refusal('uses an event poster')],
      },
    ],
  },
  {
    section: '7.3.8',
    title: 'Inputs',
    required: false,
    clauses: [
      {
        id: 'inputs',
        section: '6',
        rule: 'Input and output objects of the user interface.',
        status: 'not supported',
        reason:
          'Weir reads the diagrams of a file, not its interface; `weir run --set` gives values instead.',
        evidence: [],
      },
    ],
  },
];

/** Where each built-in is shown to compute what it says. */
export const BUILT_IN_EVIDENCE: Evidence = { file: BUILT_INS, name: 'every built-in' };
