import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { studyJsonSchema } from './study-schema.js';

const file = new URL('../../../models/study.schema.json', import.meta.url);

// `WEIR_WRITE_SCHEMA=1 npx vitest run packages/study/study-file/study-schema.test.ts` writes the file anew.
it('is what stands in models/study.schema.json', () => {
  if (process.env.WEIR_WRITE_SCHEMA === '1') {
    writeFileSync(file, `${JSON.stringify(studyJsonSchema(), null, 2)}\n`);
  }
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(studyJsonSchema());
});
