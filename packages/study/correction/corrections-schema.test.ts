import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { correctionsJsonSchema } from './corrections-schema.js';

const file = new URL('../../../models/corrections.schema.json', import.meta.url);

// `WEIR_WRITE_SCHEMA=1 npx vitest run packages/study/correction/corrections-schema.test.ts` writes the file anew.
it('is what stands in models/corrections.schema.json', () => {
  if (process.env.WEIR_WRITE_SCHEMA === '1') {
    writeFileSync(file, `${JSON.stringify(correctionsJsonSchema(), null, 2)}\n`);
  }
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(correctionsJsonSchema());
});
