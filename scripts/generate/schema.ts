// graphql/*.graphql → src/serve/schema.gen.ts: the SDL as one text, and the types of its resolvers.
//
// Code generation takes seconds, so it runs only when what it is made from has changed; the hash of that
// stands in the file's first lines.

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn, generatedBy, literal, read, type Output } from './output.ts';

const path = 'src/serve/schema.gen.ts';

export async function schemaModule(root: string): Promise<Output[]> {
  const files = filesIn(root, 'graphql', '.graphql').map((name) => read(root, `graphql/${name}.graphql`));
  if (files.length === 0) return [];

  const mappers = existsSync(join(root, 'graphql/mappers.json')) ? read(root, 'graphql/mappers.json') : '{}';
  const madeFrom = `// Made from ${hash([...files, mappers, JSON.stringify(shape)])}`;
  const present = existsSync(join(root, path)) ? read(root, path) : '';
  const [title, mark] = present.split('\n');
  if (title === generatedBy && mark === madeFrom) return [{ path, text: present }];

  return [
    { path, text: `${generatedBy}\n${madeFrom}\n\n${await generate(files, JSON.parse(mappers) as Record<string, string>)}` },
  ];
}

const hash = (parts: readonly string[]): string => createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16);

const shape = {
  contextType: './context.ts#Context',
  useTypeImports: true,
  enumsAsTypes: true,
  immutableTypes: true,
  // Inside, a time is an Instant; the scalar speaks RFC 3339 at the edge.
  scalars: { DateTime: { input: 'number', output: 'number' } },
};

async function generate(files: readonly string[], mappers: Record<string, string>): Promise<string> {
  const [{ codegen }, typescript, resolvers, { mergeTypeDefs }, { parse, print }] = await Promise.all([
    import('@graphql-codegen/core'),
    import('@graphql-codegen/typescript'),
    import('@graphql-codegen/typescript-resolvers'),
    import('@graphql-tools/merge'),
    import('graphql'),
  ]);
  const schema = mergeTypeDefs(files.map((text) => parse(text)));
  const types = await codegen({
    schema,
    documents: [],
    filename: path,
    config: { ...shape, mappers },
    plugins: [{ typescript: {} }, { 'typescript-resolvers': {} }],
    pluginMap: { typescript, 'typescript-resolvers': resolvers },
  });
  return `${types.trim()}\n\nexport const typeDefs = ${literal(`${print(schema).trim()}\n`)};\n`;
}
