import { useState } from 'react';
import { useLab } from '../../app/lab-context.js';
import { withSwitch } from '../../models/readings.js';
import type { TrustPart } from '../../models/trust-part.js';
import { signed } from '../over-time/path-words.js';

/** The corrections as switches, with what each alone does to the policies' effects on one outcome. */
export function Ledger({ effects }: { readonly effects: TrustPart['effects'] }) {
  const { study, state, dispatch, announce } = useLab();
  const headline = study.outcomes.filter(({ headline: isHeadline }) => isHeadline);
  const [outcome, setOutcome] = useState(headline[0]?.id ?? study.outcomes[0]?.id ?? '');
  const policies = study.scenarios.filter(({ id, secondary }) => id !== study.baseline && !secondary);
  const published = effects.find(({ id }) => id === undefined);
  const kind = study.outcomes.find(({ id }) => id === outcome)?.kind;
  const cell = (effect: TrustPart['effects'][number] | undefined, scenario: string) => {
    const change = effect?.changes[scenario]?.[outcome];
    return change === undefined ? 'not solved' : signed(change, 1);
  };
  const isOther = (effect: TrustPart['effects'][number], scenario: string): boolean => {
    const own = effect.changes[scenario]?.[outcome] ?? 0;
    const before = published?.changes[scenario]?.[outcome] ?? 0;
    return Math.abs(own) > 0.5 && Math.abs(before) > 0.5 && Math.sign(own) !== Math.sign(before);
  };
  return (
    <>
      <h2>Corrections, one at a time</h2>
      <p>
        Each is a named change of the model; the published file stays as it is. Switch one on, and every view
        is computed anew with it. Changes are those at the fixed point, from the baseline of the same model.
      </p>
      <label>
        Outcome{' '}
        <select value={outcome} onChange={(event) => setOutcome(event.target.value)}>
          {study.outcomes.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <section className="table-scroll" aria-label="Effect of each correction">
        <table className="data-table">
          <caption>
            Change of the outcome, {kind === 'share' ? 'points' : '%'}; “turns” marks another direction than
            as published
          </caption>
          <thead>
            <tr>
              <th scope="col">Correction</th>
              <th scope="col">Status</th>
              {policies.map(({ id, short }) => (
                <th key={id} scope="col">
                  {short}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">As published</th>
              <td />
              {policies.map(({ id }) => (
                <td key={id} className="number">
                  {cell(published, id)}
                </td>
              ))}
            </tr>
            {study.corrections.map(({ id, title, what, status }) => {
              const effect = effects.find((one) => one.id === id);
              return (
                <tr key={id}>
                  <th scope="row">
                    <label title={what}>
                      <input
                        type="checkbox"
                        checked={state.corrections.includes(id)}
                        onChange={({ target }) => {
                          const corrections = withSwitch(
                            state.corrections,
                            study.corrections,
                            id,
                            target.checked,
                          );
                          dispatch({ kind: 'corrections', corrections });
                          announce(`${id} switched; computing anew.`);
                        }}
                      />{' '}
                      {id}: {title}
                    </label>
                  </th>
                  <td>{status}</td>
                  {policies.map(({ id: scenario }) => (
                    <td key={scenario} className="number">
                      {cell(effect, scenario)}
                      {effect !== undefined && isOther(effect, scenario) ? ' turns' : ''}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </>
  );
}
