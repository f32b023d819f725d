import { useRef, useState } from 'react';
import type { ModelSource } from '../../models/load-model.js';
import type { StudySources } from '../../models/sources.js';
import { askReader } from '../../reading/ask-reader.js';
import { firstState } from '../../state/first-state.js';
import { useLab } from '../lab-context.js';

/** Larger files than this are no model that a browser can run. */
const MOST_BYTES = 20_000_000;

/** Opens a model from the person's own files. They are read in this tab and sent nowhere. */
export function OpenModel() {
  const { state, put, announce } = useLab();
  const [faults, setFaults] = useState<readonly string[]>([]);
  const field = useRef<HTMLInputElement>(null);

  const openFiles = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return;
    const sources = await sourcesOf(files);
    if (typeof sources === 'string') {
      setFaults([sources]);
      return;
    }
    const opened = await askReader('load', { sources, corrections: [] });
    if (!opened.ok) {
      setFaults(
        opened.diagnostics
          .filter(({ severity }) => severity === 'error')
          .slice(0, 5)
          .map(({ message, hint = '' }) => `${message} ${hint}`.trim()),
      );
      return;
    }
    const loaded = opened.value;
    const source: ModelSource = { kind: 'own', id: `own ${loaded.study.id}`, sources };
    setFaults([]);
    put({ source, loaded }, { ...firstState(loaded.study), view: state.view });
    announce(`Opened: ${loaded.study.title}`);
  };

  return (
    <span className="open-model">
      <button type="button" onClick={() => field.current?.click()}>
        Open a model
      </button>
      <input
        ref={field}
        type="file"
        multiple
        hidden
        aria-label="Model file: XMILE or Vensim, with a study.yaml if there is one"
        accept=".xmile,.stmx,.itmx,.xml,.mdl,.yaml,.yml"
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = '';
          openFiles(files).catch((error: unknown) =>
            setFaults([`The file cannot be read. ${String(error)}`]),
          );
        }}
      />
      {faults.length === 0 ? null : (
        <span className="notice open-faults" role="alert">
          {faults.map((fault) => (
            <span key={fault}>{fault}</span>
          ))}{' '}
          <button type="button" onClick={() => setFaults([])}>
            Close
          </button>
        </span>
      )}
    </span>
  );
}

/** The chosen files by what they are; a sentence where they are no study. */
async function sourcesOf(files: readonly File[]): Promise<StudySources | string> {
  if (files.some(({ size }) => size > MOST_BYTES)) return 'The file is too large for a model.';
  const read = await Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() })));
  const models = read.filter(({ name }) => !/\.ya?ml$/i.test(name));
  const [model] = models;
  if (model === undefined || models.length > 1) return 'Choose one model file: XMILE or Vensim (.mdl).';
  const named = (pattern: RegExp) => read.find(({ name }) => pattern.test(name));
  const study = named(/^study\.ya?ml$/i);
  const corrections = named(/^corrections\.ya?ml$/i);
  return {
    model,
    ...(study === undefined ? {} : { study }),
    ...(corrections === undefined ? {} : { corrections }),
  };
}
