import { assert, property, shuffledSubarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noLineage } from '../../../src/learn/peers/lineage.ts';
import { regroup } from '../../../src/learn/peers/regroup.ts';
import { days } from '../../../src/model/time.ts';
import { crowd, today, use, used } from './working.ts';
import type { Use } from './working.ts';

const [legal, sales] = [crowd('legal', 6), crowd('sales', 6)];
const twoTeams: readonly Use[] = [
  ...use(legal, 'site', 'sites/Legal'),
  ...use(legal, 'mailboxWritten', 'contracts@contoso.test'),
  ...use(sales, 'site', 'sites/Sales'),
  ...use(sales, 'mailbox', 'offers@contoso.test'),
];
const groupsOf = (uses: readonly Use[], before = today) =>
  regroup(noLineage, used(uses), { at: days(before), before })
    .groups.map(({ members }) => members)
    .sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));

describe('groups', () => {
  it('are teams that share sites and mailboxes, with a name and an age', () => {
    const { groups } = regroup(noLineage, used(twoTeams), { at: 5, before: today });
    expect(groups.map(({ label, bornAt }) => [label, bornAt]).sort()).toEqual([
      ['contracts: 6 people, one shared mailbox, Legal site', 5],
      ['offers: 6 people, one shared mailbox, Sales site', 5],
    ]);
  });

  it('stay two teams when one of each works for the other, and when all use one site', () => {
    const shared = [...use([legal[0] ?? '', sales[0] ?? ''], 'site', 'sites/Project'), ...use([...legal, ...sales], 'site', '/')];
    expect(groupsOf([...twoTeams, ...shared])).toEqual([legal, sales]);
  });

  it('are the same in any order of arrival', () => {
    const uses = [...twoTeams, ...use([...legal, ...sales], 'site', '/'), ...use(crowd('third', 4), 'site', 'sites/Third')];
    const once = regroup(noLineage, used(uses), { at: 5, before: today });
    assert(
      property(shuffledSubarray(uses, { minLength: uses.length }), (shuffled) => {
        expect(regroup(noLineage, used(shuffled), { at: 5, before: today })).toEqual(once);
      }),
      { numRuns: 20 },
    );
  });

  it('are not made by a site that hundreds use', () => {
    const everybody = [...legal, ...sales, ...crowd('rest', 250)];
    expect(groupsOf([...twoTeams, ...use(everybody, 'site', '/')])).toEqual([legal, sales]);
  });

  it('know only what was used before the day', () => {
    const uses = [...twoTeams, ...use(crowd('later', 5), 'site', 'sites/New', today)];
    expect(groupsOf(uses)).toEqual([legal, sales]);
    expect(groupsOf(uses, today + 1)).toEqual([crowd('later', 5), legal, sales]);
    expect(groupsOf(uses, today - 5)).toEqual([]);
  });

  it('do not come from countries or applications', () => {
    expect(groupsOf([...use(legal, 'country', 'AU'), ...use(legal, 'app', 'mail')])).toEqual([]);
  });

  it('leave out who shares nothing', () => {
    expect(groupsOf([])).toEqual([]);
    expect(groupsOf(use(['ana'], 'site', 'sites/Own'))).toEqual([]);
    expect(groupsOf([...use(['ana', 'bo'], 'site', 'sites/Two'), ...use(['cy'], 'site', 'sites/Own')])).toEqual([['ana', 'bo']]);
  });

  it('are whoever another engine proposes', () => {
    const { groups } = regroup(noLineage, used(twoTeams), {
      at: 5,
      before: today,
      group: () => ({ groups: [['legal100', 'sales100']] }),
    });
    expect(groups.map(({ members }) => members)).toEqual([['legal100', 'sales100']]);
  });
});
