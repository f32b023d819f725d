import { type ReactNode, useEffect, useRef } from 'react';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The panel beside the matrix. It takes the focus when it opens; closing gives it back to its opener. */
export function SidePanel({ title, onClose, children }: Props) {
  const ref = useRef<HTMLElement>(null);
  const opener = useRef<Element>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another title is another panel.
  useEffect(() => {
    const panel = ref.current;
    if (panel === null || panel.contains(document.activeElement)) return;
    opener.current = document.activeElement;
    panel.focus({ preventScroll: false });
  }, [title]);
  const close = (): void => {
    onClose();
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };
  return (
    <aside
      ref={ref}
      className="side-panel"
      aria-label={title}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <div className="dialog-head">
        <h2>{title}</h2>
        <button type="button" onClick={close}>
          Close
        </button>
      </div>
      {children}
    </aside>
  );
}
