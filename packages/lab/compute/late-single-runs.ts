import type { SingleRuns } from '@weir/engine';

/** Thrown where a row needs the code of single runs, and that is not there yet. */
export class SingleRunsMissing extends Error {
  constructor() {
    super('The code of single runs is not there yet.');
    this.name = 'SingleRunsMissing';
  }
}

/** The code of single runs, fetched apart: most tasks need none of it. */
export class LateSingleRuns {
  readonly #fetch: () => Promise<SingleRuns>;
  #found: SingleRuns | undefined;

  constructor(fetch: () => Promise<SingleRuns>) {
    this.#fetch = fetch;
  }

  /** @throws SingleRunsMissing until it has been fetched. */
  readonly get = (): SingleRuns => {
    if (this.#found === undefined) throw new SingleRunsMissing();
    return this.#found;
  };

  /** Fetches it, where it is not there. Rejects where it cannot be had; may be asked again. */
  async load(): Promise<void> {
    this.#found ??= await this.#fetch();
  }

  /**
   * Does what may need it. Where it turns out to be missing, it is fetched, and all is done from the beginning: what is done must
   * depend on nothing that it changes itself.
   */
  async serve<Done>(work: () => Done): Promise<Done> {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof SingleRunsMissing)) throw error;
    }
    await this.load();
    return work();
  }
}
