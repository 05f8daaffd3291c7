import { describe, expect, it } from 'vitest';
import { deedOf, dimensions, networkOf, rows, shownIn, subjectsIn } from '../../src/learn/dimension.ts';
import type { Dimension } from '../../src/learn/dimension.ts';
import type { Event } from '../../src/model/event.ts';
import { adminChange, ana, mail, mailAccess, mailItem, refusedMfa, service, signIn } from '../support/events.ts';

const shown = (dimension: Dimension, event: Event): readonly string[] => shownIn(dimensions[dimension], event);
const teaches = (dimension: Dimension, event: Event): boolean => dimensions[dimension].teaches(event);

describe('the table of dimensions', () => {
  it('gives each row a reason, and puts what others are given before them', () => {
    const before = new Set<Dimension>();
    for (const [dimension, { why, given = [], within, joins }] of rows) {
      expect(why.length).toBeGreaterThan(20);
      if (joins) for (const other of [...given, ...(within === undefined ? [] : [within])]) expect(before).toContain(other);
      before.add(dimension);
    }
  });

  it('stores no two rows in the same place', () => {
    const places = rows
      .filter(([, { label, mirrors }]) => label !== 'Trait' && mirrors === undefined)
      .map(([, { of, relationship, label }]) => `${of} ${relationship} ${label}`);
    expect(new Set(places).size).toBe(places.length);
  });
});

describe('what an act shows', () => {
  it('is where a person sat, not the service’s own address', () => {
    expect(shown('country', signIn())).toEqual(['AU']);
    const relayed = mail({ direction: 'internal', sender: ana, actor: ana, address: '192.0.2.99', country: 'AU' });
    for (const dimension of ['country', 'network', 'prefix', 'address', 'zone'] as const) {
      expect(shown(dimension, signIn({ ...service }))).toEqual([]);
      expect(shown(dimension, relayed)).toEqual([]);
    }
  });

  it('is judged also when it failed, and teaches only when it succeeded', () => {
    expect(shown('network', refusedMfa())).toEqual(['64500']);
    expect(teaches('network', refusedMfa())).toBe(false);
    expect(teaches('network', signIn())).toBe(true);
    expect(teaches('network', mailAccess())).toBe(false);
  });

  it('names what was done, and how it ended where it did not succeed', () => {
    expect(deedOf(signIn())).toBe('sign-in');
    expect(deedOf(refusedMfa())).toBe('sign-in, code 500121');
    expect(deedOf(adminChange({ operation: 'Set-Mailbox', outcome: 'failure' }))).toBe('set-mailbox, failed');
    expect(deedOf(adminChange({ operation: 'x'.repeat(5_000) })).length).toBeLessThan(300);
  });

  it('of a letter is its recipients inside and their organisations outside, once each and at most fifty', () => {
    const letter = mail({
      direction: 'outbound',
      sender: ana,
      recipients: ['bo@contoso.test', 'bo@contoso.test', 'zoe@partner.test', 'yan@partner.test'],
    });
    expect(shown('correspondent', letter)).toEqual(['bo@contoso.test']);
    expect(shown('domain', letter)).toEqual(['partner.test']);
    const crowd = Array.from({ length: 500 }, (_, n) => `p${n}@contoso.test`);
    expect(shown('correspondent', mail({ direction: 'internal', sender: ana, recipients: crowd }))).toHaveLength(50);
    expect(shown('correspondent', mail({ direction: 'inbound', sender: 'zoe@partner.test', recipients: [ana] }))).toEqual([]);
  });

  it('is a habit of the mailbox a message came to, for the mailbox’s dimensions', () => {
    const letter = mail({ direction: 'inbound', sender: 'zoe@partner.test', recipients: [ana, 'bo@contoso.test'] });
    expect(shown('hearsFrom', letter)).toEqual(['partner.test']);
    expect(subjectsIn(dimensions.hearsFrom, letter)).toEqual([ana, 'bo@contoso.test']);
  });

  it('is a habit of whom the directory entered, for the department', () => {
    const entered = adminChange({ target: 'bo@contoso.test', parameters: ['DisplayName=Bo', 'Department: Sales → Finance'] });
    expect(shown('department', entered)).toEqual(['finance']);
    expect(shown('department', adminChange({ parameters: ['Department=Legal'] }))).toEqual(['legal']);
    expect(shown('department', adminChange({ parameters: ['Title=Head of Department'] }))).toEqual([]);
    expect(subjectsIn(dimensions.department, entered)).toEqual(['bo@contoso.test']);
  });

  it('by the hour is by hand: silent renewals tell nothing of somebody’s day', () => {
    expect(shown('hour', signIn())).toEqual(['09']);
    expect(shown('hour', signIn({ interactive: false }))).toEqual([]);
  });

  it('of folders is a few, in small letters', () => {
    const folders = Array.from({ length: 80 }, (_, n) => `Folder ${n}`);
    expect(shown('folder', mailItem({ folders }))).toHaveLength(50);
    expect(shown('folder', mailItem({ folders: ['Inbox', 'INBOX'] }))).toEqual(['inbox']);
  });
});

describe('a block of addresses', () => {
  it('is a /24 or a /48', () => {
    expect(networkOf('192.0.2.77')).toBe('192.0.2.0/24');
    expect(networkOf('2001:db8::1')).toBe('2001:db8:0::/48');
  });
});
