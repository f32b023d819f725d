import type { Program, ProgramVariable } from '@weir/engine';
import type { Diagnostic } from '@weir/model';
import { type NameIndex, resolveName, shortNameOf } from '../names/name-index.js';
import { settableProblem } from '../scenario/settable.js';
import type { BoundScenario } from './bound-study.js';
import type { RangeSet, RelativeRule } from './ranges.js';
import { type BoundRange, type BoundRanges, extentOf, withinShares } from './ranges-bound.js';
import { defaultsOf } from './ranges-defaults.js';
import { relativeSpread, spreadOf } from './ranges-distribution.js';

/** Takes a problem and the path of its place in the study file. */
export type ReportRange = (problem: Omit<Diagnostic, 'severity'>, ...path: readonly string[]) => void;

const SHARE_LIMITS = [0, 1] as const;
const POSITIVE_LIMITS = [0, Number.MAX_VALUE] as const;
const NO_LIMITS = [-Number.MAX_VALUE, Number.MAX_VALUE] as const;

/**
 * Finds the inputs of range sets in a program, and spreads them.
 *
 * @param baseline - Its values count as defaults.
 * @errors Reported with their places: `unknown-name`, `ambiguous-name`, `not-settable`, `duplicate-id`,
 *   `unknown-ranges` for a `from` that is not above, `range-form`, `range-zero`, `range-limits`.
 */
export function bindRanges(
  sets: readonly RangeSet[],
  program: Program,
  names: NameIndex,
  baseline: BoundScenario | undefined,
  report: ReportRange,
): ReadonlyMap<string, BoundRanges> {
  const defaults = defaultsOf(program, baseline);
  const bound = new Map<string, BoundRanges>();
  for (const set of sets) {
    const binder = new Binder(set, program, names, defaults, report);
    bound.set(set.id, binder.bind(bound));
  }
  return bound;
}

class Binder {
  readonly #ranges = new Map<ProgramVariable, BoundRange>();
  readonly #zeros = new Set<ProgramVariable>();

  constructor(
    private readonly set: RangeSet,
    private readonly program: Program,
    private readonly names: NameIndex,
    private readonly defaults: ReadonlyMap<ProgramVariable, number>,
    private readonly report: ReportRange,
  ) {}

