// Neo4j's own parser and semantic checker over every .cypher file, as CYPHER 5 and as CYPHER 25, since users
// have servers of both. Knows our labels, relationship types and each file's parameters.
//
// What it does not see is checked here: a misspelt property (silently null in Neo4j), a write in a statement
// that says it reads, a parameter nobody uses, and APOC, which not every server has.

import { lintCypherQuery, testData, type CypherVersion } from '@neo4j-cypher/language-support';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { labels, properties, relationships } from '../src/model/graph.ts';
import { HeaderError, readHeader, type Header } from './generate/header.ts';
import { filesIn, read } from './generate/output.ts';
import { cypherFiles } from './generate/queries.ts';

export interface Complaint {
  /** 1-based. */
  readonly line: number;
  readonly says: string;
}

/** What is wrong with a statement, in the order of its lines. */
export function lintStatement(path: string, text: string): Complaint[] {
  try {
    const header = readHeader(path, text);
    const parameters = Object.fromEntries(header.params.map(({ name }) => [name, '']));
    return inOrder([...neo4jSays(text, parameters), ...weSay(text), ...againstHeader(text, header)]);
  } catch (error) {
    if (error instanceof HeaderError) return [{ line: 1, says: error.message.slice(path.length + 2) }];
    throw error;
  }
}

/** Migrations have no header and many statements a file. */
const lintSchema = (text: string): Complaint[] => inOrder([...neo4jSays(text, {}), ...weSay(text)]);

const versions: readonly CypherVersion[] = ['CYPHER 5', 'CYPHER 25'];

function neo4jSays(text: string, parameters: Record<string, unknown>): Complaint[] {
  const { functions, procedures } = testData.mockSchema;
  const schema = {
    ...(functions && { functions }),
    ...(procedures && { procedures }),
    labels: Object.keys(labels),
    relationshipTypes: Object.keys(relationships),
    parameters,
  };
  return versions.flatMap((defaultLanguage) =>
    lintCypherQuery(text, { ...schema, defaultLanguage }).diagnostics.map(({ message, range }) => ({
      line: range.start.line + 1,
      says: (typeof message === 'string' ? message : message.value).split('\n')[0] ?? '',
    })),
  );
}

function weSay(text: string): Complaint[] {
  const code = withoutWords(text);
  const strangers = [...propertiesIn(code)].filter(({ name }) => !known.has(name));
  return [
    ...strangers.map(({ name, index }) => ({
      line: lineOf(code, index),
      says: `the property ${name} is not in src/model/graph.ts`,
    })),
    ...found(code, /\bapoc\./gi, () => 'APOC is not on every server'),
  ];
}

function againstHeader(text: string, { mode, params }: Header): Complaint[] {
  const code = withoutWords(text);
  const unused = params.filter(({ name }) => !new RegExp(`\\$${name}\\b`).test(code));
  return [
    ...unused.map(({ name }) => ({ line: 1, says: `@param ${name} is never used` })),
    ...(mode === 'read'
      ? found(code, /\b(CREATE|MERGE|SET|DELETE|REMOVE)\b/g, (word) => `${word} in a statement whose @mode is read`)
      : []),
  ];
}

const known = new Set<string>(properties);

interface Mention {
  readonly name: string;
  readonly index: number;
}

