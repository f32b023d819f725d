import { lazy, Suspense } from 'react';
import type { DialogName } from '../lab-context.js';

const Body = lazy(async () => ({ default: (await import('./dialog-body.js')).DialogBody }));

interface Props {
  readonly open: DialogName | undefined;
  readonly onClose: () => void;
}

/** The dialog that is open; its content is fetched when the first one opens. */
export function Dialogs({ open, onClose }: Props) {
  if (open === undefined) return null;
  return (
    <Suspense fallback={null}>
      <Body name={open} onClose={onClose} />
    </Suspense>
  );
}
