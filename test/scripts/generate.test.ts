import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isStale, outputs, write } from '../../scripts/generate.ts';
import { readHeader } from '../../scripts/generate/header.ts';
import { statements } from '../../scripts/generate/migrations.ts';
import { queriesModule } from '../../scripts/generate/queries.ts';
import { typeScriptOf } from '../../scripts/generate/types.ts';
import { root } from '../../src/graph/local/java.ts';
import { folder, type Folder } from '../support/folder.ts';

let repository: Folder;

beforeEach(() => {
  repository = folder('generate');
  repository.write({
    'src/model/time.ts': 'export type Instant = number;\n',
    'src/model/finding.ts': "export interface Finding { id: string }\nexport type Severity = 'low' | 'high';\n",
  });
});
afterEach(() => repository.remove());

const around = `// What lies near. It's one \`hop\`, \${not} code.
//
// @mode    read
// @param   findings string[]
// @param   since    Instant
// @returns finding  Finding
// @returns score    number | null

MATCH (f:Finding) RETURN f AS finding
`;

const generated = (files: Record<string, string>) => {
  repository.write(files);
  return queriesModule(repository.path).text;
};

describe('a type in a header', () => {
  const table: Record<string, string> = {
    string: 'string',
    'string[]': 'readonly string[]',
    'number[][]': 'readonly (readonly number[])[]',
    'Severity | undefined': 'Severity | undefined',
    '(string | null)[]': 'readonly (string | null)[]',
    '{ id: string, at: Instant }[]': 'readonly { readonly id: string; readonly at: Instant }[]',
    '{ about: { label: string, key?: string }[] }':
      '{ readonly about: readonly { readonly label: string; readonly key?: string }[] }',
    "'low' | 'high'": "'low' | 'high'",
    "EventOf<'signIn'>[]": "readonly EventOf<'signIn'>[]",
    'Record<string, number[]>': 'Record<string, readonly number[]>',
  };
  it.each(Object.entries(table))('%s is read-only in TypeScript', (source, text) => {
    expect(typeScriptOf(source).text).toBe(text);
  });

  it('says what is wrong with it', () => {
    expect(() => typeScriptOf('{ id: string')).toThrow('expected');
    expect(() => typeScriptOf('string string')).toThrow('expected the end, found string');
    expect(() => typeScriptOf('[]')).toThrow('expected a type, found []');
  });
});

describe('a header', () => {
  it('may spread a type over lines while a bracket is open', () => {
    const text = '// @mode write\n// @param rows {\n//   id: string,\n//   at: Instant,\n// }[]\n//\n// More prose.\n\nRETURN 1';
    expect(readHeader('x', text).params).toEqual([{ name: 'rows', type: '{ id: string, at: Instant, }[]' }]);
  });

  it('is refused without a mode, with an unknown tag, and without a type', () => {
    expect(() => readHeader('cypher/a/b.cypher', '// prose\nRETURN 1')).toThrow('cypher/a/b.cypher: the header needs one line');
    expect(() => readHeader('cypher/a/b.cypher', '// @mode read\n// @return x string\n')).toThrow('@return is not a tag');
    expect(() => readHeader('cypher/a/b.cypher', '// @mode read\n// @param x\n')).toThrow('lacks a name or a type');
  });
});

describe('the queries', () => {
  it('are typed by their headers, with the types of the model imported from where they live', () => {
    const text = generated({ 'cypher/findings/near-by.cypher': around });
    expect(text).toContain("import type { Finding } from '../model/finding.ts';");
    expect(text).toContain("import type { Instant } from '../model/time.ts';");
    expect(text).toContain("name: 'findings/near-by',");
    expect(text).toContain('    nearBy: {');
    expect(text).toContain(
      'as Query<{ readonly findings: readonly string[]; readonly since: Instant }, { readonly finding: Finding; readonly score: number | null }>,',
    );
  });

  it('keep their text to the letter', () => {
    const text = generated({ 'cypher/findings/near-by.cypher': around });
    const embedded = /text: (`[^]*?[^\\]`),/.exec(text)?.[1] ?? '';
    expect(runInNewContext(embedded)).toBe(around);
  });

  it('without parameters and columns take and give nothing', () => {
    const text = generated({ 'cypher/meta/touch.cypher': '// Touches.\n// @mode write\n\nMERGE (m:Meta)' });
    expect(text).toContain('as Query<Record<string, never>, Record<string, never>>');
  });

  it('name the file whose type the model does not know', () => {
    expect(() => generated({ 'cypher/a/b.cypher': '// @mode read\n// @param x Findign\n' })).toThrow(
      'cypher/a/b.cypher: src/model exports no type Findign',
    );
  });

  it('leave the schema out, which is migrations', () => {
    expect(generated({ 'cypher/schema/V0001__keys.cypher': 'CREATE INDEX x;' })).not.toContain('INDEX');
  });
});

