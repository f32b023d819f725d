import { useLab } from '../lab-context.js';

/** Everything that must be read beside the results. */
export function LimitsDialog() {
  const { study } = useLab();
  return (
    <>
      <p>{study.limits.strip}</p>
      <ul>
        {study.limits.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </>
  );
}
