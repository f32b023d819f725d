import { useEffect, useState } from 'react';
import type { BundledModel } from '../models/catalog.js';
import { useLab } from './lab-context.js';

/** A part of the bundled model on the desk: undefined while it is fetched, `none` for a person's own file. */
export function usePart<P>(fetchPart: (model: BundledModel) => Promise<P>): P | 'none' | undefined {
  const { desk } = useLab();
  const { source } = desk;
  const model = source.kind === 'bundled' ? source.model : undefined;
  const [held, setHeld] = useState<{ readonly model: BundledModel; readonly part: P }>();
  useEffect(() => {
    let isWanted = true;
    if (model !== undefined)
      fetchPart(model).then((part) => {
        if (isWanted) setHeld({ model, part });
      });
    return () => {
      isWanted = false;
    };
  }, [model, fetchPart]);
  if (model === undefined) return 'none';
  return held?.model === model ? held.part : undefined;
}
