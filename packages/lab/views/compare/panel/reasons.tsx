import { fixed, MINUS } from '@weir/figures';
import { useLab } from '../../../app/lab-context.js';
import { usePart } from '../../../app/use-part.js';
import type { BundledModel } from '../../../models/catalog.js';

const fetchReasons = (model: BundledModel) => model.reasons();
const MOST = 3;

/** By which mechanisms a policy has its effect in the long run: the three largest shares, as computed for the site. */
export function Reasons({ scenario, outcome }: { readonly scenario: string; readonly outcome: string }) {
  const { state } = useLab();
  const reasons = usePart(fetchReasons);
  if (reasons === undefined || reasons === 'none' || state.corrections.length > 0) return null;
  const explained = reasons.find((one) => one.scenario === scenario);
  const own = explained?.outcomes.find(({ id }) => id === outcome);
  if (explained === undefined || own === undefined) return null;
  const shares = explained.mechanisms
    .map(({ id, label }, at) => ({ id, label, share: own.shares[at]?.share ?? 0 }))
    .sort((one, other) => Math.abs(other.share) - Math.abs(one.share));
  return (
    <section>
      <h3>How it comes about</h3>
      <p>In this model, the long-run change of {signed(own.total)} is made up of:</p>
      <ol>
        {shares.slice(0, MOST).map(({ id, label, share }) => (
          <li key={id}>
            {signed(share)}: {label}
          </li>
        ))}
      </ol>
      <p className="muted small">
        Shares by Shapley over {explained.runs} fixed points with links frozen
        {shares.length > MOST ? '; the rest is smaller' : ''}. The default run, as published.
      </p>
    </section>
  );
}

function signed(percent: number): string {
  const text = fixed(percent, 1);
  return `${text.startsWith(MINUS) ? '' : '+'}${text} %`;
}
