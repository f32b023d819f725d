import { fixed } from '@weir/figures';
import { useLab } from '../../../app/lab-context.js';
import { scenarioNamed } from '../../../models/draft.js';
import type { LabStudy } from '../../../models/lab-study.js';
import type { ComparedPolicy } from '../policies.js';

/** What a policy is in law, what it sets in the model, and what is left out. */
export function PolicyCard({ policy }: { readonly policy: ComparedPolicy }) {
  const { study, dispatch } = useLab();
  const scenario = scenarioNamed(study, policy.policy.scenario);
  if (scenario === undefined) return null;
  const pin = policy.pin;
  const settings = [
    ...scenario.set.map(({ name, value }) => ({ name, value, own: false })),
    ...policy.policy.settings.map(({ name, value }) => ({ name, value, own: true })),
  ];
  return (
    <>
      <h3>What it would change</h3>
      <p>{scenario.summary}</p>
      {scenario.remark === undefined ? null : (
        <>
          <h3>What to know of it</h3>
          <p>{scenario.remark}</p>
        </>
      )}
      {scenario.aliases.length === 0 ? null : (
        <p className="small">Other names of it: {scenario.aliases.join('; ')}.</p>
      )}
      <h3>What it sets</h3>
      {settings.length === 0 ? (
        <p>Nothing: every value is as in the model file.</p>
      ) : (
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">Constant</th>
              <th scope="col">Now</th>
              <th scope="col">Set to</th>
            </tr>
          </thead>
          <tbody>
            {settings.map(({ name, value, own }) => (
              <tr key={`${name} ${own}`}>
                <th scope="row">{labelOf(study, name)}</th>
                <td className="number">{valueText(defaultOf(study, name))}</td>
                <td className="number">{valueText(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <h3>What is left out</h3>
      <ul>
        {study.limits.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <p className="buttons">
        {policy.kind === 'baseline' ? null : (
          <button
            type="button"
            onClick={() => {
              const { scenario: id, settings: own, begin } = policy.policy;
              dispatch({
                kind: 'choose',
                draft: { scenario: id, settings: own, ...(begin === undefined ? {} : { begin }) },
              });
              dispatch({ kind: 'view', view: 'explore' });
            }}
          >
            Work on this policy
          </button>
        )}
        {pin === undefined ? null : (
          <button type="button" onClick={() => dispatch({ kind: 'unpin', place: pin })}>
            Take the pin out
          </button>
        )}
      </p>
    </>
  );
}

function labelOf(study: LabStudy, name: string): string {
  return study.constants.find((constant) => constant.name === name)?.label ?? name;
}

function defaultOf(study: LabStudy, name: string): number | undefined {
  return study.constants.find((constant) => constant.name === name)?.value;
}

function valueText(value: number | undefined): string {
  if (value === undefined) return '';
  return fixed(value, Number.isInteger(value) ? 0 : Math.min(4, String(value).split('.')[1]?.length ?? 0));
}
