// Writes everything in the repository that is made from something else in it. Deterministic, and run by `npm run gen`.
//
//   tsx scripts/generate.ts           writes what is stale
//   tsx scripts/generate.ts --check   writes nothing; names what is stale and exits 1

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { detectionsPage, graphModelPage } from './generate/docs.ts';
import { mailMetricsPage } from './generate/mail-metrics.ts';
import { mailModelsPage } from './generate/mail-models.ts';
import { migrationsModule } from './generate/migrations.ts';
import { read, type Output } from './generate/output.ts';
import { pluginModules } from './generate/plugins.ts';
import { queriesModule } from './generate/queries.ts';
import { questionsModule } from './generate/questions.ts';
import { schemaModule } from './generate/schema.ts';

/** Every generated file as it should be. */
export async function outputs(root: string): Promise<Output[]> {
  return [
    queriesModule(root),
    migrationsModule(root),
    ...pluginModules(root),
    ...questionsModule(root),
    ...(await schemaModule(root)),
    ...(await detectionsPage(root)),
    ...(await graphModelPage(root)),
    ...(await mailModelsPage(root)),
    ...(await mailMetricsPage(root)),
  ];
}

export const isStale = (root: string, { path, text }: Output): boolean =>
  !existsSync(join(root, path)) || read(root, path) !== text;

export function write(root: string, { path, text }: Output): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

async function main(root: string, isCheck: boolean): Promise<void> {
  const stale = (await outputs(root)).filter((output) => isStale(root, output));
  for (const output of stale) {
    if (!isCheck) write(root, output);
    process.stdout.write(`${output.path} ${isCheck ? 'is stale: run `npm run gen`' : 'written'}\n`);
  }
  if (isCheck && stale.length > 0) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await main(fileURLToPath(new URL('..', import.meta.url)), process.argv.includes('--check'));
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}
