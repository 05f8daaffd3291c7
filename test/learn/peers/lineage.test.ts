import { describe, expect, it } from 'vitest';
import type { Edge } from '../../../src/learn/communities/csr.ts';
import { advance, noLineage } from '../../../src/learn/peers/lineage.ts';
import type { Change, Lineage } from '../../../src/learn/peers/lineage.ts';
import { crowd } from './working.ts';

type Groups = readonly (readonly string[])[];
const [red, blue] = [crowd('red', 8), crowd('blue', 6)];
const [left, right] = [red.slice(0, 4), red.slice(4)];

/** Who is proposed together is tied, and others are not. */
const tiesIn = (groups: Groups): Edge[] =>
  groups.flatMap((people) => people.flatMap((a, index) => people.slice(index + 1).map((b) => ({ a, b, weight: 1 }))));

const describeBy = (members: readonly string[]) => ({ name: members[0] ?? '', label: `${members[0]}: ${members.length} people` });

/** One proposal after another, a week apart. */
const after = (...weeks: readonly Groups[]): Lineage =>
  weeks.reduce(
    (lineage, groups, week) => advance(lineage, { at: (week + 1) * 7, groups, edges: tiesIn(groups), describe: describeBy }),
    noLineage,
  );

const told = ({ changes }: Lineage): string[] =>
  changes.filter(({ at }) => at > 7).map(({ kind, from, into }: Change) => `${kind} ${from.length} to ${into.length}`);
const idOf = ({ groups }: Lineage, person: string): string | undefined =>
  groups.find(({ members }) => members.includes(person))?.id;

describe('a group', () => {
  it('is born of people without one, and says so', () => {
    const { groups, changes } = after([red, blue]);
    expect(groups.map(({ members, bornAt }) => [members, bornAt]).sort()).toEqual(
      [
        [blue, 7],
        [red, 7],
      ].sort(),
    );
    expect(changes).toHaveLength(2);
    expect(changes[0]).toMatchObject({ kind: 'birth', from: [] });
    expect(changes[0]?.because).toMatch(/^[68] people began to work together$/);
  });

  it('keeps its id while people come and go, in whatever order groups are proposed', () => {
    const before = after([red, blue]);
    const now = after([red, blue], [blue.slice(1), [...red, 'x', 'y']], [blue.slice(1), [...red, 'x', 'y']]);
    expect([idOf(now, 'red100'), idOf(now, 'blue101'), idOf(now, 'x')]).toEqual([
      idOf(before, 'red100'),
      idOf(before, 'blue101'),
      idOf(before, 'red100'),
    ]);
    expect(told(now)).toEqual([]);
  });

  it('that another goes into lives on; the other has ended, and both are told of', () => {
    const before = after([red, blue]);
    const merged = after([red, blue], [[...red, ...blue]], [[...red, ...blue]]);
    expect(told(merged)).toEqual(['merge 2 to 1']);
    expect(idOf(merged, 'blue100')).toBe(idOf(before, 'red100'));
    expect(merged.past).toMatchObject([{ id: idOf(before, 'blue100'), size: 6, diedAt: 21 }]);
    expect(merged.past[0]?.diedBecause).toContain('work together now');
    expect(merged.memberships.get('blue100')).toMatchObject([
      { since: 7, until: 21 },
      { since: 21, group: idOf(before, 'red100') },
    ]);
  });

  it('that comes apart leaves its id to one half', () => {
    const parted = after([red, blue], [left, right, blue], [left, right, blue]);
    expect(told(parted)).toEqual(['split 1 to 2']);
    expect(new Set([idOf(parted, 'red100'), idOf(parted, 'red107')])).toContain(idOf(after([red, blue]), 'red100'));
    expect(parted.changes.at(-1)?.because).toBe('the 8 people of “red100” work apart now, as 4 and 4');
  });

  it('neither merges nor comes apart for one week', () => {
    expect(told(after([red, blue], [[...red, ...blue]], [red, blue]))).toEqual([]);
    expect(told(after([red, blue], [left, right, blue], [red, blue], [left, right, blue], [red, blue]))).toEqual([]);
  });

  it('dies when its people are together no more', () => {
    const dead = after([red, blue], [red], [red]);
    expect(told(dead)).toEqual(['death 1 to 0']);
    expect(dead.past[0]?.diedBecause).toBe('its 6 people work together no longer');
    expect(dead.memberships.get('blue100')).toEqual([
      { group: idOf(after([red, blue]), 'blue100'), since: 7, until: 21, degree: 0 },
    ]);
  });

  it('that comes back is another', () => {
    const again = after([red, blue], [red], [red], [red, blue]);
    expect(idOf(again, 'blue100')).not.toBe(idOf(after([red, blue]), 'blue100'));
    expect(again.memberships.get('blue100')).toHaveLength(2);
  });

  it('has the same id for the same proposals', () => {
    expect(after([red, blue], [left, right, blue])).toEqual(after([red, blue], [left, right, blue]));
  });
});

describe('a membership', () => {
  it('says how much of what ties somebody is inside', () => {
    const edges = [...tiesIn([red, blue]), { a: 'blue100', b: 'red100', weight: 3 }];
    const { memberships } = advance(noLineage, { at: 7, groups: [red, blue], edges, describe: describeBy });
    expect(memberships.get('red100')).toMatchObject([{ degree: 0.7 }]);
    expect(memberships.get('red101')).toMatchObject([{ degree: 1 }]);
  });

  it('of long ago is forgotten', () => {
    const weeks = Array.from({ length: 120 }, (_, week) => (week % 4 < 2 ? [red, [...blue, 'fay']] : [[...red, 'fay'], blue]));
    const own = after(...weeks).memberships.get('fay') ?? [];
    expect(own).toHaveLength(12);
    expect(own.filter(({ until }) => until === undefined)).toHaveLength(1);
    expect(own[0]?.since).toBeGreaterThan(300);
  });
});
