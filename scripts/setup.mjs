// Makes a fresh clone ready, and costs next to nothing when it is: packages, Neo4j, the built product.
//
// Runs before anything is installed, so it uses Node alone. What it says goes to stderr; a failure is one
// sentence that tells what is wrong and how to mend it.

import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';

/** The machine lacks something; the message is one sentence with the mend. */
export class SetupError extends Error {
  name = 'SetupError';
}

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const toStderr = (line) => process.stderr.write(`${line}\n`);

/**
 * Everything a command needs. `neo4j`: whether it will run a Neo4j of its own. `build`: whether it runs from dist.
 */
export async function setup({ log = toStderr, neo4j = !process.env.NEO4J_URI, build = true } = {}) {
  checkNode();
  try {
    await withLock(
      at('.cache/setup.lock'),
      (pid) => log(`Waiting for another set-up (process ${pid ?? 'unknown'}) …`),
      async () => {
        await installPackages(log);
        if (neo4j) await fetchNeo4j(log);
        if (build) await buildProduct(log);
        if (build) await buildConsole(log);
      },
    );
  } catch (error) {
    throw inOneSentence(error);
  }
}

/** Runs the work; a failed set-up is one line on stderr and exit code 1. */
export async function orExit(work) {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    toStderr(error.message);
    process.exit(1);
  }
}

const at = (path) => join(root, path);
const hash = (...parts) =>
  parts
    .reduce((sum, part) => sum.update(part), createHash('sha256'))
    .digest('hex')
    .slice(0, 16);
const readIfThere = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

// Node

const oldestNode = [20, 19];

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  throw new SetupError(
    `Node ${process.versions.node} is too old: install Node ${oldestNode.join('.')} or newer (https://nodejs.org), then run this again.`,
  );
}

// Packages

async function installPackages(log) {
  const lock = readFileSync(at('package-lock.json'), 'utf8');
  const stamp = at('node_modules/.skein-setup');
  if (readIfThere(stamp) === hash(lock)) return;

  if (!isInstalled(JSON.parse(lock))) {
    log('Installing packages (npm ci) …');
    const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
    const { code, output } = await follow(
      [...npm, 'ci', '--include=dev'],
      progress(log, 'npm ci', () => ''),
    );
    if (code !== 0) throw new SetupError(whyNpmFailed(output));
  }
  writeFileSync(stamp, hash(lock));
}

/** Whether npm has installed just this lock already; it keeps its own record of what it put there. */
function isInstalled(lock) {
  const record = readIfThere(at('node_modules/.package-lock.json'));
  if (record === '') return false;
  const { packages: present } = JSON.parse(record);
  return Object.entries(lock.packages).every(
    ([path, wanted]) => path === '' || wanted.optional || wanted.devOptional || present[path]?.version === wanted.version,
  );
}

function whyNpmFailed(output) {
  if (isDiskFull(output)) return diskFull;
  if (/ENOENT.*\bnpm\b|spawn npm/.test(output)) return 'npm is missing: install Node together with npm, then run this again.';
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i.test(output))
    return 'npm cannot reach its registry: check the network (or npm’s proxy settings), then run this again.';
  const why = output.split('\n').find((line) => /npm (error|ERR!) (?!code|errno|syscall|A complete log)/.test(line));
  return `npm ci failed (${why?.replace(/npm (error|ERR!) /, '').trim() ?? 'without a reason'}): run it by hand to see all it says.`;
}

// Neo4j

const plugin = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath';

async function fetchNeo4j(log) {
  checkJava();
  const pom = readFileSync(at('pom.xml'));
  const classPath = at(`.cache/neo4j/${hash(pom)}.cp`);
  if (isComplete(classPath)) return;

  log('Fetching Neo4j through Maven, once: about 160 MB …');
  mkdirSync(dirname(classPath), { recursive: true });
  const fresh = `${classPath}.${process.pid}`;
  const command = ['mvn', '-B', '-f', at('pom.xml'), plugin, `-Dmdep.outputFile=${fresh}`, '-DincludeScope=runtime'];
  const { code, output } = await follow(command, progress(log, 'fetching Neo4j', filesIn));
  if (code !== 0 || !isComplete(fresh)) {
    rmSync(fresh, { force: true });
    throw new SetupError(whyMavenFailed(output));
  }
  renameSync(fresh, classPath);
  log(`Neo4j is fetched: ${readFileSync(classPath, 'utf8').split(delimiter).length} jars.`);
}

