import { decodeLink, fitLink, type IgnoredPart, type LinkState, unpackedLink } from '@weir/study';
import { BUNDLED_MODELS } from '../models/catalog.js';
import { AS_PUBLISHED } from '../models/corrections-key.js';
import { linkTargets } from '../models/link-targets.js';
import { loadModel } from '../models/load-model.js';
import { firstState } from '../state/first-state.js';
import { stateOfLink } from '../state/link-of-state.js';
import { browserPacking } from './packing.js';
import type { Beginning } from './session.js';

/**
 * What the lab begins with: the model and state of the address, or the first model as it stands.
 *
 * @throws Error where the site carries no model, or the first one cannot be read.
 */
export async function begin(address: string): Promise<Beginning> {
  const fragment = address.includes('#') ? address.slice(address.indexOf('#') + 1) : '';
  const decoded =
    fragment === '' ? { ignored: [] } : decodeLink(await unpackedLink(fragment, browserPacking));
  const wanted: LinkState | undefined = decoded.state;
  const named = BUNDLED_MODELS.find(({ id }) => id === wanted?.model);
  const model = named ?? BUNDLED_MODELS[0];
  if (model === undefined) throw new Error('This site carries no model.');
  const ignored: IgnoredPart[] = [...decoded.ignored];
  if (wanted !== undefined && named === undefined) {
    const reason = `This site has no model \`${wanted.model}\`; a file of your own has to be opened first.`;
    ignored.push({ part: `m=${wanted.model}`, reason });
  }
  const source = { kind: 'bundled', model } as const;
  const plain = await model.variants[AS_PUBLISHED]?.();
  if (plain === undefined) throw new Error(`The model ${model.id} cannot be read.`);
  const published = { desk: { source, loaded: plain }, state: firstState(plain.study), ignored };
  if (wanted === undefined || named === undefined) return published;
  const fitted = fitLink(wanted, linkTargets(plain.study));
  ignored.push(...fitted.ignored);
  const state = stateOfLink(fitted.state, plain.study);
  const corrected = await loadModel(source, state.corrections, plain.study.corrections);
  if (corrected.ok) return { desk: { source, loaded: corrected.loaded }, state, ignored };
  const reason = corrected.diagnostics.map(({ message }) => message).join(' ');
  ignored.push({ part: `c=${state.corrections.join(',')}`, reason });
  return { ...published, state: { ...state, corrections: [] } };
}
