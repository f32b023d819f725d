import { defineConfig } from 'vitest/config';

// The built site in a real Chromium: `npm test` builds it first and says which browser in WEIR_CHROMIUM.
export default defineConfig({
  root: import.meta.dirname,
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['**/*.browser.ts'],
    globalSetup: ['./start-browser.ts'],
    // One page at a time: results stream in two workers of their own.
    fileParallelism: false,
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
