import type { Plugin } from 'vite';
import { documentPolicy } from './content-policy.js';

/** Writes the content policy into the built page. */
export function policyPlugin(): Plugin {
  return {
    name: 'weir-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: documentPolicy() },
        injectTo: 'head-prepend',
      },
    ],
  };
}
