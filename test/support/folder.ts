// Folders of tests, inside the repository's cache and gone afterwards.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../../src/graph/local/java.ts';

export interface Folder {
  readonly path: string;
  /** Writes files, given by their paths in the folder. */
  write(files: Readonly<Record<string, string>>, mode?: number): void;
  remove(): void;
}

export function folder(name: string): Folder {
  const parent = join(root, '.cache', 'test-folders');
  mkdirSync(parent, { recursive: true });
  const path = mkdtempSync(join(parent, `${name}-`));
  return {
    path,
    write(files, mode = 0o644) {
      for (const [file, text] of Object.entries(files)) {
        mkdirSync(dirname(join(path, file)), { recursive: true });
        writeFileSync(join(path, file), text, { mode });
      }
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
