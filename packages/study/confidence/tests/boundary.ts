import { usesRandom } from '@weir/engine';
import { causesOf, referencesIn, usesOf } from '@weir/model';
import { type ConfidenceTest, counted, judged } from '../confidence-test.js';

/** What is inside the model, what is given from outside, and what its study says is left out. */
export const boundaryStatement: ConfidenceTest = {
  id: 'boundary',
  title: 'Its boundary is stated',
  family: 'structure',
  limits:
    'What is left out can only be known from what the study says. Whether the boundary suits the question is for people to judge.',
  source: 'Forrester and Senge 1980, boundary adequacy; Sterman 2000, chapter 21',
  run(context) {
    const { model, prepared } = context;
    const { program, study } = prepared;
    const stocks = [...model.variables.values()].filter(
      ({ kind, hidden }) => kind === 'stock' && hidden !== true,
    );
    const dynamic = program.variables.filter(({ timing, kind }) => timing === 'dynamic' && kind !== 'hidden');
    const timed = [...model.variables.values()].filter(
      (variable) =>
        variable.kind !== 'graphical' &&
        variable.kind !== 'stock' &&
        referencesIn(variable.equation).some(({ key }) => key === 'time'),
    );
    const outcomes = new Set(prepared.bound.outcomes.map(({ variable }) => variable.key));
    const unread = stocks.filter(({ key }) => !outcomes.has(key) && usesOf(model, key).length === 0);
    const drivers = context.constants().length;
    const stated = study.limits.points.length;
    const places = [
      ...unread.map((stock) =>
        context.at(stock, `Nothing reads the stock \`${stock.name}\`, and it is no outcome.`),
      ),
      ...timed.map((variable) =>
        context.at(variable, `\`${variable.name}\` is given from outside over time.`, false),
      ),
      ...stocks
        .filter(({ key }) => causesOf(model, key).every(({ role }) => role === 'initial'))
        .map((stock) => context.at(stock, `\`${stock.name}\` has no flows, so it never changes.`)),
      ...(stated > 0
        ? []
        : [
            {
              message: 'The study states no limits: what is left out is not said.',
              documented: [],
              fails: study.version !== '',
            },
          ]),
    ];
    return judged(places, {
      done: 'Variables were sorted by what they depend on; what is left out is taken from the limits of the study.',
      found: `Endogenous: ${counted(stocks.length, 'stock')} and ${counted(dynamic.length, 'variable')} computed from them. Exogenous: ${counted(drivers, 'constant')}${timed.length === 0 ? '' : ` and ${counted(timed.length, 'input')} over time`}${usesRandom(program) ? ', and chance' : ''}. Left out: ${stated === 0 ? 'not stated' : `${counted(stated, 'limit')} stated by the study`}.`,
      numbers: [
        { label: 'stocks', value: stocks.length },
        { label: 'computed variables', value: dynamic.length },
        { label: 'constants', value: drivers },
        { label: 'inputs over time', value: timed.length },
        { label: 'limits stated', value: stated },
      ],
    });
  },
};
