import type { RunSettings } from '@weir/engine';
import { type LinkHorizon, type LinkScenario, pathSettings } from '@weir/study';
import { horizonsOf } from '../models/horizons.js';
import type { LabStudy } from '../models/lab-study.js';
import type { Draws } from './draws.js';
import { policyInputs } from './policy-inputs.js';
import type { PairedTask, PathPlan, ProgramKey } from './task.js';

/** What a comparison asks for. */
export interface ComparisonWish {
  readonly study: LabStudy;
  readonly program: ProgramKey;
  /** The first is the one that the others are compared with. */
  readonly policies: readonly LinkScenario[];
  readonly draws: Draws;
  /** Outcome ids; all of the study unless given. */
  readonly outcomes?: readonly string[];
  /** Times wanted besides the study's own horizons. */
  readonly also?: readonly LinkHorizon[];
  /** Model time between saves; what the wanted times need unless given. */
  readonly saveEvery?: number;
  /** Model time to run to; the last wanted time unless given. */
  readonly until?: number;
}

/** The task of a comparison: every policy, every draw, every horizon in one go. */
export function pairedRequest(wish: ComparisonWish): PairedTask {
  const { study, program, policies, draws } = wish;
  const ids = wish.outcomes ?? study.outcomes.map(({ id }) => id);
  const observed = study.outcomes.filter(({ id }) => ids.includes(id)).map(({ key }) => key);
  return {
    kind: 'paired',
    program,
    rows: draws.rows,
    varied: draws.varied,
    draws: draws.values,
    policies: policies.map((policy) => policyInputs(study, policy)),
    observed,
    ...pathPart(wish),
    atRest: study.rests,
  };
}

function pathPart({ study, also = [], saveEvery, until }: ComparisonWish): { path?: PathPlan } {
  const times = horizonTimes(study, also);
  const stop = until ?? times[times.length - 1];
  if (stop === undefined) return {};
  const { start } = study.time;
  const { method, dt } = pathSettings(study.time, study.rests);
  const settings: RunSettings = {
    method,
    dt,
    stop: { kind: 'time', time: stop },
    saveEvery: saveEvery ?? commonStep(times.map((time) => time - start)),
  };
  return { path: { from: study.rests ? 'rest' : 'file', settings } };
}

/** Model times that outcomes are read at, ascending, rest aside. */
function horizonTimes(study: LabStudy, also: readonly LinkHorizon[]): readonly number[] {
  const wanted = [...horizonsOf(study).all.map(({ at }) => at), ...also];
  const times = wanted.flatMap((at) => {
    const time = horizonTime(study, at);
    return time === 'rest' ? [] : [time];
  });
  return [...new Set(times)].sort((a, b) => a - b);
}

/**
 * Where a horizon stands in a comparison's table. Horizons count from the first time of the model's
 * file; the long run is the point of rest, or the last time of the file where the model has none.
 */
export function horizonTime(study: LabStudy, at: LinkHorizon): number | 'rest' {
  if (at === 'long') return study.rests ? 'rest' : study.time.stop;
  return study.time.start + at;
}

/** Largest step that meets all times; a time unit's hundredth where they have none in common. */
function commonStep(times: readonly number[]): number {
  const scaled = times.map((time) => Math.round(time * 100)).filter((time) => time > 0);
  const step = scaled.reduce(greatestCommonDivisor, scaled[0] ?? 100);
  return Math.max(1, step) / 100;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
