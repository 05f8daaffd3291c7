// `npm test`: set-up, every test, and the totals on a line of their own. Arguments go to vitest.

import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { orExit, root, setup } from './setup.mjs';

// Tests empty their database, so they always run one of their own; and some run the built commands.
delete process.env.NEO4J_URI;
await orExit(() => setup());

const report = join(root, '.cache', `tests-${process.pid}.json`);
mkdirSync(join(root, '.cache'), { recursive: true });
process.exitCode = await runTests(process.argv.slice(2));
sayTotals();

function runTests(args) {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const child = spawn(process.execPath, [vitest, 'run', ...reporters, ...args], { cwd: root, stdio: 'inherit' });
  // On a terminal Ctrl-C reaches vitest as well, and a second one would cut its tidying up short.
  const reachesBoth = (signal) => signal === 'SIGINT' && process.stdin.isTTY;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => reachesBoth(signal) || child.kill(signal));
  return new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

function sayTotals() {
  const { passed, failed, skipped } = totals();
  if (skipped > 0) process.stdout.write(`${skipped} skipped\n`);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
}

/** A test file that could not even be loaded counts as one failure; so does a run that left no report. */
function totals() {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    const unloaded = testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && !assertionResults.some(({ status }) => status === 'failed'),
    );
    return { passed: numPassedTests, failed: numFailedTests + unloaded.length, skipped: numPendingTests + numTodoTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(report, { force: true });
  }
}
