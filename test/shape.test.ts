// The rules of docs/ARCHITECTURE.md that a compiler cannot hold: who may import what, that every plug-in and every
// statement has its test, that nothing generated is stale, and that no machine's own addresses are in the source.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isStale, outputs } from '../scripts/generate.ts';
import { camelCase } from '../scripts/generate/output.ts';
import { detections } from '../src/detect/all.gen.ts';
import { root } from '../src/graph/local/java.ts';
import { sources } from '../src/ingest/all.gen.ts';
import { actions } from '../src/respond/all.gen.ts';

// The pipeline, in order. A room may use the rooms before it, never one after.
const rooms = [
  ...['model', 'ingest', 'learn', 'mail', 'detect', 'correlate', 'assess', 'narrate', 'respond'],
  ...['graph', 'tenant', 'jobs', 'serve'],
];
const core = new Set(rooms.slice(0, 9));

/** The program around the rooms. */
const program = ['cli-mail.ts', 'cli.ts', 'config.ts', 'desk.ts', 'log.ts', 'main.ts', 'terminal.ts', 'view.ts'];

/** Libraries without input or output: the core may use these and no others. */
const pure = new Set([
  '@photostructure/tz-lookup',
  'bitcoin-address-validation',
  'countries-and-timezones',
  'graphology',
  'graphology-communities-louvain',
  'htmlparser2',
  'ibantools',
  'jpeg-js',
  'jsqr',
  'linkify-it',
  'node:crypto',
  // Of bytes that are at hand, all at once and to a bound.
  'node:zlib',
  'pngjs',
  'tinyld',
  'tldts',
]);

/** Where each dependency lives: a file, or a folder. A new one is a line here, and a thought. */
const homes: Readonly<Record<string, string>> = {
  '@apollo/server': 'src/serve/',
  '@as-integrations/express5': 'src/serve/',
  '@graphql-tools/merge': 'src/serve/',
  '@graphql-tools/schema': 'src/serve/',
  '@graphql-tools/utils': 'src/serve/',
  '@ip-location-db/geo-whois-asn-country-mmdb': 'src/jobs/geography.ts',
  '@photostructure/tz-lookup': 'src/learn/zone.ts',
  'bitcoin-address-validation': 'src/mail/text/wallets.ts',
  commander: 'src/cli',
  'countries-and-timezones': 'src/learn/zone.ts',
  dataloader: 'src/serve/',
  express: 'src/serve/',
  'express-rate-limit': 'src/serve/',
  fzstd: 'bench/archive.ts',
  graphology: 'src/learn/louvain.ts',
  'graphology-communities-louvain': 'src/learn/louvain.ts',
  'graphology-types': 'src/learn/louvain.ts',
  graphql: 'src/serve/',
  'graphql-query-complexity': 'src/serve/',
  'graphql-scalars': 'src/serve/',
  'graphql-ws': 'src/serve/',
  helmet: 'src/serve/',
  htmlparser2: 'src/mail/html/tokens.ts',
  ibantools: 'src/mail/text/accounts.ts',
  jose: 'src/tenant/graph-token.ts',
  'jpeg-js': 'src/mail/attachment/jpeg.ts',
  jsqr: 'src/mail/attachment/codes.ts',
  'linkify-it': 'src/mail/links.ts',
  mailauth: 'src/tenant/',
  maxmind: 'src/jobs/geography.ts',
  'neo4j-driver': 'src/graph/neo4j.ts',
  'node-cron': 'src/jobs/schedule.ts',
  pino: 'src/log.ts',
  pngjs: 'src/mail/attachment/png.ts',
  'postal-mime': 'src/tenant/',
  tinyld: 'src/mail/text/language.ts',
  tldts: 'src/ingest/',
  ws: 'src/serve/',
  yaml: 'src/tenant/',
  zod: 'src/',
};

const read = (file: string): string => readFileSync(join(root, file), 'utf8');

