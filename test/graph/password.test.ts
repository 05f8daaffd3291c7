import { expect, it } from 'vitest';
import { passwordOf } from '../../src/graph/local/home.ts';
import { folder } from '../support/folder.ts';

// Neo4j's admin command takes a word that begins with a hyphen for an option: one password in 64 failed to be set.
it('no password looks like an option of the command that sets it', () => {
  const homes = folder('passwords');
  try {
    const passwords = Array.from({ length: 500 }, (_, n) => {
      homes.write({ [`${n}/x`]: '' });
      return passwordOf(`${homes.path}/${n}`);
    });
    expect(passwords.filter((password) => !/^[0-9a-f]{40}$/.test(password))).toEqual([]);
    expect(new Set(passwords).size).toBe(500);
  } finally {
    homes.remove();
  }
});
