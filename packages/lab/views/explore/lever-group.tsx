import { useLab } from '../../app/lab-context.js';
import { firstPolicy } from '../../models/draft.js';
import type { LabControlGroup } from '../../models/lab-study.js';
import { Lever } from './lever.js';

interface Props {
  readonly group: LabControlGroup;
  readonly isFirst: boolean;
}

/** Levers that belong together. */
export function LeverGroup({ group, isFirst }: Props) {
  const { study, state } = useLab();
  const { label, note, locked, controls } = group;
  const draft = state.draft ?? firstPolicy(study);
  const changed = controls.filter(({ name }) => draft.settings.some((one) => one.name === name)).length;
  return (
    <details className="lever-group" data-locked={locked === undefined ? undefined : 'yes'} open={isFirst}>
      <summary>
        <strong>{label}</strong>
        <span className="muted small">
          {locked === undefined ? '' : ' locked'}
          {changed === 0 ? '' : ` ${changed} changed`}
        </span>
      </summary>
      {locked === undefined ? null : <p className="small">{locked}</p>}
      {note === undefined ? null : <p className="small muted">{note}</p>}
      {controls.map((control) => (
        <Lever key={control.key} control={control} isLocked={locked !== undefined} />
      ))}
    </details>
  );
}
