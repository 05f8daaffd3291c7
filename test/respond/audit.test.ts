import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../src/model/action.ts';
import { entry, GENESIS, verifyChain } from '../../src/respond/audit.ts';

const chain = (n: number): AuditEntry[] => {
  const entries: AuditEntry[] = [];
  for (let index = 0; index < n; index += 1)
    entries.push(entry(entries.at(-1), { at: index, who: 'ana', what: `step ${index}`, target: 'User/bo', details: '{}' }));
  return entries;
};

describe('the audit chain', () => {
  it('is intact as written, empty too', () => {
    expect(verifyChain(chain(5))).toEqual({ intact: true, entries: 5 });
    expect(verifyChain([])).toEqual({ intact: true, entries: 0 });
    expect(chain(1)[0]).toMatchObject({ sequence: 1, previousHash: GENESIS });
  });

  it.each(['at', 'who', 'what', 'target', 'details', 'hash', 'previousHash', 'sequence'] as const)(
    'notices a changed %s',
    (field) => {
      const entries = chain(4);
      const third = entries[2];
      if (third === undefined) throw new Error('four entries');
      entries[2] = { ...third, [field]: typeof third[field] === 'number' ? 99 : 'other' };
      expect(verifyChain(entries)).toMatchObject({ intact: false, sequence: 3 });
    },
  );

  it('notices an entry dropped, put in or exchanged', () => {
    const [a, b, c] = chain(3) as [AuditEntry, AuditEntry, AuditEntry];
    expect(verifyChain([a, c])).toMatchObject({ intact: false, sequence: 2 });
    expect(verifyChain([a, a, b])).toMatchObject({ intact: false, sequence: 2 });
    expect(verifyChain([a, c, b])).toMatchObject({ intact: false, sequence: 2 });
  });

  it('notices a missing end when the head is known', () => {
    const entries = chain(3);
    expect(verifyChain(entries.slice(0, 2), entries[2]?.hash)).toMatchObject({ intact: false, sequence: 3 });
    expect(verifyChain(entries, entries[2]?.hash).intact).toBe(true);
  });
});
