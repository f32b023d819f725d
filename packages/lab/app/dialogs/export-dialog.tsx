import { jsonText } from '@weir/study';
import { useState } from 'react';
import { downloadText } from '../../components/download.js';
import { policyInputs } from '../../compute/policy-inputs.js';
import { commandLine } from '../../export/reproduce.js';
import { useDrawsExport } from '../../export/use-draws-export.js';
import { firstPolicy, policyLabel } from '../../models/draft.js';
import { askReader } from '../../reading/ask-reader.js';
import { linkOfState } from '../../state/link-of-state.js';
import { useLab } from '../lab-context.js';

/** Files to take away. Figures and tables have their own buttons beside them. */
export function ExportDialog() {
  const { desk, study, state, announce, open } = useLab();
  const [fault, setFault] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const drawsText = useDrawsExport();
  const draft = state.draft ?? firstPolicy(study);
  const worked = { ...state, draft };
  const sources = async () =>
    desk.source.kind === 'bundled' ? await desk.source.model.sources() : desk.source.sources;

  /** Makes a file and saves it; what cannot be made is said here. */
  const save = (name: string, type: string, make: () => Promise<string | undefined>) => async () => {
    setBusy(true);
    setFault(undefined);
    try {
      const text = await make();
      if (text === undefined) setFault('The file could not be made.');
      else {
        downloadText(`${study.id}-${name}`, text, type);
        announce(`Saved: ${study.id}-${name}`);
      }
    } catch (error) {
      setFault(`The file could not be made. ${String(error)}`);
    }
    setBusy(false);
  };
  const runText = async (): Promise<string | undefined> => {
    const made = await askReader('run', { sources: await sources(), state: worked });
    if (!made.ok) throw new Error(made.diagnostics.map(({ message }) => message).join(' '));
    return made.value;
  };
  const xmileText = async (): Promise<string | undefined> => {
    const { keys, values } = policyInputs(study, draft);
    const set = new Map(keys.map((key, place) => [key, values[place] ?? Number.NaN]));
    const made = await askReader('xmile', { model: (await sources()).model, values: set });
    if (!made.ok) throw new Error(made.diagnostics.map(({ message }) => message).join(' '));
    return made.value;
  };
  const fileText = (part: 'model' | 'study') => async () => (await sources())[part]?.text;
  const label = policyLabel(study, draft);
  const command = commandLine(desk.source, worked, linkOfState(worked, study));
  return (
    <>
      <p>Every figure has buttons of its own for SVG, PNG, and its table as CSV.</p>
      {fault === undefined ? null : (
        <p className="notice" role="alert">
          {fault}
        </p>
      )}
      <h3>{label}</h3>
      <p className="buttons">
        <button type="button" disabled={isBusy} onClick={save('run.json', 'application/json', runText)}>
          Run as JSON
        </button>
        <button
          type="button"
          disabled={isBusy}
          onClick={save('scenario.json', 'application/json', async () =>
            jsonText({ ...worked, modelVersion: study.version }),
          )}
        >
          Scenario as JSON
        </button>
        <button type="button" disabled={isBusy} onClick={save('model.xmile', 'application/xml', xmileText)}>
          Model as XMILE
        </button>
      </p>
      <p className="small muted">
        The XMILE file has the values of this policy in its constants. It is the model as published:
        corrections and what changes at dates are not in it.
      </p>
      <h3>The comparison</h3>
      <p className="buttons">
        <button type="button" disabled={isBusy} onClick={save('draws.json', 'application/json', drawsText)}>
          {state.draws} draws as JSON
        </button>
        <button type="button" disabled={isBusy} onClick={() => open('brief')}>
          Brief to print
        </button>
      </p>
      <h3>Files of the study</h3>
      <p className="buttons">
        <button type="button" disabled={isBusy} onClick={save('model.txt', 'text/plain', fileText('model'))}>
          Model file
        </button>
        {desk.source.kind === 'bundled' || desk.source.sources.study !== undefined ? (
          <button
            type="button"
            disabled={isBusy}
            onClick={save('study.yaml', 'text/plain', fileText('study'))}
          >
            Study file
          </button>
        ) : null}
      </p>
      <h3>The same run on the command line</h3>
      <pre className="wrapped">{command}</pre>
    </>
  );
}
