import { useLab } from '../lab-context.js';

/** What must be read beside every result; opens to the whole list. */
export function LimitsStrip() {
  const { study } = useLab();
  const { strip, points } = study.limits;
  if (points.length === 0) return <p className="limits">{strip}</p>;
  return (
    <details className="limits">
      <summary>
        <span>{strip}</span> <span className="limits-more">All limits</span>
      </summary>
      <ul>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </details>
  );
}
