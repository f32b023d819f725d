import { elaborate } from '../elaborate/elaborate.js';
import type { Model } from '../model.js';
import type { SourceText } from '../source/source-text.js';
import { readXmile } from '../xmile/read-xmile.js';
import { valueIn } from './outcomes.js';

/** The flat model of an XMILE file that must be sound, its names not looked up yet. */
export function flatModel(source: SourceText): Model {
  return valueIn(elaborate(valueIn(readXmile(source))));
}
