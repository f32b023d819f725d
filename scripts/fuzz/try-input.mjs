// Puts one text through everything that a user's file goes through, and says what is wrong with the way it was taken.
import { lower } from '@weir/engine';
import * as model from '@weir/model';

const PROTOTYPES = [
  Object.prototype,
  Array.prototype,
  Map.prototype,
  Set.prototype,
  String.prototype,
  Function.prototype,
];
const snapshot = () => PROTOTYPES.map((prototype) => Reflect.ownKeys(prototype).length).join();
const untouched = snapshot();

/** What a text came to: `ok` was read, `refused` had a message; anything else is a fault of Weir. */
export function tryInput({ kind, file, text }) {
  try {
    const fault = kind === 'equation' || kind === 'units' ? tryText(kind, text) : tryModel(file, text);
    if (snapshot() !== untouched || {}.polluted !== undefined) return 'fault: a prototype was changed';
    return fault;
  } catch (error) {
    return `fault: ${error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 4).join(' | ') : String(error)}`;
  }
}

function tryText(kind, text) {
  const source = model.sourceText(`seed.${kind}`, text);
  const outcome =
    kind === 'units' ? model.parseUnits(source) : model.parseExpression(source, model.wholeText(source), 'x');
  return judged(outcome);
}

function tryModel(file, text) {
  const source = model.sourceText(file, text);
  const read = model.readModel(source);
  const verdict = judged(read);
  if (!read.ok || verdict !== 'ok') return verdict;
  const lowered = judged(lower(read.value));
  if (lowered.startsWith('fault')) return lowered;
  const units = model.checkUnits(read.value);
  if (!units.every(isDiagnostic)) return 'fault: units are told of in another form';
  const written = model.readModelFile(source);
  if (!written.ok) return 'fault: read as a model but not as a file';
  const out = model.writeXmile(written.value);
  const rewritten = judged(out);
  if (rewritten !== 'ok' || !out.ok) return rewritten === 'refused' ? 'ok' : rewritten;
  const again = model.readModel(model.sourceText('again.xmile', out.value));
  if (!again.ok) return `fault: what was written cannot be read: ${again.diagnostics[0]?.message}`;
  // What XML cannot say to the letter is written otherwise, with a warning.
  if (written.value.dialect !== 'xmile' || out.diagnostics.length > 0) return 'ok';
  const file2 = model.readModelFile(model.sourceText(file, out.value));
  return file2.ok && withoutPlaces(file2.value) === withoutPlaces(written.value)
    ? 'ok'
    : 'fault: written and read again, it is another model';
}

/** A model file as text, without its places. */
function withoutPlaces(value) {
  return JSON.stringify(value, (key, inner) => {
    if (key === 'span' || key === 'source') return undefined;
    if (inner instanceof Map) return [...inner];
    // In one order of keys, whatever the order in which they were read.
    if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)));
  });
}

/** Whether an outcome has the form that all have: a value, or at least one error, each with its place. */
function judged(outcome) {
  if (!outcome.diagnostics.every(isDiagnostic)) return 'fault: a diagnostic has no code, message or place';
  const errors = outcome.diagnostics.filter(({ severity }) => severity === 'error');
  if (outcome.ok)
    return errors.length === 0 ? 'ok' : `fault: read in spite of an error: ${errors[0]?.message}`;
  return errors.length > 0 ? 'refused' : 'fault: refused without an error';
}

function isDiagnostic({ code, message, place }) {
  const placed = place === undefined || (place.line >= 1 && place.column >= 1 && place.length >= 1);
  return code !== '' && message !== '' && placed;
}