function filesIn(folder: string, ending: string): string[] {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  return names
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`)
    .sort();
}

const files = filesIn('src', '.ts');
const inRooms = files.filter((file) => file.split('/').length > 2);
const room = (file: string): string => file.split('/')[1] ?? '';

/** What a file imports or exports on, by name: `import … from`, `import '…'`, `export … from`, `import('…')`. */
const importsOf = (file: string): string[] =>
  [...read(file).matchAll(/(?:^(?:import|export|\}).*\bfrom |^import |\bimport\()'([^']+)'/gm)].map(([, name = '']) => name);

const targetsOf = (file: string): string[] =>
  importsOf(file)
    .filter((name) => name.startsWith('.'))
    .map((name) => normalize(join(dirname(file), name)).replaceAll('\\', '/'));

/** `@apollo/server/errors` → `@apollo/server`. */
const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');

describe('rooms', () => {
  it.each(inRooms)('%s looks only upstream', (file) => {
    const targets = targetsOf(file).filter((target) => target.startsWith('src/') && target.split('/').length > 2);
    const downstream = targets.filter((target) => rooms.indexOf(room(target)) > rooms.indexOf(room(file)));
    expect(downstream).toEqual([]);
  });

  it.each(inRooms.filter((file) => core.has(room(file))))('%s touches no world', (file) => {
    const outside = importsOf(file).filter((name) => !name.startsWith('.') && !pure.has(name));
    const ambient =
      /\b(Date\.now|new Date\(\)|Math\.random|random(?:UUID|Bytes|Int)|(?:process|performance|console)\.\w|fetch\()/g;
    expect([...outside, ...(read(file).match(ambient) ?? [])]).toEqual([]);
  });

  it('are all there are', () => {
    expect(inRooms.filter((file) => !rooms.includes(room(file)))).toEqual([]);
    expect(files.filter((file) => file.split('/').length === 2).map((file) => file.slice('src/'.length))).toEqual(program);
  });

  it('do not use the program around them, but for the types of its logger and configuration', () => {
    const used = inRooms.flatMap((file) =>
      [...read(file).matchAll(/^import (type )?.*from '((?:\.\.\/)+)(\w+\.ts)'/gm)]
        .filter(([, , up = '', name = '']) => normalize(join(dirname(file), up, name)) === normalize(`src/${name}`))
        .map(([, type = '', , name = '']) => `${file}: ${type}${name}`),
    );
    expect(used.filter((use) => !/: type (log|config)\.ts$/.test(use))).toEqual([]);
  });

  it('do not use the invented tenant or the measurements, but where those are asked for', () => {
    const uses = files.filter((file) => targetsOf(file).some((target) => !target.startsWith('src/')));
    expect(uses).toEqual([
      'src/jobs/bench.ts',
      'src/jobs/demo.ts',
      'src/jobs/evaluate.ts',
      'src/jobs/seed.ts',
      'src/jobs/train-mail.ts',
    ]);
  });

  it('have no barrels: a file exports what it holds', () => {
    const barrels = files.filter(
      (file) => /^export (\*|(type )?\{[^}]*\}) (as \w+ )?from /m.test(read(file)) || /\bindex\.ts$/.test(file),
    );
    expect(barrels).toEqual([]);
  });
});

describe('a dependency', () => {
  const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };

  it('has a home', () => {
    expect(Object.keys(homes).sort()).toEqual(Object.keys(dependencies).sort());
  });

  it('is used nowhere else', () => {
    const strays = files.flatMap((file) =>
      importsOf(file)
        .filter((name) => !name.startsWith('.') && !name.startsWith('node:'))
        .filter((name) => !file.startsWith(homes[packageOf(name)] ?? 'nowhere'))
        .map((name) => `${file}: ${name}`),
    );
    expect(strays).toEqual([]);
  });
});

describe.each([
  { folder: 'src/detect/rules', tests: 'test/detect', ids: detections.map(({ id }) => id) },
  { folder: 'src/ingest/sources', tests: 'test/ingest', ids: sources.map(({ id }) => id) },
  { folder: 'src/respond/actions', tests: 'test/respond', ids: actions.map(({ id }) => id) },
])('a plug-in in $folder', ({ folder, tests, ids }) => {
  const plugins = filesIn(folder, '.ts');
  const names = plugins.map((file) => file.slice(folder.length + 1, -'.ts'.length));

  it('has the id that is its name', () => {
    expect([...ids].sort()).toEqual(names);
  });

  it('has a test of its name', () => {
    const tested = filesIn(tests, '.test.ts');
    expect(names.filter((name) => !tested.includes(`${tests}/${name}.test.ts`))).toEqual([]);
  });
});

it('plug-ins and resolvers never use one another', () => {
  const folders = ['src/detect/rules', 'src/ingest/sources', 'src/respond/actions', 'src/serve/resolvers'];
  const uses = folders.flatMap((folder) =>
    filesIn(folder, '.ts').flatMap((file) =>
      targetsOf(file)
        .filter((target) => target.startsWith(`${folder}/`))
        .map((target) => `${file}: ${target}`),
    ),
  );
  expect(uses).toEqual([]);
});

it('every detection is listed for those who read and not run', () => {
  const page = read('docs/detections.md');
  expect(detections.map(({ id }) => id).filter((id) => !page.includes(`\n## ${id}\n`))).toEqual([]);
});

describe('a statement', () => {
  const names = filesIn('cypher', '.cypher')
    .filter((file) => !file.startsWith('cypher/schema/'))
    .map((file) => {
      const [, noun = '', name = ''] = file.replace(/\.cypher$/, '').split('/');
      return `queries.${noun}.${camelCase(name)}`;
    });
  /** Names that appear in none of the files, after the given words. */
  const missing = (folder: string, before = ''): string[] => {
    const text = filesIn(folder, '.ts')
      .filter((file) => !file.endsWith('.gen.ts'))
      .map(read)
      .join('\n');
    return names.filter((name) => !new RegExp(`${before}${name.replaceAll('.', String.raw`\s*\.`)}\\b`).test(text));
  };

  it('is used', () => {
    expect(missing('src')).toEqual([]);
  });

  it('has its cases', () => {
    expect(missing('test/cypher', String.raw`\bcases\(\s*`)).toEqual([]);
  });
});

it('what is generated is fresh', async () => {
  const stale = (await outputs(root)).filter((output) => isStale(root, output));
  expect(stale.map(({ path }) => path)).toEqual([]);
}, 30_000);

it('no file names a place on somebody’s machine, or where packages were fetched from', () => {
  // in pieces, so that this file does not name them either
  const machine = new RegExp(String.raw`(?<![\w.:/-])/(${['work', 'tmp', 'home', 'Users'].join('|')})/[\w.]`);
  const registry = new RegExp(['registry', String.raw`\.[\w.-]+/|"resolved`, '": "http|//repo1?', String.raw`\.maven`].join(''));
  const found = tracked().filter((file) => {
    const text = read(file);
    return machine.test(text) || registry.test(text);
  });
  expect(found).toEqual([]);
});

/** What is kept in the repository, by its own .gitignore: names and endings, nothing cleverer. */
function tracked(folder = ''): string[] {
  const ignored = ['.git', ...read('.gitignore').split('\n')].map((line) => line.trim().replace(/\/$/, '')).filter(Boolean);
  const isKept = (name: string): boolean =>
    !ignored.some((one) => (one.startsWith('*') ? name.endsWith(one.slice(1)) : name === one));
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => isKept(entry.name))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? tracked(path) : entry.isFile() ? [path] : [];
    });
}
