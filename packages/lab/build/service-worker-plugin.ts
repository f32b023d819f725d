import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** Name of the entry that keeps the site offline. */
export const SERVICE_WORKER = 'service-worker';

/** Tells the service worker which files the site has. */
export function serviceWorkerPlugin(): Plugin {
  return {
    name: 'weir-service-worker',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const worker = bundle['sw.js'];
      if (worker?.type !== 'chunk') throw new Error('The build has no service worker.');
      const hash = createHash('sha256');
      const names = Object.keys(bundle)
        .filter((name) => name !== 'sw.js' && !name.endsWith('.map'))
        .sort();
      for (const name of names) {
        const part = bundle[name];
        hash.update(name).update(part?.type === 'chunk' ? part.code : (part?.source ?? ''));
      }
      // The page is asked for by its folder's address.
      const files = names.map((name) => (name === 'index.html' ? './' : `./${name}`));
      worker.code = worker.code
        .replaceAll('SITE_FILES', JSON.stringify(files))
        .replaceAll('SITE_DIGEST', JSON.stringify(hash.digest('hex').slice(0, 16)));
    },
  };
}
