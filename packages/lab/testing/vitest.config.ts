import { defineConfig } from 'vitest/config';

// The built site in a real Chromium: `npm test` builds it first and says which browser in WEIR_CHROMIUM.
export default defineConfig({
  // Tests of the lab stand beside it; those of what it shows of a model stand with the model.
  root: new URL('../../..', import.meta.url).pathname,
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['packages/lab/testing/*.browser.ts', 'models/*/browser/*.browser.ts'],
    globalSetup: ['packages/lab/testing/start-browser.ts'],
    // One page at a time: results stream in two workers of their own.
    fileParallelism: false,
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
