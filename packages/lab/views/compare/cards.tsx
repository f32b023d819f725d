import { Swatch } from '../../components/swatch.js';
import { BaselineCell, CellButton, type MatrixProps } from './matrix.js';

/** The same as the matrix for a narrow page: a card for each policy. */
export function Cards(props: MatrixProps) {
  const { policies, columns, opened, onOpen, isOld } = props;
  return (
    <div className="cards" data-old={isOld ? 'yes' : undefined}>
      {policies.map((policy, row) => (
        <section key={policy.id} className="card" aria-label={policy.label}>
          <button
            type="button"
            className="row-head"
            aria-expanded={opened?.kind === 'policy' && opened.policy === policy.id}
            onClick={() => onOpen({ kind: 'policy', policy: policy.id })}
          >
            <Swatch look={policy.look} /> <span>{policy.label}</span>
          </button>
          <dl>
            {columns.map((outcome) => (
              <div key={outcome.id}>
                <dt>{outcome.short}</dt>
                <dd>
                  {policy.kind === 'baseline' ? (
                    <BaselineCell {...props} outcome={outcome} />
                  ) : (
                    <CellButton {...props} row={row} policy={policy} outcome={outcome} />
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
