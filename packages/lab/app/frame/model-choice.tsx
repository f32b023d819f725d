import { useId } from 'react';
import { BUNDLED_MODELS } from '../../models/catalog.js';
import { AS_PUBLISHED } from '../../models/corrections-key.js';
import { firstState } from '../../state/first-state.js';
import { useLab } from '../lab-context.js';

/** Which model is on the desk, with its version; a list where the site carries more than one. */
export function ModelChoice() {
  const { desk, study, state, put } = useLab();
  const id = useId();
  const own = desk.source.kind === 'own' ? desk.source.id : undefined;

  const change = async (wanted: string): Promise<void> => {
    const model = BUNDLED_MODELS.find((one) => one.id === wanted);
    const loaded = await model?.variants[AS_PUBLISHED]?.();
    if (model === undefined || loaded === undefined) return;
    const first = firstState(loaded.study);
    put({ source: { kind: 'bundled', model }, loaded }, { ...first, view: state.view });
  };

  return (
    <span className="model-choice">
      <label className="unseen" htmlFor={id}>
        Model
      </label>
      <select
        id={id}
        value={own ?? study.id}
        onChange={({ target }) => {
          void change(target.value);
        }}
      >
        {BUNDLED_MODELS.map((model) => (
          <option key={model.id} value={model.id}>
            {model.title}
          </option>
        ))}
        {own === undefined ? null : <option value={own}>{study.title}</option>}
      </select>
      {study.version === '' ? null : <span className="muted"> version {study.version}</span>}
    </span>
  );
}
