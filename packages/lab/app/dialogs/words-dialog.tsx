import { useLab } from '../lab-context.js';

/** The study's words, and the names that the archive and the law use for the same. */
export function WordsDialog() {
  const { study } = useLab();
  return (
    <>
      <p>
        These words name what a person does or lives through, not who a person is. The other names are listed
        for those who meet them elsewhere.
      </p>
      <h3>Outcomes</h3>
      <dl>
        {study.outcomes.map(({ id, label, alias, limit }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>
              {alias === undefined ? 'The same name in the model.' : `In the archive: ${alias}.`} {limit}
            </dd>
          </div>
        ))}
      </dl>
      <h3>Policies</h3>
      <dl>
        {study.scenarios.map(({ id, label, aliases, summary }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>
              {summary}
              {aliases.length === 0 ? null : ` Also called: ${aliases.join('; ')}.`}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