  bind(above: ReadonlyMap<string, BoundRanges>): BoundRanges {
    const { set } = this;
    const shares = this.#found(set.shares, 'shares');
    this.#begin(above, shares);
    for (const [position, rule] of set.relative.entries()) this.#spread(rule, String(position), shares);
    this.#write(shares);
    const zeros = [...this.#zeros].filter((variable) => !this.#ranges.has(variable));
    return {
      id: set.id,
      definition: set,
      inputs: [...this.#ranges.values()],
      zeros: zeros.map((variable) => shortNameOf(this.names, variable)),
    };
  }

  /** Takes over the set that this one begins with, cut off where shares are named here. */
  #begin(above: ReadonlyMap<string, BoundRanges>, shares: ReadonlySet<ProgramVariable>): void {
    const { from, id } = this.set;
    if (from === undefined) return;
    const base = above.get(from);
    if (base === undefined) {
      const message = `The set \`${id}\` begins with \`${from}\`, and no set of that name stands above it.`;
      const hint = 'Name a set that stands above this one, or move it up.';
      this.report({ code: 'unknown-ranges', message, hint }, 'ranges', id, 'from');
      return;
    }
    const held = this.#found(this.set.hold, 'hold');
    for (const range of base.inputs) {
      if (held.has(range.variable)) continue;
      this.#ranges.set(range.variable, shares.has(range.variable) ? withinShares(range) : range);
    }
  }

  #spread(rule: RelativeRule, position: string, shares: ReadonlySet<ProgramVariable>): void {
    const { set } = this;
    const except = this.#found(rule.except, 'relative', position, 'except');
    const named = this.#found(rule.inputs, 'relative', position, 'inputs');
    const swept = rule.constants ? this.#constants() : [];
    const own = this.#found([...set.inputs.keys()], 'inputs');
    const flat: string[] = [];
    for (const variable of [...named, ...swept]) {
      if (except.has(variable) || own.has(variable)) continue;
      const name = shortNameOf(this.names, variable);
      const value = this.defaults.get(variable);
      if (value === undefined) {
        const message = `\`${name}\` is computed from other constants, so a share of its default is not its own.`;
        const hint = 'Vary the constants it is computed from, or give it limits under `inputs`.';
        this.report({ code: 'range-form', message, hint }, 'ranges', set.id, 'relative', position);
        continue;
      }
      const limits = shares.has(variable) ? SHARE_LIMITS : value >= 0 ? POSITIVE_LIMITS : NO_LIMITS;
      const spread = relativeSpread(value, rule.by, limits);
      if (spread === undefined && named.has(variable)) flat.push(name);
      else if (spread === undefined) this.#zeros.add(variable);
      else
        this.#ranges.set(variable, {
          name,
          variable,
          default: value,
          ...spread,
          ...(rule.basis === undefined ? {} : { basis: rule.basis }),
        });
    }
    if (flat.length === 0) return;
    const list = flat.map((name) => `\`${name}\``).join(', ');
    const message = `A share of 0 is 0, so this rule gives no range to ${list}.`;
    const hint = 'Give each of them limits under `inputs`, or name it under `except`.';
    this.report({ code: 'range-zero', message, hint }, 'ranges', set.id, 'relative', position);
  }

  /** The ranges of single inputs. */
  #write(shares: ReadonlySet<ProgramVariable>): void {
    const seen = new Set<ProgramVariable>();
    for (const [written, range] of this.set.inputs) {
      const path = ['ranges', this.set.id, 'inputs', written];
      const variable = this.#variable(written, path);
      if (variable === undefined) continue;
      if (seen.has(variable)) {
        const message = `\`${written}\` is another name of an input that has a range here already.`;
        this.report({ code: 'duplicate-id', message, hint: 'Remove one of the two.' }, ...path);
        continue;
      }
      seen.add(variable);
      const value = this.defaults.get(variable);
      const spread = spreadOf(range, (value ?? -1) >= 0);
      if ('fault' in spread) {
        const hint = 'docs/study-file.md lists what each kind of range needs.';
        this.report({ code: 'range-form', message: `\`${written}\`: ${spread.fault}`, hint }, ...path);
        continue;
      }
      const [low, high] = extentOf(spread.distribution);
      if (shares.has(variable) && !(low >= 0 && high <= 1)) {
        const message = `\`${written}\` is a share, and its range leaves 0 to 1.`;
        const hint = 'Keep it within 0 and 1 (`min` and `max` cut tails off), or take it out of `shares`.';
        this.report({ code: 'range-limits', message, hint }, ...path);
      }
      this.#ranges.set(variable, {
        name: shortNameOf(this.names, variable),
        variable,
        distribution: spread.distribution,
        ...(value === undefined ? {} : { default: value }),
        clipped: false,
        ...(range.basis === undefined ? {} : { basis: range.basis }),
      });
    }
  }

  #found(written: readonly string[], ...path: readonly string[]): ReadonlySet<ProgramVariable> {
    const found = written.map((name, position) => {
      const last = path.at(-1) === 'inputs' && path.length === 1 ? name : String(position);
      return this.#variable(name, ['ranges', this.set.id, ...path, last]);
    });
    return new Set(found.filter((variable) => variable !== undefined));
  }

  #variable(written: string, path: readonly string[]): ProgramVariable | undefined {
    const found = resolveName(this.names, written);
    if (!found.ok) {
      for (const problem of found.diagnostics) this.report(problem, ...path);
      return undefined;
    }
    const problem = settableProblem(found.value, written, 0, this.names);
    if (problem === undefined) return found.value;
    this.report(problem, ...path);
    return undefined;
  }

  /** Constants that the model file gives as numbers, in its order. */
  #constants(): readonly ProgramVariable[] {
    return this.program.variables.filter(
      (variable) =>
        variable.kind !== 'hidden' && variable.timing === 'constant' && this.defaults.has(variable),
    );
  }
}
