import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { leversJsonSchema } from '../lever/levers-schema.js';
import { experimentsJsonSchema } from './experiments-schema.js';

const models = new URL('../../../models/', import.meta.url);

// `WEIR_WRITE_SCHEMA=1 npx vitest run packages/study/experiment/experiments-schema.test.ts` writes the files anew.
it.each([
  ['experiments.schema.json', experimentsJsonSchema()],
  ['levers.schema.json', leversJsonSchema()],
])('is what stands in models/%s', (name, schema) => {
  const file = new URL(name, models);
  if (process.env.WEIR_WRITE_SCHEMA === '1') writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(schema);
});
