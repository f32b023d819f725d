import type { IgnoredPart } from '@weir/study';

interface Props {
  readonly ignored: readonly IgnoredPart[];
  readonly onClose: () => void;
}

/** What of a link could not be used. */
export function IgnoredNotice({ ignored, onClose }: Props) {
  if (ignored.length === 0) return null;
  return (
    <section className="notice" role="alert" aria-label="About the link">
      <p>Parts of the link were left out; what is shown is the nearest state that is valid.</p>
      <ul>
        {ignored.map(({ part, reason }) => (
          <li key={`${part} ${reason}`}>
            <code>{part}</code> {reason}
          </li>
        ))}
      </ul>
      <button type="button" onClick={onClose}>
        Close
      </button>
    </section>
  );
}
