// Set-up on a small repository of its own, with a Maven that does what the test wants.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from '../../src/graph/local/java.ts';
import { folder, type Folder } from '../support/folder.ts';

let clone: Folder;
const at = (path: string) => join(clone.path, path);

const pomHash = createHash('sha256').update('<project/>').digest('hex').slice(0, 16);
const lock = { name: 'x', lockfileVersion: 3, packages: { '': {}, 'node_modules/typescript': { version: '1.0.0' } } };
const program = (text: string) => `#!/bin/sh\n${text}\n`;
const java17 = program('echo "    java.specification.version = 17" >&2');
/** Writes the class path, as the plugin does, and counts how often it was asked. */
const maven = program(`echo x >> "$(dirname "$0")/asked"
for word in "$@"; do case "$word" in -Dmdep.outputFile=*) sleep 0.3; printf %s "$(dirname "$0")/java" > "\${word#-Dmdep.outputFile=}";; esac; done`);

beforeEach(() => {
  clone = folder('setup');
  clone.write({
    'package-lock.json': JSON.stringify(lock),
    'node_modules/.package-lock.json': JSON.stringify(lock),
    'pom.xml': '<project/>',
    'tsconfig.json': '{}',
    'tsconfig.build.json': JSON.stringify({
      compilerOptions: { rootDir: '.', outDir: 'dist', module: 'nodenext', target: 'es2023', types: [] },
      include: ['src'],
    }),
    'package.json': '{ "type": "module" }',
    'src/cli.ts': "export const hello = 'hello';\nprocess.stdout.write(process.argv.slice(2).join() + '\\n');\n",
    'node_modules/typescript/bin/tsc': "import { cpSync } from 'node:fs';\ncpSync('src/cli.ts', 'dist/src/cli.js');\n",
    'node_modules/typescript/package.json': '{ "type": "module" }',
    'web/index.html': 'console',
    'node_modules/vite/bin/vite.js':
      "import { cpSync } from 'node:fs';\nconst [, , , web] = process.argv;\ncpSync(`${web}/index.html`, `${web}/../dist/web/index.html`);\n",
    'node_modules/vite/package.json': '{ "type": "module" }',
  });
  clone.write({ 'bin/java': java17, 'bin/mvn': maven }, 0o755);
  mkdirSync(at('scripts'));
  for (const script of ['setup.mjs', 'lock.mjs', 'skein.mjs'])
    copyFileSync(join(root, 'scripts', script), at(`scripts/${script}`));
});
afterEach(() => clone.remove());

interface Outcome {
  readonly code: number;
  readonly said: string;
  readonly out: string;
}

