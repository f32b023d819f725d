import type { LinkView } from '@weir/study';
import { Suspense } from 'react';
import { VIEWS } from './views.js';

/** The view that is open, fetched when it is first opened. */
export function ViewPlace({ view }: { readonly view: LinkView }) {
  const open = VIEWS.find((one) => one.view === view);
  if (open === undefined) return null;
  const { Component } = open;
  return (
    <Suspense fallback={<p className="loading">Opening {open.label} ...</p>}>
      <Component />
    </Suspense>
  );
}
