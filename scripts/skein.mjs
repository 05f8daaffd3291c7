// The command line: set-up, then the built product in this same process, so that signals reach it.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { orExit, root, setup } from './setup.mjs';

const settings = join(root, '.env');
// Absent in a Node that set-up is about to refuse.
if (existsSync(settings)) process.loadEnvFile?.(settings);

await orExit(() => setup());
await import('../dist/src/cli.js');