it('a migration is split at semicolons that end a line', () => {
  expect(statements("// One; two.\nCREATE A;\n\n// why\nSET x = 'a;b';\nCREATE\n  B;")).toEqual([
    'CREATE A',
    "SET x = 'a;b'",
    'CREATE\n  B',
  ]);
});

describe('everything generated', () => {
  const at = (path: string) => join(repository.path, path);
  const generate = async () => {
    for (const output of await outputs(repository.path)) write(repository.path, output);
  };
  const stale = async () => (await outputs(repository.path)).filter((it) => isStale(repository.path, it)).map(({ path }) => path);

  it('lists every plug-in by its file, sorted, and nothing where there is none', async () => {
    repository.write({ 'src/respond/actions/revoke-sessions.ts': '', 'src/respond/actions/disable-account.ts': '' });
    await generate();
    expect(readFileSync(at('src/respond/all.gen.ts'), 'utf8'))
      .toContain(`import { disableAccount } from './actions/disable-account.ts';
import { revokeSessions } from './actions/revoke-sessions.ts';

export const actions = [
  disableAccount,
  revokeSessions,
] as const;
`);
    expect(readFileSync(at('src/detect/all.gen.ts'), 'utf8')).toContain('export const detections = [] as const;');
  });

  it('is the same every time, and stale when what it is made from changes', async () => {
    repository.write({ 'cypher/findings/around.cypher': around, 'cypher/schema/V0001__keys.cypher': 'CREATE INDEX x;\n' });
    await generate();
    expect(await stale()).toEqual([]);

    repository.write({ 'cypher/findings/around.cypher': around.replace('score', 'weight') });
    expect(await stale()).toEqual(['src/graph/queries.gen.ts']);
    repository.write({ 'cypher/schema/V0002__more.cypher': 'CREATE INDEX y;\n' });
    expect(await stale()).toEqual(['src/graph/queries.gen.ts', 'src/graph/migrations.gen.ts']);
  });

  it('does not depend on the line endings of the checkout', async () => {
    repository.write({ 'cypher/findings/around.cypher': around });
    await generate();
    repository.write({ 'cypher/findings/around.cypher': around.replaceAll('\n', '\r\n') });
    expect(await stale()).toEqual([]);
  });

  it('holds the GraphQL schema and the types of its resolvers', async () => {
    repository.write({
      'graphql/schema.graphql':
        'scalar DateTime\n"What may be asked."\ntype Query { viewer: String! }\nenum Status { open closed }\n',
      'graphql/incident.graphql':
        'type Incident { id: ID!, at: DateTime!, status: Status! }\nextend type Query { incident(id: ID!): Incident }\n',
      'graphql/mappers.json': '{ "Incident": "../model/incident.ts#Incident as IncidentModel" }',
    });
    await generate();
    const text = readFileSync(at('src/serve/schema.gen.ts'), 'utf8');
    expect(text).toContain("import type { Context } from './context.ts';");
    expect(text).toContain("import type { Incident as IncidentModel } from '../model/incident.ts';");
    expect(text).toMatch(/DateTime: \{ input: number; output: number; \}/);
    expect(text).toContain('export const typeDefs = `');
    expect(text).toContain('incident(id: ID!): Incident');
    expect(await stale()).toEqual([]);

    writeFileSync(at('graphql/schema.graphql'), 'scalar DateTime\ntype Query { viewer: Int! }\nenum Status { open closed }\n');
    expect(await stale()).toEqual(['src/serve/schema.gen.ts']);
  }, 30_000);
});

it('what is committed is fresh', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/generate.ts', '--check'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(`${stdout}${stderr}`).toBe('');
  expect(status).toBe(0);
  expect(existsSync(join(root, 'src/graph/queries.gen.ts'))).toBe(true);
}, 30_000);