function isComplete(classPath) {
  const text = readIfThere(classPath).trim();
  return text !== '' && text.split(delimiter).every((jar) => existsSync(jar));
}

/** What Maven has said so far, as `412 files (87 jars), 64 MB`: it reads hundreds of descriptions before the first jar. */
function filesIn(output) {
  const files = [...output.matchAll(/Downloaded from \S+ (\S+) \(([\d.]+) (B|kB|MB)/g)];
  const jars = files.filter(([, name]) => name.endsWith('.jar')).length;
  const scale = { B: 1e-6, kB: 1e-3, MB: 1 };
  const total = files.reduce((sum, [, , size, unit]) => sum + Number(size) * scale[unit], 0);
  return files.length === 0 ? '' : `${files.length} files (${jars} jars), ${Math.round(total)} MB`;
}

function whyMavenFailed(output) {
  if (isDiskFull(output)) return diskFull;
  if (/ENOENT/.test(output))
    return 'Maven is missing, and it fetches Neo4j: install it (the package maven on Debian, Ubuntu and Homebrew), or set NEO4J_URI.';
  if (/JAVA_HOME/.test(output)) return javaHomeWrong();
  if (
    /Could not transfer|UnknownHost|Unknown host|Connection refused|Connect to|timed out|offline|Network is unreachable|No plugin found/.test(
      output,
    )
  )
    return 'Maven cannot fetch Neo4j: check the network (or the mirrors and proxies in Maven’s settings.xml), or set NEO4J_URI, then run this again.';
  const why = output.split('\n').find((line) => line.includes('[ERROR]'));
  return `Maven could not fetch Neo4j (${why?.replace(/.*\[ERROR\]\s*/, '').trim() ?? 'without a reason'}): run mvn -f pom.xml ${plugin} to see all it says.`;
}

// Java

const getJava = 'install Java 17 or 21 (openjdk-17-jdk on Debian and Ubuntu, openjdk@21 in Homebrew), or set NEO4J_URI';

/** Asking Java takes as long as all the rest together, so the answer is kept for as long as the program stays the same. */
function checkJava() {
  const java = findJava();
  const identity = `${java} ${statSync(java).mtimeMs}`;
  const known = at('.cache/java');
  if (readIfThere(known) === identity) return;

  const { stderr = '' } = spawnSync(java, ['-XshowSettings:properties', '-version'], { encoding: 'utf8' });
  const version = /java\.specification\.version = ([\d.]+)/.exec(stderr)?.[1];
  if (version === undefined) throw new SetupError(`${java} did not tell its version: ${getJava}.`);
  if (Number(version) < 17) throw new SetupError(`Java ${version} is too old for Neo4j: ${getJava}.`);
  writeFileSync(known, identity);
}

function findJava() {
  const home = process.env.JAVA_HOME;
  const name = process.platform === 'win32' ? 'java.exe' : 'java';
  const places = home ? [join(home, 'bin')] : (process.env.PATH ?? '').split(delimiter);
  const java = places.map((place) => join(place, name)).find((path) => existsSync(path));
  if (java !== undefined) return realpathSync(java);
  throw new SetupError(home ? javaHomeWrong() : `Java is missing, and the local Neo4j needs it: ${getJava}.`);
}

const javaHomeWrong = () => `JAVA_HOME is ${process.env.JAVA_HOME}, which holds no Java: set it to a JDK 17 or 21, or unset it.`;

// The product

async function buildProduct(log) {
  const stamp = at('dist/.skein-build');
  const sources = sourcesMark(['src', 'seed', 'bench'], ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json']);
  if (readIfThere(stamp) === sources) return;

  log('Building …');
  // Types are for `npm run check` to hold; a start need not wait for them.
  // Without our stamp, what TypeScript remembers of its last build may not be true of what is there.
  if (!existsSync(stamp)) rmSync(at('dist/.tsbuildinfo'), { force: true });
  const command = [process.execPath, at('node_modules/typescript/bin/tsc'), '-p', at('tsconfig.build.json'), '--noCheck'];
  const { code, output } = await follow(
    command,
    progress(log, 'building', () => ''),
  );
  if (isDiskFull(output)) throw new SetupError(diskFull);
  if (code !== 0)
    throw new SetupError(`The sources do not compile (${output.split('\n')[0].trim()}): run \`npm run check\` to see all.`);
  writeFileSync(stamp, sources);
}

async function buildConsole(log) {
  const stamp = at('dist/.skein-console');
  const sources = sourcesMark(['web'], ['package-lock.json']);
  if (readIfThere(stamp) === sources && existsSync(at('dist/web/index.html'))) return;

  log('Building the console …');
  const { code, output } = await follow(
    [process.execPath, at('node_modules/vite/bin/vite.js'), 'build', at('web'), '--logLevel', 'error'],
    progress(log, 'building the console', () => ''),
  );
  if (isDiskFull(output)) throw new SetupError(diskFull);
  if (code !== 0)
    throw new SetupError(`The console cannot be built (${whyViteFailed(output)}): run \`npx vite build web\` to see all.`);
  writeFileSync(stamp, sources);
}

const whyViteFailed = (output) =>
  output
    .split('\n')
    .find((line) => /error/i.test(line))
    ?.trim() ?? 'without a reason';

/** Changes when any file a build reads does. */
function sourcesMark(folders, files) {
  const inside = folders
    .filter((folder) => existsSync(at(folder)))
    .flatMap((folder) => readdirSync(at(folder), { recursive: true }).map((name) => join(folder, name)));
  const marks = [...files, ...inside].sort().map((file) => {
    const { mtimeMs, size } = statSync(at(file));
    return `${file} ${mtimeMs} ${size}\n`;
  });
  return hash(...marks);
}

// Processes

/** Runs a command to its end; `tick` sees what it has printed once a second. */
async function follow([program, ...args], { tick, done }) {
  let output = '';
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const listen = (chunk) => (output += chunk);
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);

  const clock = setInterval(() => tick(output), 1_000);
  const code = await new Promise((resolve) => {
    child.on('error', (error) => resolve((listen(error.message), 127)));
    child.on('close', resolve);
  });
  clearInterval(clock);
  done();
  return { code, output };
}

/** On a terminal one line that rewrites itself each second, elsewhere a line every ten. */
function progress(log, what, facts) {
  const began = Date.now();
  const { isTTY } = process.stderr;
  let seconds = 0;
  return {
    tick(output) {
      seconds = Math.round((Date.now() - began) / 1000);
      const line = [`${what}: ${seconds} s`, facts(output)].filter((part) => part !== '').join(', ');
      if (isTTY) process.stderr.write(`\r\x1b[K${line}`);
      else if (seconds % 10 === 0) log(line);
    },
    done: () => isTTY && seconds > 0 && process.stderr.write('\r\x1b[K'),
  };
}

// Failures

const diskFull = 'The disk is full: free about 500 MB where the repository and the Maven cache are, then run this again.';
const isDiskFull = (text) => /ENOSPC|No space left on device/.test(text);

function inOneSentence(error) {
  if (error instanceof SetupError) return error;
  if (isDiskFull(`${error.code} ${error.message}`)) return new SetupError(diskFull);
  if (error.code === 'EACCES' || error.code === 'EROFS')
    return new SetupError(
      `${error.path ?? root} cannot be written (${error.code}): give yourself the right to, then run this again.`,
    );
  return error;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await orExit(() => setup());
