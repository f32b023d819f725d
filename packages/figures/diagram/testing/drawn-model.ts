import type { Expression, Model, Span, Variable, View, ViewItem } from '@weir/model';
import { canonicalName, sourceText } from '@weir/model';

const nowhere: Span = { start: 0, end: 0 };

/** A stock of a drawn model: its name and the names of its flows. */
export interface DrawnStock {
  readonly name: string;
  readonly inflows?: readonly string[];
  readonly outflows?: readonly string[];
}

/** A model with a view and no more of equations than a diagram needs. */
export function drawnModel(parts: {
  readonly stocks?: readonly DrawnStock[];
  readonly flows?: readonly string[];
  readonly auxiliaries?: readonly string[];
  readonly constants?: readonly string[];
  readonly items: readonly ViewItem[];
}): Model {
  const references = (names: readonly string[] = []) =>
    names.map((name) => ({ written: name, key: canonicalName(name), span: nowhere }));
  const variables: Variable[] = [
    ...(parts.stocks ?? []).map((stock) => ({
      ...base(stock.name),
      kind: 'stock' as const,
      equation: number(0),
      inflows: references(stock.inflows),
      outflows: references(stock.outflows),
    })),
    ...(parts.flows ?? []).map((name) => ({ ...base(name), kind: 'flow' as const, equation: call() })),
    ...(parts.auxiliaries ?? []).map((name) => ({
      ...base(name),
      kind: 'auxiliary' as const,
      equation: call(),
    })),
    ...(parts.constants ?? []).map((name) => ({
      ...base(name),
      kind: 'auxiliary' as const,
      equation: number(1),
    })),
  ];
  const view: View = { items: parts.items };
  return {
    name: 'Drawn',
    source: sourceText('drawn.xmile', ''),
    header: { vendor: 'Weir', product: 'Weir', productVersion: '0.1.0' },
    simulation: { start: 0, stop: 1, dt: 1, methods: ['euler'], timeUnits: 'month' },
    units: [],
    variables: new Map(variables.map((variable) => [variable.key, variable])),
    views: [view],
  };
}

/** Names an item's variable as the reader does. */
export function shown(name: string, x: number, y: number) {
  return { variable: canonicalName(name), name, x, y };
}

function base(name: string) {
  return { written: name, name, key: canonicalName(name), span: nowhere };
}

function number(value: number): Expression {
  return { kind: 'number', value, span: nowhere };
}

function call(): Expression {
  return { kind: 'name', written: 'time', key: canonicalName('time'), span: nowhere };
}
