import { useMemo, useState } from 'react';
import { useLab } from '../../app/lab-context.js';
import { useMedia } from '../../components/use-media.js';
import { horizonTime } from '../../compute/paired-request.js';
import { horizonLabel, horizonsOf } from '../../models/horizons.js';
import { Cards } from './cards.js';
import { type CellSource, cellOf } from './cell.js';
import { columnsOf } from './columns.js';
import './compare.css';
import { Controls } from './controls.js';
import { isAnyBorderline } from './is-borderline.js';
import { Matrix, type MatrixProps, type Opened } from './matrix.js';
import { MatrixNotes } from './matrix-notes.js';
import { methodLine } from './method-line.js';
import { Opening } from './opening.js';
import { comparedPolicies } from './policies.js';
import { RankingTable } from './ranking-table.js';
import { RunNote } from './run-note.js';
import { useChecks } from './use-checks.js';
import { useComparison } from './use-comparison.js';

/** The home view: which policies move which outcomes, and how far that can be trusted. */
export function CompareView() {
  const { study, state } = useLab();
  const { horizon } = state;
  const [opened, setOpened] = useState<Opened>();
  const [isNear, setNear] = useState(false);
  const isNarrow = useMedia('(max-width: 699px)');
  const policies = useMemo(() => comparedPolicies(study, state.pins), [study, state.pins]);
  const columns = useMemo(() => columnsOf(study, state.outcomes), [study, state.outcomes]);
  const ranges = study.ranges.find(({ id }) => id === state.ranges) ?? study.ranges[0];
  const { single, draws, more } = useComparison(policies, columns, ranges, isNear);
  const isCounted = draws.result !== undefined && !draws.isOld && draws.result.rows === draws.result.wanted;
  const checks = useChecks(policies, columns, isCounted);

  const time = horizonTime(study, horizon);
  const last = horizonTime(study, 'long');
  const all = horizonsOf(study).all;
  const lastLabel = all[all.length - 1]?.label ?? '';
  const isMore = more.result !== undefined && !more.isOld && more.result.rows === more.result.wanted;
  const table = isMore && isNear ? more.result : draws.result;
  const source: CellSource = useMemo(
    () => ({
      single: single.isOld ? undefined : single.result,
      draws: draws.isOld ? undefined : table,
      checks: checks.tables,
      time,
      last,
    }),
    [single, draws.isOld, table, checks.tables, time, last],
  );
  const isBorderline = isCounted && isAnyBorderline(draws.result, time, policies.length, columns);
  if (isBorderline !== isNear) setNear(isBorderline);

  const matrix: MatrixProps = {
    policies,
    columns,
    cell: (policy, outcome) => cellOf(source, policy, outcome),
    single: single.result,
    time,
    horizon: horizonLabel(study, horizon),
    lastLabel,
    wanted: state.draws,
    isOld: single.isOld,
    opened,
    onOpen: setOpened,
  };
  const method = methodLine(study, state, table);
  return (
    <section aria-labelledby="compare-title" className="compare">
      <h1 id="compare-title">
        In this model, which policies move which outcomes, and how far can we trust that?
      </h1>
      <Controls />
      {draws.fault === undefined ? null : (
        <p className="notice" role="alert">
          The runs stopped: {draws.fault.message}{' '}
          <button type="button" onClick={draws.retry}>
            Retry
          </button>
        </p>
      )}
      <div className="compare-columns" data-open={opened === undefined ? undefined : 'yes'}>
        <div className="compare-main">
          {isNarrow ? <Cards {...matrix} /> : <Matrix {...matrix} />}
          <p className="small muted method">{method}</p>
          <RunNote table={draws.isOld ? undefined : draws.result} />
          {checks.faults.map((fault) => (
            <p key={fault} className="notice">
              This check could not be made. {fault}
            </p>
          ))}
          <MatrixNotes columns={columns} checks={checks.tables} isCounted={isCounted} />
          {isCounted && table !== undefined ? (
            <RankingTable table={table} time={time} policies={policies} columns={columns} />
          ) : null}
        </div>
        {opened === undefined || ranges === undefined ? null : (
          <Opening
            opened={opened}
            onClose={() => setOpened(undefined)}
            {...{ policies, columns, source, ranges, method }}
            single={single.isOld ? undefined : single.result}
            draws={draws.isOld ? undefined : table}
          />
        )}
      </div>
    </section>
  );
}
