import { useMemo, useState } from 'react';
import { useLab } from '../../app/lab-context.js';
import { usePart } from '../../app/use-part.js';
import type { BundledModel } from '../../models/catalog.js';
import './evidence.css';
import { Entry } from './entry.js';
import { Plain } from './plain.js';

const fetchEvidence = (model: BundledModel) => model.evidence();

/** The view Evidence: where the numbers come from, those that matter most and rest on least first. */
export function EvidenceView() {
  const { study, state } = useLab();
  const evidence = usePart(fetchEvidence);
  const [wanted, setWanted] = useState('');
  const [onlyGaps, setOnlyGaps] = useState(false);
  const entries = useMemo(() => {
    if (evidence === undefined || evidence === 'none' || evidence === null) return [];
    const words = wanted.trim().toLowerCase();
    return evidence.entries
      .filter(({ gap }) => gap || !onlyGaps)
      .filter(
        ({ name, short_name }) =>
          words === '' || name.toLowerCase().includes(words) || short_name.toLowerCase().includes(words),
      )
      .toSorted((one, other) => (other.influence?.swing ?? 0) - (one.influence?.swing ?? 0));
  }, [evidence, wanted, onlyGaps]);
  const questions = useMemo(() => entries.filter((one) => one.questions.length > 0), [entries]);
  return (
    <section aria-labelledby="evidence-title" className="evidence">
      <h1 id="evidence-title">Where do the numbers come from, and which weak ones matter?</h1>
      {evidence === undefined ? <p role="status">Fetching what is recorded.</p> : null}
      {evidence === 'none' || evidence === null ? <Plain study={study} /> : null}
      {evidence === undefined || evidence === 'none' || evidence === null ? null : (
        <>
          <p className="lead">
            Of {evidence.constants} constants, {evidence.gaps} have no recorded source. Constants stand in the
            order of their influence on the difference between two policies.
          </p>
          {evidence.measure === null ? null : (
            <p className="small muted">Influence: {evidence.measure.meaning}</p>
          )}
          {state.corrections.length === 0 ? null : (
            <p className="notice">
              Values and influences here are those of the model as published; corrections are in force in the
              other views.
            </p>
          )}
          <div className="controls-row">
            <label>
              Find a constant{' '}
              <input
                type="search"
                data-shortcut="find"
                value={wanted}
                onChange={(event) => setWanted(event.target.value)}
              />
            </label>
            <label>
              <input
                type="checkbox"
                checked={onlyGaps}
                onChange={(event) => setOnlyGaps(event.target.checked)}
              />{' '}
              without a recorded source only
            </label>
          </div>
          <p role="status" className="small muted">
            {entries.length} of {evidence.constants} shown.
          </p>
          <ol className="entries">
            {entries.map((entry) => (
              <Entry key={entry.name} entry={entry} />
            ))}
          </ol>
          {questions.length === 0 ? null : (
            <>
              <h2>Open questions</h2>
              <dl>
                {questions.map(({ name, questions: open }) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    {open.map((question) => (
                      <dd key={question}>{question}</dd>
                    ))}
                  </div>
                ))}
              </dl>
            </>
          )}
        </>
      )}
    </section>
  );
}
