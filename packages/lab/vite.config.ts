import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { modelsPlugin } from './build/models-plugin.js';
import { policyPlugin } from './build/policy-plugin.js';
import { SERVICE_WORKER, serviceWorkerPlugin } from './build/service-worker-plugin.js';
import { singleFilePlugins } from './build/single-file-plugin.js';

/** Weir's own packages have no side effects: what nobody uses of them stays out. */
const PURE = /packages[\\/](model|engine|analysis|study|figures)[\\/]/;
const treeshake = { moduleSideEffects: (id: string) => !PURE.test(id) };

/** The page, and the worker that keeps it offline, whose address must stay the same from version to version. */
const siteEntries = {
  input: {
    index: `${import.meta.dirname}/index.html`,
    [SERVICE_WORKER]: `${import.meta.dirname}/offline/service-worker.ts`,
  },
  output: {
    entryFileNames: ({ name }: { readonly name: string }) =>
      name === SERVICE_WORKER ? 'sw.js' : 'assets/[name]-[hash].js',
  },
};

// `vite build` leaves the site of many files; `vite build --mode single` one file that opens from disk.
export default defineConfig(({ mode }) => {
  const isSingle = mode === 'single';
  return {
    root: import.meta.dirname,
    base: './',
    publicDir: false,
    resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
    plugins: [
      react(),
      modelsPlugin(),
      ...(isSingle ? singleFilePlugins() : [policyPlugin(), serviceWorkerPlugin()]),
    ],
    worker: {
      format: isSingle ? 'iife' : 'es',
      // In the page of one file the worker cannot fetch the rest of its code.
      rolldownOptions: { treeshake, ...(isSingle ? { output: { codeSplitting: false } } : {}) },
    },
    build: {
      outDir: isSingle ? 'site/single' : 'site',
      emptyOutDir: !isSingle,
      target: 'es2022',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      cssCodeSplit: !isSingle,
      reportCompressedSize: false,
      rolldownOptions: {
        treeshake,
        ...(isSingle ? { output: { codeSplitting: false } } : siteEntries),
      },
    },
  };
});
