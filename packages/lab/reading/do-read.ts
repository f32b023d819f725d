import { type Outcome, reached, refused } from '@weir/model';
import { modelXmile } from '../export/model-xmile.js';
import { runJson } from '../export/run-json.js';
import { atlasOf } from '../models/atlas-of.js';
import { correctedSources, loadedModelOf } from '../models/reader.js';
import type { ReadMessage, ReadOutcome } from './read-task.js';

/**
 * Does what is asked of the files of a study.
 *
 * @errors Those of `correctedSources`, `runScenario` and `modelXmile`.
 */
export function doRead(message: ReadMessage): ReadOutcome {
  switch (message.kind) {
    case 'load':
      return mapped(correctedSources(message.task.sources, message.task.corrections), loadedModelOf);
    case 'atlas':
      return mapped(correctedSources(message.task.sources, message.task.corrections), atlasOf);
    case 'run':
      return runJson(message.task.sources, message.task.state);
    case 'xmile':
      return modelXmile(message.task.model, message.task.values);
  }
}

function mapped<T, R>(outcome: Outcome<T>, change: (value: T) => R): Outcome<R> {
  return outcome.ok ? reached(change(outcome.value), outcome.diagnostics) : refused(outcome.diagnostics);
}
