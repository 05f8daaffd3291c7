// Every question the console asks is one the API answers.

import { buildSchema, parse, validate } from 'graphql/index.js';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../src/graph/local/java.ts';
import * as documents from '../../web/src/api/documents.ts';

const folder = join(root, 'graphql');
const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
const schema = buildSchema(files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n'));

it.each(Object.entries(documents))('%s', (_, text) => {
  expect(validate(schema, parse(text)).map(({ message }) => message)).toEqual([]);
});

it('and a question it does not answer would be seen', () => {
  expect(validate(schema, parse('{ incidents { nodes { id } } }'))).not.toEqual([]);
});