async function run(script: string, env: Record<string, string> = {}, args: readonly string[] = []): Promise<Outcome> {
  const child = spawn(process.execPath, [at(`scripts/${script}.mjs`), ...args], {
    env: { PATH: [at('bin'), '/usr/bin', '/bin'].join(delimiter), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, said] = ['', ''];
  child.stdout.on('data', (text: Buffer) => (out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, said, out };
}

/** Most of these tests need only something that makes a dist, at once. */
function useRealCompiler(): void {
  rmSync(at('node_modules/typescript'), { recursive: true });
  symlinkSync(join(root, 'node_modules', 'typescript'), at('node_modules/typescript'));
}

/** What a failed set-up says last, which is one line. */
async function failure(env: Record<string, string> = {}): Promise<string> {
  const { code, said, out } = await run('setup', env);
  expect([code, out]).toEqual([1, '']);
  return said.trimEnd().split('\n').at(-1) ?? '';
}

const asked = () => (existsSync(at('bin/asked')) ? readFileSync(at('bin/asked'), 'utf8').trim().split('\n').length : 0);

describe('set-up', { timeout: 60_000 }, () => {
  it('fetches and builds once, says so on stderr, and has nothing to do the second time', async () => {
    useRealCompiler();
    const first = await run('setup');
    expect([first.code, first.out]).toEqual([0, '']);
    expect(first.said).toMatch(/Fetching Neo4j .*\nNeo4j is fetched: 1 jars\.\nBuilding …\n/);

    const began = Date.now();
    expect(await run('setup')).toEqual({ code: 0, said: '', out: '' });
    expect(Date.now() - began).toBeLessThan(2_000);
    expect(asked()).toBe(1);
  });

  it('works once for two commands at once', async () => {
    const both = await Promise.all([run('setup'), run('setup')]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(asked()).toBe(1);
  });

  it('is not stopped by the lock of a set-up that was killed', async () => {
    clone.write({ '.cache/setup.lock': '999999999' });
    expect((await run('setup')).code).toBe(0);
  });

  it('fetches again when a jar is gone', async () => {
    await run('setup');
    writeFileSync(at(`.cache/neo4j/${pomHash}.cp`), at('bin/gone.jar'));
    await run('setup');
    expect(asked()).toBe(2);
  });

  it('leaves Java and Maven alone when NEO4J_URI names a database', async () => {
    clone.write({ 'bin/java': program('exit 1'), 'bin/mvn': program('exit 1') }, 0o755);
    expect((await run('setup', { NEO4J_URI: 'bolt://db.example' })).code).toBe(0);
    expect(asked()).toBe(0);
  });

  it('then runs the product in the same process', async () => {
    const { code, out } = await run('skein', {}, ['incidents', '--json']);
    expect([code, out]).toEqual([0, 'incidents,--json\n']);
  });
});

describe('what is missing is said in one sentence', { timeout: 60_000 }, () => {
  it('a Node young enough', async () => {
    const older = encodeURIComponent(
      "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.4' } })",
    );
    const said = await failure({ NODE_OPTIONS: `--import data:text/javascript,${older}` });
    expect(said).toMatch(/^Node 18\.20\.4 is too old: install Node 20\.19 or newer .*\.$/);
  });

  it('Java', async () => {
    expect(await failure({ PATH: at('nowhere') })).toMatch(
      /^Java is missing, and the local Neo4j needs it: install Java 17 or 21 .*\.$/,
    );
  });

  it('a Java young enough', async () => {
    clone.write({ 'bin/java': program('echo "    java.specification.version = 11" >&2') }, 0o755);
    expect(await failure()).toMatch(/^Java 11 is too old for Neo4j: install Java 17 or 21 .*\.$/);
  });

  it('what JAVA_HOME points to', async () => {
    expect(await failure({ JAVA_HOME: at('nowhere') })).toMatch(
      /^JAVA_HOME is .*, which holds no Java: set it to a JDK 17 or 21, or unset it\.$/,
    );
  });

  it('Maven', async () => {
    clone.write({ 'only/java': java17 }, 0o755);
    expect(await failure({ PATH: at('only') })).toMatch(/^Maven is missing, and it fetches Neo4j: install it .*\.$/);
  });

  it('the network', async () => {
    clone.write(
      { 'bin/mvn': program("echo '[ERROR] Could not transfer artifact x from/to central: Connection refused'; exit 1") },
      0o755,
    );
    expect(await failure()).toMatch(/^Maven cannot fetch Neo4j: check the network .*\.$/);
  });

  it('room on the disk', async () => {
    clone.write({ 'bin/mvn': program("echo 'java.io.IOException: No space left on device' >&2; exit 1") }, 0o755);
    expect(await failure()).toMatch(/^The disk is full: free about 500 MB .*\.$/);
  });

  it('packages, with no network to get them from', async () => {
    writeFileSync(at('node_modules/.package-lock.json'), '{ "packages": {} }');
    clone.write({ 'bin/npm': program("echo 'npm error code ENOTFOUND' >&2; exit 1") }, 0o755);
    expect(await failure()).toMatch(/^npm cannot reach its registry: check the network .*\.$/);
  });

  it('sources that compile', async () => {
    useRealCompiler();
    clone.write({ 'src/cli.ts': 'export const = ;\n' });
    expect(await failure()).toMatch(/^The sources do not compile \(src\/cli\.ts.*\): run `npm run check` to see all\.$/);
  });
});