/** Property names of nodes and relationships, wherever they stand. Fields of plain maps are not ours to know. */
function propertiesIn(code: string): Mention[] {
  const bound = variablesIn(code);
  const ofBound = (mention: RegExpExecArray): boolean => bound.has(mention[1] ?? '');

  // n.name — not a call (date.truncate), not a field of a parameter ($x.name) or of a field (row.a.b)
  const accesses = [...code.matchAll(/(?<![\w$.])(\w+)\.(\w+)\b(?!\s*\()/g)].filter(ofBound);
  // (n:Label {name: …}), [r:TYPE {name: …}]
  const patterns = [...code.matchAll(/[([]\s*\w*\s*:[^(){}[\]]+\{([^{}]*)\}/g)];
  // SET n += {name: …}
  const maps = [...code.matchAll(/\b(\w+)\s*\+?=\s*\{([^{}]*)\}/g)].filter(ofBound);
  // n {.name, …}
  const projections = [...code.matchAll(/(?<![\w:])(\w+)\s*\{([^{}]*)\}/g)].filter(ofBound);

  return [
    ...accesses.map((it) => ({ name: it[2] ?? '', index: it.index })),
    ...[...patterns, ...maps].flatMap((it) => within(it, /(?:^|,)\s*(\w+)\s*:/g)),
    ...projections.flatMap((it) => within(it, /(?:^|,)\s*\.(\w+)/g)),
  ];
}

/** Variables that hold a node or a relationship, and other names given to them. */
function variablesIn(code: string): Set<string> {
  const nodes = code.matchAll(/(?<!\w)\(\s*(\w+)\s*[:){]/g);
  const relationships = code.matchAll(/-\s*\[\s*(\w+)\s*[:\]{*]/g);
  const bound = new Set([...nodes, ...relationships].map(([, name = '']) => name));
  for (const [, name = '', other = ''] of code.matchAll(/(?<![\w.])(\w+)\s+AS\s+(\w+)/g)) if (bound.has(name)) bound.add(other);
  return bound;
}

function within(outer: RegExpExecArray, inner: RegExp): Mention[] {
  const body = outer.at(-1) ?? '';
  const start = outer.index + outer[0].lastIndexOf(body);
  return [...body.matchAll(inner)].map((it) => ({ name: it[1] ?? '', index: start + it.index + it[0].indexOf(it[1] ?? '') }));
}

/** The code with comments and texts blanked out, every letter still at its place. */
function withoutWords(text: string): string {
  const blank = (words: string) => words.replace(/[^\n]/g, ' ');
  return text.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*[^]*?\*\//g, blank);
}

const found = (code: string, wanted: RegExp, says: (word: string) => string): Complaint[] =>
  [...code.matchAll(wanted)].map((it) => ({ line: lineOf(code, it.index), says: says(it[0]) }));

const lineOf = (text: string, index: number): number => text.slice(0, index).split('\n').length;

/** Both versions mostly say the same; it is said once. */
function inOrder(complaints: readonly Complaint[]): Complaint[] {
  const once = new Map(complaints.map((it) => [`${it.line} ${it.says}`, it]));
  return [...once.values()].sort((a, b) => a.line - b.line || (a.says < b.says ? -1 : 1));
}

function main(root: string): void {
  const schema = filesIn(root, 'cypher/schema', '.cypher').map((name) => `cypher/schema/${name}.cypher`);
  const statements = cypherFiles(root).map(({ path }) => path);
  const remembered = remember(root);

  for (const path of [...schema, ...statements]) {
    const lint = schema.includes(path) ? lintSchema : (text: string) => lintStatement(path, text);
    for (const { line, says } of remembered.of(path, lint)) {
      process.stdout.write(`${path}:${line} ${says}\n`);
      process.exitCode = 1;
    }
  }
  remembered.save();
}

/** The checker takes a fifth of a second a statement, so its word is kept until the statement, the model or the checks change. */
function remember(root: string) {
  const path = join(root, '.cache', 'lint-cypher.json');
  const before = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, Complaint[]>) : {};
  const now: Record<string, Complaint[]> = {};
  const basis = ['src/model/graph.ts', 'scripts/lint-cypher.ts', 'scripts/generate/header.ts', 'package-lock.json'].map((it) =>
    read(root, it),
  );

  return {
    of(file: string, lint: (text: string) => Complaint[]): Complaint[] {
      const text = read(root, file);
      const key = createHash('sha256')
        .update([...basis, file, text].join('\0'))
        .digest('hex');
      return (now[key] = before[key] ?? lint(text));
    },
    save(): void {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, JSON.stringify(now));
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(fileURLToPath(new URL('..', import.meta.url)));
