import type { ModelFile } from '../model-file.js';
import type { XmileNotes } from './xmile-notes.js';

/** What every part of a writing is given. */
export interface Writing {
  readonly file: ModelFile;
  readonly notes: XmileNotes;
}
