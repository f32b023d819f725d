/** Where an include leads: a path below the model's folder, or why it may not be followed. */
export type IncludePath =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly reason: string };

/**
 * The path of an included file, relative to the folder of the model file, by its words alone: nothing is opened.
 *
 * Only paths that stay in that folder pass. Refused are absolute paths, addresses and drives (any `:`), backslashes,
 * control characters, and a `..` that leads out of the folder; a `%2e` is not decoded.
 *
 * @param resource - As the file gives it: relative to the folder of the file that includes it.
 * @param from - Path of that file, relative to the folder of the model file, with `/` between folders.
 */
export function includePath(resource: string, from: string): IncludePath {
  const no = (reason: string): IncludePath => ({ ok: false, reason });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u001f\u007f]/.test(resource)) return no('holds a control character');
  if (resource.includes('\\')) return no('is written with a backslash');
  if (resource.includes(':')) return no('is an address or names a drive');
  if (resource.startsWith('/')) return no('is an absolute path');
  const folders = from.split('/').slice(0, -1);
  for (const step of resource.split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') folders.push(step);
    else if (folders.pop() === undefined) return no("leads out of the model's folder");
  }
  return folders.length === 0 ? no("is the model's folder itself") : { ok: true, path: folders.join('/') };
}
