import type { CanonicalName, GraphicalFunction, Model } from '@weir/model';
import type { TableReading } from './lower-expression.js';

/** The tables of one program: one for each graphical function, and one more for each other way of reading it. */
export class Tables {
  readonly list: GraphicalFunction[] = [];
  readonly #graphs = new Map<CanonicalName, GraphicalFunction>();
  readonly #known = new Map<string, number>();

  /** Tables of graphical functions come first, in the order of the model. */
  constructor(model: Model) {
    for (const variable of model.variables.values()) {
      if (variable.kind === 'stock' || variable.graph === undefined) continue;
      this.#graphs.set(variable.key, variable.graph);
      this.#known.set(`own ${variable.key}`, this.list.length);
      this.list.push(variable.graph);
    }
  }

  /** Position of the table of this graphical function to be read like this. */
  indexOf(key: CanonicalName, reading: TableReading): number | undefined {
    const known = this.#known.get(`${reading} ${key}`);
    const graph = this.#graphs.get(key);
    if (known !== undefined || graph === undefined) return known;
    const index = this.list.length;
    this.list.push(readLike(graph, reading));
    this.#known.set(`${reading} ${key}`, index);
    return index;
  }
}

/** The points of a graphical function, to be read in another way; `forward` is read at the negative of its input. */
function readLike({ type, x, y }: GraphicalFunction, reading: TableReading): GraphicalFunction {
  switch (reading) {
    case 'own':
      return { type, x, y };
    case 'extrapolate':
      return { type: 'extrapolate', x, y };
    case 'backward':
      return { type: 'discrete', x, y };
    case 'forward':
      return { type: 'discrete', x: x.map((value) => -value).reverse(), y: [...y].reverse() };
  }
}
