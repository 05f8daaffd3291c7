// cypher/schema/V0001__name.cypher → src/graph/migrations.gen.ts: version, checksum and statements.

import { createHash } from 'node:crypto';
import { filesIn, generatedBy, literal, read, type Output } from './output.ts';

export function migrationsModule(root: string): Output {
  const entries = filesIn(root, 'cypher/schema', '.cypher').map((name) =>
    entry(name, read(root, `cypher/schema/${name}.cypher`)),
  );
  const text = [
    generatedBy,
    '',
    "import type { Migration } from './migrations.ts';",
    '',
    `export const migrations: readonly Migration[] = [${entries.length > 0 ? `\n${entries.join('\n')}\n` : ''}];`,
    '',
  ].join('\n');
  return { path: 'src/graph/migrations.gen.ts', text };
}

function entry(name: string, text: string): string {
  const version = /^V(\d{4})__[a-z0-9-]+$/.exec(name)?.[1];
  if (version === undefined) throw new Error(`cypher/schema/${name}.cypher: a migration is named V0001__what-it-does.cypher`);

  const checksum = createHash('sha256').update(text).digest('hex').slice(0, 16);
  const list = statements(text).map((statement) => `      ${literal(statement)},`);
  return [
    '  {',
    `    version: ${Number(version)},`,
    `    name: '${name}',`,
    `    checksum: '${checksum}',`,
    '    statements: [',
    ...list,
    '    ],',
    '  },',
  ].join('\n');
}

/** Statements end with a semicolon at the end of a line; comment lines belong to none. */
export function statements(text: string): string[] {
  const code = text
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('//'))
    .join('\n');
  return code
    .split(/;[ \t]*(?:\n|$)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}
