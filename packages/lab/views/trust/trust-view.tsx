import { useLab } from '../../app/lab-context.js';
import { usePart } from '../../app/use-part.js';
import type { BundledModel } from '../../models/catalog.js';
import { Checks } from './checks.js';
import { Ledger } from './ledger.js';
import { Reproduction } from './reproduction.js';
import './trust.css';

const fetchTrust = (model: BundledModel) => model.trust();

/** The view Trust: what was checked, what was found, and what each correction changes. */
export function TrustView() {
  const { study } = useLab();
  const part = usePart(fetchTrust);
  const isReady = part !== undefined && part !== 'none';
  return (
    <section aria-labelledby="trust-title" className="trust">
      <h1 id="trust-title">Can this model be trusted, and where not?</h1>
      {part === undefined ? <p role="status">Fetching the checks.</p> : null}
      {part === 'none' ? (
        <p className="notice">
          Checks are made for the models that come with this site. For your own file, run `weir check FILE`.
        </p>
      ) : null}
      {isReady ? <Checks checks={part.checks} /> : null}
      {study.findings.length === 0 ? null : (
        <>
          <h2>Findings about the published model</h2>
          <p className="small muted">
            Each says whether it is proved from the public files, or inferred. They describe a state of files
            and text, not anyone's intent or care.
          </p>
          <ul className="findings">
            {study.findings.map(({ id, title, status, sentence, effect, source }) => (
              <li key={id}>
                <details>
                  <summary>
                    <span className="finding-id">{id}</span> {title} <span className="badge">{status}</span>
                  </summary>
                  <p>{sentence}</p>
                  <p>Effect: {effect}</p>
                  <p className="small muted">Source: {source}</p>
                </details>
              </li>
            ))}
          </ul>
        </>
      )}
      {isReady && study.corrections.length > 0 ? <Ledger effects={part.effects} /> : null}
      {isReady ? part.reproduction.map((table) => <Reproduction key={table.id} table={table} />) : null}
      <h2>What is left out</h2>
      <ul>
        {study.limits.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </section>
  );
}
