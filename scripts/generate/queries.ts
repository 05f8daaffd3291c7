// cypher/<noun>/<name>.cypher → src/graph/queries.gen.ts, every statement typed by its header.

import { HeaderError, readHeader, type Field } from './header.ts';
import { camelCase, filesIn, foldersIn, generatedBy, literal, read, type Output } from './output.ts';
import { typeScriptOf } from './types.ts';

export interface CypherFile {
  readonly path: string;
  /** `findings/around` */
  readonly name: string;
  readonly noun: string;
  readonly text: string;
}

/** Every statement the product runs; the schema is migrations and has no header. */
export function cypherFiles(root: string): CypherFile[] {
  const nouns = foldersIn(root, 'cypher').filter((noun) => noun !== 'schema');
  return nouns.flatMap((noun) =>
    filesIn(root, `cypher/${noun}`, '.cypher').map((file) => {
      const path = `cypher/${noun}/${file}.cypher`;
      return { path, noun, name: `${noun}/${file}`, text: read(root, path) };
    }),
  );
}

export function queriesModule(root: string): Output {
  const files = cypherFiles(root);
  const homes = modelTypes(root);
  const used = new Set<string>();
  const entries = files.map((file) => ({ noun: file.noun, text: entry(file, homes, used) }));

  const nouns = [...new Set(files.map(({ noun }) => noun))];
  const groups = nouns.map((noun) =>
    group(
      noun,
      entries.filter((it) => it.noun === noun).map(({ text }) => text),
    ),
  );
  const text = [
    generatedBy,
    '',
    ...imports(used, homes),
    "import type { Query } from './graph.ts';",
    '',
    'export const queries = {',
    ...groups,
    '} as const;',
    '',
  ].join('\n');
  return { path: 'src/graph/queries.gen.ts', text };
}

/** Every type src/model exports, and the file it lives in. */
function modelTypes(root: string): Map<string, string> {
  const homes = new Map<string, string>();
  for (const file of filesIn(root, 'src/model', '.ts')) {
    const exported = read(root, `src/model/${file}.ts`).matchAll(/^export (?:declare )?(?:interface|type|class) (\w+)/gm);
    for (const [, name = ''] of exported) homes.set(name, file);
  }
  return homes;
}

function entry(file: CypherFile, homes: Map<string, string>, used: Set<string>): string {
  const { mode, params, returns } = readHeader(file.path, file.text);
  const shape = (fields: readonly Field[]) => objectType(file, fields, homes, used);
  const name = camelCase(file.name.slice(file.noun.length + 1));
  return [
    `    ${name}: {`,
    `      name: '${file.name}',`,
    `      mode: '${mode}',`,
    `      text: ${literal(file.text)},`,
    `    } as Query<${shape(params)}, ${shape(returns)}>,`,
  ].join('\n');
}

function objectType(file: CypherFile, fields: readonly Field[], homes: Map<string, string>, used: Set<string>): string {
  if (fields.length === 0) return 'Record<string, never>';
  const members = fields.map(({ name, type }) => `readonly ${name}: ${typeOf(file, type, homes, used)}`);
  return `{ ${members.join('; ')} }`;
}

function typeOf(file: CypherFile, type: string, homes: Map<string, string>, used: Set<string>): string {
  try {
    const { text, names } = typeScriptOf(type);
    const stranger = names.find((name) => !homes.has(name));
    if (stranger !== undefined) throw new Error(`src/model exports no type ${stranger}`);
    for (const name of names) used.add(name);
    return text;
  } catch (error) {
    throw new HeaderError(file.path, (error as Error).message);
  }
}

function imports(used: ReadonlySet<string>, homes: Map<string, string>): string[] {
  const files = [...new Set([...used].map((name) => homes.get(name) ?? ''))].sort();
  return files.map((file) => {
    const names = [...used].filter((name) => homes.get(name) === file).sort();
    return `import type { ${names.join(', ')} } from '../model/${file}.ts';`;
  });
}

const group = (noun: string, entries: readonly string[]): string => [`  ${camelCase(noun)}: {`, ...entries, '  },'].join('\n');
