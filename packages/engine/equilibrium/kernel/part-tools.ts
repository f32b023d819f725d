import type { Graph, NodeId } from '../../javascript/graph.js';
import { Calculus } from '../calculus.js';
import type { Result } from './tick-parts.js';
import type { SinglePlace, StockPlace, TickPlaces } from './tick-places.js';

/** What parts are written with. */
export class PartTools {
  readonly calculus: Calculus;
  readonly #places: TickPlaces;
  readonly #size: number;

  constructor(graph: Graph, places: TickPlaces, size: number) {
    this.calculus = new Calculus(graph, places.count);
    this.#places = places;
    this.#size = size;
  }

  value(place: StockPlace, stock: number): NodeId {
    return this.calculus.value(this.#places.of(place, stock));
  }

  single(place: SinglePlace): NodeId {
    return this.calculus.value(this.#places.single(place));
  }

  /** Whether a value is above 0. */
  flag(place: SinglePlace): NodeId {
    return this.calculus.compare('less', this.calculus.constant(0), this.single(place));
  }

  /** A weight times the shift. */
  perStep(weight: number): NodeId {
    return this.calculus.scaled(weight, this.single('shift'));
  }

  each(make: (stock: number) => NodeId): readonly NodeId[] {
    return Array.from({ length: this.#size }, (_, stock) => make(stock));
  }

  all(place: StockPlace): readonly NodeId[] {
    return this.each((stock) => this.value(place, stock));
  }

  at(nodes: readonly NodeId[], index: number): NodeId {
    return nodes[index] ?? this.calculus.constant(Number.NaN);
  }

  store(place: StockPlace, nodes: readonly NodeId[]): readonly Result[] {
    return nodes.map((node, stock) => ({ slot: this.#places.of(place, stock), node }));
  }
}
