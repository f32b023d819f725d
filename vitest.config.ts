import { defineConfig } from 'vitest/config';

// Packages resolve to their TypeScript sources, so a test never runs against a stale build.
export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: [
      'packages/**/*.test.{ts,tsx}',
      'models/**/*.test.ts',
      'conformance/**/*.test.ts',
      'scripts/**/*.test.ts',
    ],
    setupFiles: ['scripts/fast-check-seed.mjs'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
