/** Integration methods that take steps of DT. */
export type FixedMethod = 'euler' | 'rk2' | 'rk4';

/** Integration methods that choose their own steps, to keep the error within a tolerance. */
export type AdaptiveMethod = 'rk45' | 'gear';

/** Integration methods. */
export type Method = FixedMethod | AdaptiveMethod;

/** Error that an adaptive method may make in a step: `absolute + relative * |stock|`, in the root mean square. */
export interface Tolerance {
  readonly relative: number;
  readonly absolute: number;
}

/**
 * The published kind of stop rule: at whole sample times, record the watched values; from `from` on, every
 * `every` samples, stop when none of them has changed by `tolerance` or more over the recorded window.
 * Recording comes before testing.
 *
 * @source The first bundled model's archive, gabemgem/trafficking-in-ma, commit de0976b.
 */
export interface WindowRule {
  /** Canonical names or slots are resolved by the caller: slots of the watched values. */
  readonly watch: readonly number[];
  /** Model time between samples. */
  readonly sampleEvery: number;
  /** Samples kept, the oldest compared with the newest. */
  readonly window: number;
  /** First model time at which the rule may stop the run. */
  readonly from: number;
  /** Model time between tests. */
  readonly every: number;
  /** Strict: a change must be below it. */
  readonly tolerance: number;
}

/** When a run ends. All times are model time. */
export type StopRule =
  | { readonly kind: 'time'; readonly time: number }
  | { readonly kind: 'window'; readonly rule: WindowRule; readonly cap: number }
  /**
   * Where no stock changes by more than `tolerance` of itself (or of 1, if smaller) per time unit. Stocks that only count, on
   * which nothing of the others depends, are left out.
   */
  | {
      readonly kind: 'steady';
      readonly tolerance: number;
      readonly checkEvery: number;
      /** First model time at which the run may end; the first of the run unless given. */
      readonly from?: number;
      readonly cap: number;
    };

/** How to run. */
export interface RunSettings {
  readonly method: Method;
  readonly dt: number;
  readonly stop: StopRule;
  /** Model time between saved rows; nothing is saved when absent. */
  readonly saveEvery?: number;
  /** Seed of the run's random numbers; 1234 where absent. */
  readonly seed?: number;
  /** For adaptive methods: 1e-6 relative and 1e-9 absolute where absent. */
  readonly tolerance?: Tolerance;
}
