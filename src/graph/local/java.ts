// Java and the jars of Neo4j: where they are, and how to get them when they are not there.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GraphUnavailableError } from '../graph.ts';

export interface Java {
  readonly command: string;
  readonly classPath: string;
  /** The version of Neo4j on the class path. */
  readonly neo4j: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The repository, whether this file runs from src or from dist. */
export const root = repositoryAbove(dirname(fileURLToPath(import.meta.url)));

/** Java and the class path of Neo4j, as fetched into the repository. */
export function findJava(env: Environment, repository = root): Java {
  const command = env.JAVA_HOME ? join(env.JAVA_HOME, 'bin', 'java') : 'java';
  refuseUnfit(command, env);
  const classPath = fetched(repository);
  return { command, classPath, neo4j: /neo4j-kernel-([\d.]+)\.jar/.exec(classPath)?.[1] ?? '' };
}

const mend = 'install Java 17 or 21 (openjdk-17-jdk on Debian and Ubuntu, openjdk@21 in Homebrew), or set NEO4J_URI';

function refuseUnfit(command: string, env: Environment): void {
  const { stderr, error } = spawnSync(command, ['-XshowSettings:properties', '-version'], { encoding: 'utf8', env });
  if (error && env.JAVA_HOME)
    throw new GraphUnavailableError(`JAVA_HOME is ${env.JAVA_HOME}, which holds no Java: mend or unset it.`);
  if (error) throw new GraphUnavailableError(`Java is missing, and the local Neo4j needs it: ${mend}.`);

  const version = /java\.specification\.version = ([\d.]+)/.exec(stderr)?.[1];
  if (version === undefined) throw new GraphUnavailableError(`${command} did not tell its version: ${mend}.`);
  if (Number(version) < 17) throw new GraphUnavailableError(`Java ${version} is too old for Neo4j: ${mend}.`);
}

function fetched(from: string): string {
  const pom = createHash('sha256')
    .update(readFileSync(join(from, 'pom.xml')))
    .digest('hex')
    .slice(0, 16);
  const path = join(from, '.cache', 'neo4j', `${pom}.cp`);
  const classPath = existsSync(path) ? readFileSync(path, 'utf8').trim() : '';
  if (classPath !== '' && classPath.split(delimiter).every((jar) => existsSync(jar))) return classPath;

  const what = classPath === '' ? 'Neo4j has not been fetched yet' : 'Some of the jars of Neo4j are gone';
  throw new GraphUnavailableError(`${what}: run \`node scripts/setup.mjs\`, then try again.`);
}

function repositoryAbove(from: string): string {
  if (existsSync(join(from, 'pom.xml'))) return from;
  const above = dirname(from);
  if (above === from) throw new Error('pom.xml is missing: run Skein from a complete checkout.');
  return repositoryAbove(above);
}
