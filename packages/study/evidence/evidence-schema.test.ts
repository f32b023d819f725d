import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { evidenceJsonSchema } from './evidence-schema.js';

const file = new URL('../../../models/evidence.schema.json', import.meta.url);

// `WEIR_WRITE_SCHEMA=1 npx vitest run packages/study/evidence/evidence-schema.test.ts` writes the file anew.
it('is what stands in models/evidence.schema.json', () => {
  if (process.env.WEIR_WRITE_SCHEMA === '1') {
    writeFileSync(file, `${JSON.stringify(evidenceJsonSchema(), null, 2)}\n`);
  }
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(evidenceJsonSchema());
});
