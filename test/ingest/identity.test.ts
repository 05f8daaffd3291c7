import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identified, resolve } from '../../src/ingest/identity.ts';
import { isTelling, kindOfName, sameness } from '../../src/ingest/name.ts';
import { alert } from '../support/events.ts';
import { ana, ben } from '../support/records.ts';

const names = (it: typeof ana) => ({ upn: it.upn, oid: it.id, puid: it.puid.toLowerCase(), sid: it.sid.toLowerCase() });
const a = names(ana);
const b = names(ben);

describe('one person, many names', () => {
  it('is known by the smallest sign-in name, however the names were told', () => {
    const resolved = resolve([
      [a.oid, a.puid],
      [a.sid, a.puid],
      [a.upn, a.oid],
      ['ana.older@harbour.example', a.oid],
      [b.upn, b.oid],
    ]);
    expect([a.oid, a.puid, a.sid, a.upn].map((name) => resolved.get(name))).toEqual(
      Array<string>(4).fill('ana.older@harbour.example'),
    );
    expect(resolved.get(b.oid)).toBe(b.upn);
  });

  it('is known by an object id while nobody tells the sign-in name', () => {
    expect(resolve([[a.puid, a.oid]]).get(a.puid)).toBe(a.oid);
    expect(resolve([[a.puid, a.sid]]).get(a.puid)).toBe(a.sid);
  });

  it('is not made of more people than one person can be', () => {
    const crowd = Array.from({ length: 9 }, (_, index) => `person${index}@harbour.example`);
    const shared = resolve(crowd.map((upn) => [upn, a.oid]));
    expect(new Set(crowd.map((upn) => shared.get(upn))).size).toBe(9);
    expect(shared.get(a.oid)).toBe(a.oid);

    expect(resolve([crowd]).size).toBe(0);
    expect(new Set(resolve(crowd.slice(1).map((upn) => [upn, a.oid])).values()).size).toBe(1);
  });

  it('does not depend on the order in which it was told', () => {
    const name = fc.constantFrom(a.upn, a.oid, a.puid, a.sid, b.upn, b.oid, b.puid, 'cleo@harbour.example', 'x', 'y');
    const told = fc.array(fc.uniqueArray(name, { minLength: 1, maxLength: 4 }), { maxLength: 12 });
    fc.assert(
      fc.property(told, fc.infiniteStream(fc.nat()), (sets, dice) => {
        const shuffled = sets
          .map((set) => ({ set: [...set].reverse(), at: Number(dice.next().value) }))
          .sort((x, y) => x.at - y.at)
          .map(({ set }) => set);
        expect([...resolve(shuffled)]).toEqual([...resolve(sets)]);
      }),
    );
  });
});

describe('an on-premises name', () => {
  it('stands for one account of a domain', () => {
    expect(sameness(['CONTOSO\\Ana', a.oid])).toEqual([[a.oid, 'contoso\\ana'].sort()]);
    expect(resolve([['contoso\\ana', a.sid]]).get('contoso\\ana')).toBe(a.sid);
    expect(resolve([['contoso\\ana', 'x']]).get('x')).toBe('contoso\\ana');
  });

  it.each([
    'nt authority\\system',
    'nt authority\\network service',
    'builtin\\administrators',
    'workgroup\\bob',
    '.\\bob',
    'azuread\\anaruiz',
    'desktop-4f5g6h7\\bob',
    'win-1a2b3c4d5e6\\administrator',
    'contoso\\wks-044$',
    'contoso\\root',
    'font driver host\\umfd-0',
    'contoso\\a\\b',
  ])('%s stands for nobody', (name) => {
    expect(isTelling(name)).toBe(false);
  });
});

describe('an alert', () => {
  const whose = new Map([
    [a.sid, a.upn],
    [a.oid, a.upn],
    ['ana.alias@harbour.example', a.upn],
  ]);

  it('is about people by whichever name it knows them, each once', () => {
    expect(identified(alert({ people: [a.sid, a.oid, b.oid] }), whose)).toMatchObject({ people: [a.upn, b.oid].sort() });
  });

  it('is about the owner of a mailbox, and about nobody where it is shared', () => {
    const mailboxes = ['ana.alias@harbour.example', 'sales@harbour.example'];
    expect(identified(alert({ people: [], mailboxes }), whose)).toMatchObject({ people: [a.upn], mailboxes });
  });
});

describe('a name', () => {
  it('is told apart by its looks', () => {
    expect([a.upn, a.oid, a.sid, a.puid, 'not available', 'dev\\ana', '0011223344556677'].map(kindOfName)).toEqual([
      'upn',
      'oid',
      'sid',
      'puid',
      'other',
      'nt',
      'other',
    ]);
  });

  it('ties nothing together when it stands for everybody or for nobody', () => {
    expect(sameness([a.upn, '00000000-0000-0000-0000-000000000000', 'S-1-5-18', 'Not Available', 'User', undefined])).toEqual([]);
    expect(sameness([ana.upn.toUpperCase(), ` ${ana.id} `])).toEqual([[a.oid, a.upn].sort()]);
  });
});
