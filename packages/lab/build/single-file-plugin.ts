import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { singleFilePolicy } from './content-policy.js';

/** Puts the built script and style into the page itself, so that it opens from disk. */
export function singleFilePlugins(): readonly Plugin[] {
  return [inlineWorker(), inlineFiles()];
}

/** The worker is part of the page, not a file beside it. */
function inlineWorker(): Plugin {
  return {
    name: 'weir-inline-worker',
    apply: 'build',
    enforce: 'pre',
    resolveId(id, importer) {
      if (!id.endsWith('/worker-source.js') || importer === undefined) return undefined;
      return this.resolve(id.replace('worker-source.js', 'worker-source-inline.js'), importer);
    },
  };
}

function inlineFiles(): Plugin {
  return {
    name: 'weir-single-file',
    apply: 'build',
    enforce: 'post',
    // When all is written, so that no other plugin has work left to do on what is put into the page.
    writeBundle({ dir }, bundle) {
      if (dir === undefined) throw new Error('The build has no folder.');
      const text = (name: string): string => readFileSync(join(dir, name), 'utf8');
      const names = Object.keys(bundle);
      const page = names.find((name) => name.endsWith('.html'));
      if (page === undefined) throw new Error('The build has no page.');
      // A closing tag within a string would end the element.
      const scripts = names
        .filter((name) => name.endsWith('.js'))
        .map((name) => text(name).replaceAll('</script', '<\\/script'));
      const styles = names.filter((name) => name.endsWith('.css')).map(text);
      writeFileSync(join(dir, page), singlePage(text(page), scripts, styles));
      for (const name of names) if (name !== page) rmSync(join(dir, name));
      rmSync(join(dir, 'assets'), { recursive: true, force: true });
    },
  };
}

function singlePage(html: string, scripts: readonly string[], styles: readonly string[]): string {
  const policy = singleFilePolicy(scripts.map(hash), styles.map(hash));
  const head = `<meta http-equiv="Content-Security-Policy" content="${policy}">${styles
    .map((style) => `<style>${style}</style>`)
    .join('')}`;
  const body = scripts.map((script) => `<script type="module">${script}</script>`).join('');
  return html
    .replace(/<script[^>]*\ssrc="[^"]*"[^>]*><\/script>/g, '')
    .replace(/<link[^>]*rel="(?:stylesheet|modulepreload)"[^>]*>/g, '')
    .replace(/<meta charset="[^"]*"\s*\/?>/i, (charset) => `${charset}${'\u0000'}`)
    .split('\u0000')
    .join(head)
    .replace('</body>', () => `${body}</body>`);
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
