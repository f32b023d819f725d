/**
 * What the page may load: its own files, and nothing from anywhere else. WebAssembly is compiled in the page only where
 * a browser has no workers. Kernels made as JavaScript run in the worker alone, whose file is not bound by this policy.
 */
export function documentPolicy(): string {
  return policyText({
    'default-src': ["'none'"],
    'script-src': ["'self'", "'wasm-unsafe-eval'"],
    'worker-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'manifest-src': ["'self'"],
    'connect-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
  });
}

/**
 * The same for the page of one file: its own script and style by their hashes. Its worker comes from a blob and has
 * this policy too, so generated kernels must be allowed here.
 *
 * @param scripts - Hashes, as in `sha256-...`.
 */
export function singleFilePolicy(scripts: readonly string[], styles: readonly string[]): string {
  const quoted = (hashes: readonly string[]) => hashes.map((hash) => `'${hash}'`);
  return policyText({
    'default-src': ["'none'"],
    'script-src': [...quoted(scripts), 'blob:', "'unsafe-eval'"],
    'worker-src': ['blob:'],
    'style-src': quoted(styles),
    'img-src': ['data:', 'blob:'],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
  });
}

function policyText(directives: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}
