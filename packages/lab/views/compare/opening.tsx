import type { PairedTable } from '../../compute/paired-table.js';
import type { LabOutcome, LabRanges } from '../../models/lab-study.js';
import { type CellSource, cellOf } from './cell.js';
import type { Opened } from './matrix.js';
import { CellPanel } from './panel/cell-panel.js';
import { PolicyCard } from './panel/policy-card.js';
import { SidePanel } from './panel/side-panel.js';
import type { ComparedPolicy } from './policies.js';

interface Props {
  readonly opened: Opened;
  readonly onClose: () => void;
  readonly policies: readonly ComparedPolicy[];
  readonly columns: readonly LabOutcome[];
  readonly source: CellSource;
  readonly single: PairedTable | undefined;
  readonly draws: PairedTable | undefined;
  readonly ranges: LabRanges;
  readonly method: string;
}

/** The panel of what is open: a policy's card, or what stands behind a cell. */
export function Opening({
  opened,
  onClose,
  policies,
  columns,
  source,
  single,
  draws,
  ranges,
  method,
}: Props) {
  const place = policies.findIndex(({ id }) => id === opened.policy);
  const policy = policies[place];
  const [baseline] = policies;
  if (policy === undefined || baseline === undefined) return null;
  if (opened.kind === 'policy') {
    return (
      <SidePanel title={policy.label} onClose={onClose}>
        <PolicyCard policy={policy} />
      </SidePanel>
    );
  }
  const outcome = columns.find(({ id }) => id === opened.outcome);
  if (outcome === undefined) return null;
  return (
    <SidePanel title={`${policy.label}: ${outcome.short}`} onClose={onClose}>
      <CellPanel
        {...{ baseline, policy, place, outcome, single, draws, ranges, method }}
        cell={cellOf(source, place, outcome)}
        time={source.time}
        isOld={draws === undefined}
        checks={source.checks}
      />
    </SidePanel>
  );
}
