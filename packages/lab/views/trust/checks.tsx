import { shortNumber } from '../../components/short-number.js';
import type { TrustPart } from '../../models/trust-part.js';

const RANK = { failed: 0, passed: 1, 'not applicable': 2 } as const;

/** The confidence tests, failures on top. */
export function Checks({ checks }: { readonly checks: TrustPart['checks'] }) {
  const failed = checks.filter(({ outcome }) => outcome === 'failed').length;
  const passed = checks.filter(({ outcome }) => outcome === 'passed').length;
  const sorted = checks.toSorted((one, other) => RANK[one.outcome] - RANK[other.outcome]);
  return (
    <>
      <h2>
        {passed} checks passed, {failed} failed
      </h2>
      <p className="small muted">The model as published, without corrections. The same as `weir check`.</p>
      <ul className="checks">
        {sorted.map(({ id, title, outcome, done, found, numbers, places, limits }) => (
          <li key={id}>
            <details>
              <summary>
                <span className={`badge is-${outcome === 'failed' ? 'failed' : 'fine'}`}>{outcome}</span>{' '}
                {title}
              </summary>
              <p>{found}</p>
              {numbers.length === 0 ? null : (
                <ul>
                  {numbers.map(({ label, value, unit }) => (
                    <li key={label}>
                      {label}: {shortNumber(value)} {unit === undefined || unit === '1' ? '' : unit}
                    </li>
                  ))}
                </ul>
              )}
              {places.length === 0 ? null : (
                <ul>
                  {places.map(({ message, documented }) => (
                    <li key={message}>
                      {message}
                      {documented.length === 0 ? '' : ` Documented as ${documented.join(', ')}.`}
                    </li>
                  ))}
                </ul>
              )}
              <p className="small muted">
                Done: {done} Limits: {limits}
              </p>
            </details>
          </li>
        ))}
      </ul>
    </>
  );
}
