// `npm run check`: everything that can be found out without running the product. All of it runs, two at a time.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { orExit, root, setup } from './setup.mjs';

await orExit(() => setup({ neo4j: false, build: false }));

const bin = (path) => join(root, 'node_modules', path);
const tsx = ['--import', 'tsx'];
const checks = [
  { name: 'types', args: [bin('typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.json'] },
  { name: 'types of the console', args: [bin('typescript/bin/tsc'), '--noEmit', '-p', 'web/tsconfig.json'] },
  { name: 'eslint', args: [bin('eslint/bin/eslint.js'), '.'] },
  { name: 'format', args: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'] },
  { name: 'generated', args: [...tsx, 'scripts/generate.ts', '--check'] },
  { name: 'cypher', args: [...tsx, 'scripts/lint-cypher.ts'] },
];

const waiting = [...checks];
const results = [];
await Promise.all([1, 2].map(work));
process.exitCode = results.every(({ code }) => code === 0) ? 0 : 1;

async function work() {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
    const result = await run(check);
    results.push(result);
    process.stdout.write(
      `${result.code === 0 ? 'ok    ' : 'FAILED'} ${check.name} (${result.seconds} s)\n${result.code === 0 ? '' : result.output}`,
    );
  }
}

function run({ args }) {
  const began = Date.now();
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, output, seconds: ((Date.now() - began) / 1000).toFixed(1) }));
  });
}
