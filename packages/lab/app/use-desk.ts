import { useEffect, useRef, useState } from 'react';
import type { Compute } from '../compute/compute.js';
import { loadModel, programKey } from '../models/load-model.js';
import type { LabState } from '../state/lab-state.js';
import type { Desk } from './session.js';

/** A fault of loading, in whole sentences. */
export type DeskFault = string | undefined;

/**
 * The desk that a state asks for: fetches or makes the corrected model when corrections change, and keeps the last one
 * until it is there.
 */
export function useDesk(
  first: Desk,
  state: LabState,
  compute: Compute,
): { desk: Desk; program: string; fault: DeskFault; put: (desk: Desk) => void } {
  const [desk, setDesk] = useState(first);
  const [fault, setFault] = useState<DeskFault>();
  const { source } = desk;
  const published = useRef(desk.loaded.study.corrections);
  const program = programKey(source, desk.loaded);
  compute.take(program, desk.loaded.programText);
  const wanted = state.corrections.join('+');

  useEffect(() => {
    let isCurrent = true;
    const asked = wanted === '' ? [] : wanted.split('+');
    loadModel(source, asked, published.current).then((loading) => {
      if (!isCurrent) return;
      setFault(loading.ok ? undefined : loading.diagnostics.map(({ message }) => message).join(' '));
      if (!loading.ok) return;
      setDesk((before) => (before.loaded === loading.loaded ? before : { source, loaded: loading.loaded }));
    });
    return () => {
      isCurrent = false;
    };
  }, [source, wanted]);

  const put = (next: Desk): void => {
    published.current = next.loaded.study.corrections;
    setDesk(next);
  };
  return { desk, program, fault, put };
}
