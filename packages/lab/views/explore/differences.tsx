import {
  agreementText,
  changeOf,
  directionArrow,
  rungOf,
  rungSize,
  rungWord,
  signedSize,
} from '@weir/figures';
import { useLab } from '../../app/lab-context.js';
import { horizonTime } from '../../compute/paired-request.js';
import { drawsAt, type PairedTable } from '../../compute/paired-table.js';
import { horizonLabel } from '../../models/horizons.js';
import type { LabOutcome } from '../../models/lab-study.js';
import { countsAt } from '../compare/cell.js';

interface Props {
  readonly columns: readonly LabOutcome[];
  readonly single: PairedTable | undefined;
  readonly draws: PairedTable | undefined;
  readonly isOld: boolean;
}

/** What the draft changes, outcome by outcome: the word of the draws first, the default run behind it. */
export function Differences({ columns, single, draws, isOld }: Props) {
  const { study, state } = useLab();
  const time = horizonTime(study, state.horizon);
  return (
    <section className="figure">
      <h2>Difference from current law, {horizonLabel(study, state.horizon)}</h2>
      <div className="table-scroll">
        <table className="data-table differences">
          <thead>
            <tr>
              <th scope="col">Outcome</th>
              <th scope="col">Draft</th>
              <th scope="col">Draws that agree</th>
              <th scope="col">Default run</th>
            </tr>
          </thead>
          <tbody>
            {columns.map((outcome) => {
              const change =
                single === undefined
                  ? undefined
                  : changeOf(
                      drawsAt(single, 1, time, outcome.key)[0] ?? Number.NaN,
                      drawsAt(single, 0, time, outcome.key)[0] ?? Number.NaN,
                      outcome.kind,
                    );
              const rung =
                draws === undefined || isOld ? undefined : rungOf(countsAt(draws, 1, time, outcome));
              const isWord = rung !== undefined && rung.kind === 'word';
              return (
                <tr key={outcome.id}>
                  <th scope="row">{outcome.short}</th>
                  <td>
                    {rung === undefined
                      ? 'counting'
                      : `${isWord ? directionArrow(rung.direction) : ''} ${rungWord(rung, state.draws)}`}
                    {rung === undefined || rungSize(rung) === undefined ? '' : `, ${rungSize(rung)}`}
                  </td>
                  <td>{rung === undefined || rung.kind === 'counting' ? '' : agreementText(rung)}</td>
                  <td className="number">{change === undefined ? '' : signedSize(change)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
