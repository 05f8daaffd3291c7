// An emptied graph starts anew: nothing accepted before may come back into it, and watched files are read again.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { discard } from './journal.ts';

export function forgetIntake(home: string): void {
  discard(home);
  rmSync(join(home, 'watch'), { recursive: true, force: true });
}
