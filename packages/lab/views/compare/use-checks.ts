import { useEffect, useMemo, useState } from 'react';
import { type Lab, useLab } from '../../app/lab-context.js';
import { drawsOf } from '../../compute/draws.js';
import { pairedRequest } from '../../compute/paired-request.js';
import { emptyTable, type PairedTable, withChunk } from '../../compute/paired-table.js';
import type { LabOutcome } from '../../models/lab-study.js';
import { loadModel, programKey } from '../../models/load-model.js';
import type { CheckTable } from './cell.js';
import { type CheckPlan, checkPlans } from './check-plans.js';
import type { ComparedPolicy } from './policies.js';
import { CHUNK_ROWS } from './use-comparison.js';

/** The checks behind every cell, and those that could not be made. */
export interface Checks {
  readonly tables: readonly CheckTable[];
  readonly faults: readonly string[];
}

/**
 * Counts every cell again under each check, one check after another, once the cells themselves are counted. Results of
 * earlier inputs are thrown away.
 *
 * @param isReady - Whether the draws of the cells are done.
 */
export function useChecks(
  policies: readonly ComparedPolicy[],
  columns: readonly LabOutcome[],
  isReady: boolean,
): Checks {
  const lab = useLab();
  const { study, state, desk, compute } = lab;
  const { corrections, ranges, draws, seed, horizon } = state;
  const plans = useMemo(() => checkPlans(study, { corrections, ranges }), [study, corrections, ranges]);
  const outcomes = columns.map(({ id }) => id).join(',');
  const subject = useMemo(
    () => ({ desk, plans, policies, outcomes, draws, seed, horizon, compute }),
    [desk, plans, policies, outcomes, draws, seed, horizon, compute],
  );
  const [held, setHeld] = useState<Held>();

  useEffect(() => {
    if (!isReady) return;
    let isCurrent = true;
    const tell = (id: string, found: PairedTable | string) =>
      setHeld((before) => (isCurrent ? withResult(before, subject, id, found) : before));
    const all = async (): Promise<void> => {
      for (const plan of subject.plans) if (isCurrent) tell(plan.id, await checked(subject, plan));
    };
    void all();
    return () => {
      isCurrent = false;
      subject.compute.cancel(CHANNEL);
    };
  }, [isReady, subject]);

  const found = held?.subject === subject ? held.found : new Map<string, PairedTable | string>();
  return {
    tables: plans.map(({ id, label }) => {
      const table = found.get(id);
      return { id, label, table: typeof table === 'string' ? undefined : table };
    }),
    faults: plans.flatMap(({ id, label }) => {
      const fault = found.get(id);
      return typeof fault === 'string' ? [`${label}: ${fault}`] : [];
    }),
  };
}

const CHANNEL = 'compare/check';

/** Everything that checks depend on. */
interface Subject extends Pick<Lab, 'desk' | 'compute'> {
  readonly plans: readonly CheckPlan[];
  readonly policies: readonly ComparedPolicy[];
  readonly outcomes: string;
  readonly draws: number;
  readonly seed: number;
  readonly horizon: Lab['state']['horizon'];
}

interface Held {
  readonly subject: Subject;
  /** Tables, or why there is none, by check. */
  readonly found: ReadonlyMap<string, PairedTable | string>;
}

function withResult(
  held: Held | undefined,
  subject: Subject,
  id: string,
  result: PairedTable | string,
): Held {
  const before = held?.subject === subject ? held.found : [];
  return { subject, found: new Map([...before, [id, result]]) };
}

/** The table of a check, or why there is none. */
async function checked(subject: Subject, plan: CheckPlan): Promise<PairedTable | string> {
  const { desk, compute, policies, outcomes, draws, seed, horizon } = subject;
  const loading = await loadModel(desk.source, plan.corrections, desk.loaded.study.corrections);
  if (!loading.ok) return loading.diagnostics.map(({ message }) => message).join(' ');
  const { loaded } = loading;
  const program = programKey(desk.source, loaded);
  compute.take(program, loaded.programText);
  const own = loaded.study.ranges.find(({ id }) => id === plan.ranges.id) ?? plan.ranges;
  const task = pairedRequest({
    study: loaded.study,
    program,
    policies: policies.map(({ policy }) => policy),
    outcomes: outcomes.split(','),
    also: [horizon],
    draws: drawsOf(own, draws, seed),
  });
  let table = emptyTable(task);
  const finished = await compute.paired(CHANNEL, task, {
    chunkRows: CHUNK_ROWS,
    urgency: 2,
    onPart: (part, rows) => {
      table = withChunk(table, part, rows);
    },
  });
  return finished.kind === 'failed' ? finished.fault.message : table;
}
