import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventOf, firstPrefix, foldOf, grown, hashOf, isFoldable, leafId, partOf, prefixFor } from '../../src/ingest/fold.ts';
import type { Leaf, Part } from '../../src/ingest/fold.ts';
import type { Connection } from '../../src/model/event.ts';
import { hours } from '../../src/model/time.ts';
import { connection, mail, noon } from '../support/events.ts';

const one = (id: string, more: Partial<Connection> = {}): Connection => {
  const event: Record<string, unknown> = { ...connection({ id, record: id, address: '192.0.2.1', to: '198.51.100.9', ...more }) };
  for (const name of ['actor', 'actorKind', 'country', 'asn'])
    if (!Object.hasOwn(more, name)) Reflect.deleteProperty(event, name);
  return event as unknown as Connection;
};
const somewhere = { file: 'a.log', line: 1 };
const part = (event: Connection): Part => partOf(event, somewhere);

describe('what folds', () => {
  it('is connections and look-ups between hosts', () => {
    expect(isFoldable(one('a'))).toBe(true);
    expect(isFoldable(one('a', { deed: 'resolved', domain: 'www.contoso.test' }))).toBe(true);
  });

  it('is no request, no handshake, nothing that names a person or a device, and no other kind', () => {
    expect(isFoldable(one('a', { deed: 'requested' }))).toBe(false);
    expect(isFoldable(one('a', { deed: 'negotiated' }))).toBe(false);
    expect(isFoldable(one('a', { actor: 'ana@contoso.test' }))).toBe(false);
    expect(isFoldable(one('a', { device: 'ws-17' }))).toBe(false);
    expect(isFoldable(mail())).toBe(false);
  });
});

describe('a fold', () => {
  const fold = (more: Partial<Connection>): string => foldOf(one('a', { port: 443, transport: 'tcp', ...more })).id;

  it('is one for the same sides, deed, port and hour, whatever was sent', () => {
    const id = fold({});
    expect(id).toMatch(/^test:[0-9a-f]{32}$/);
    expect(fold({ bytesOut: 9, failures: 1, at: noon + hours(1) - 1 })).toBe(id);
    expect(fold({ country: 'DE', userAgent: 'x' })).toBe(id);
  });

  it.each<Partial<Connection>>([
    { address: '192.0.2.2' },
    { to: '198.51.100.10' },
    { port: 80 },
    { transport: 'udp' },
    { service: 'tls' },
    { deed: 'resolved' },
    { domain: 'www.contoso.test' },
    { operation: 'another sensor' },
    { source: 'another' },
    { at: noon + hours(1) },
    { at: noon - 1 },
  ])('is another for %j', (more) => {
    expect(fold(more)).not.toBe(fold({}));
  });

  it('tells both directions apart', () => {
    expect(fold({ address: '198.51.100.9', to: '192.0.2.1' })).not.toBe(fold({}));
  });
});

describe('a record in a fold', () => {
  const empty: Leaf = { prefix: '', parts: [] };

  it('counts once, however it is sent again', () => {
    const record = part(one('a', { bytesOut: 5 }));
    const { leaves, isNew } = grown(empty, [record, part(one('a', { bytesOut: 5, country: 'DE' }))]);
    expect(isNew).toBe(1);
    expect(grown(leaves[0] ?? empty, [record])).toEqual({ leaves, isNew: 0, isChanged: false });
  });

  it('counts again when it says something else: which of the two is right is not known', () => {
    expect(grown(empty, [part(one('a', { bytesOut: 5 })), part(one('a', { bytesOut: 6 }))]).isNew).toBe(2);
  });

  it('without an id goes by the first place it was seen at, in file and then line order', () => {
    const nameless = one('test:#abc');
    const at = (file: string, line: number): Part => partOf(nameless, { file, line });
    const first = grown(empty, [at('b.log', 2)]).leaves[0] ?? empty;
    const moved = grown(first, [at('a.log', 10), at('a.log', 9)]);
    expect(moved).toMatchObject({ isNew: 0, isChanged: true });
    expect(eventOf('f', foldOf(nameless).shared, moved.leaves[0] ?? empty).records).toEqual(['a.log:9']);
    expect(grown(moved.leaves[0] ?? empty, [at('b.log', 1)]).isChanged).toBe(false);
  });
});

it('the event of a fold adds up what its records say', () => {
  const records = [
    one('b', { at: noon + 5, lastAt: noon + 90, bytesOut: 10, bytesIn: 1, failures: 1, outcome: 'failure' }),
    one('a', { at: noon + 7, lastAt: noon + 8, bytesOut: 20, bytesIn: 2, country: 'DE', port: 443 }),
  ];
  const { id, shared } = foldOf(records[0] ?? one('x'));
  const event = eventOf(id, shared, { prefix: '', parts: records.map(part) });
  expect(event).toEqual({
    kind: 'connection',
    id,
    source: 'test',
    record: 'a',
    act: id,
    operation: 'conn',
    deed: 'connected',
    address: '192.0.2.1',
    to: '198.51.100.9',
    at: noon + 5,
    lastAt: noon + 90,
    outcome: 'success',
    count: 2,
    failures: 1,
    bytesOut: 30,
    bytesIn: 3,
    records: ['a', 'b'],
  });
});

it('a fold that only ever failed is a failure', () => {
  const refused = one('a', { failures: 1 });
  expect(eventOf('f', foldOf(refused).shared, { prefix: '', parts: [part(refused)] }).outcome).toBe('failure');
});

describe('however its records arrive', () => {
  const MOST = 40;

  /** A fold as it is kept: its leaves by id, and the list of prefixes that its first leaf has. */
  class Kept {
    readonly leaves = new Map<string, Leaf>();
    further: readonly string[] = [];
    isNew = 0;

    add(parts: readonly Part[]): void {
      const prefixes = [firstPrefix(this.further), ...this.further];
      for (const prefix of new Set(parts.map((it) => prefixFor(prefixes, it)))) {
        const leaf = this.leaves.get(leafId('f', prefix)) ?? { prefix, parts: [] };
        expect(leaf.prefix).toBe(prefix);
        const growth = grown(
          leaf,
          parts.filter((it) => prefixFor(prefixes, it) === prefix),
          MOST,
        );
        this.isNew += growth.isNew;
        for (const now of growth.leaves) this.leaves.set(leafId('f', now.prefix), now);
      }
      this.further = [...this.leaves].filter(([id]) => id !== 'f').map(([, { prefix }]) => prefix);
    }

    /** All there is to see of it. */
    get shown() {
      const { shared } = foldOf(one('x'));
      return [...this.leaves]
        .map(([id, leaf]) => ({
          ...eventOf('f', shared, leaf),
          hash: hashOf(id, leaf),
          folded: leaf.parts.map(({ hash }) => hash),
        }))
        .sort((a, b) => (a.id < b.id ? -1 : 1));
    }
  }

  const records = fc
    .uniqueArray(fc.nat(100_000), { minLength: 1, maxLength: 400 })
    .map((numbers) =>
      numbers.map((n) => part(one(`r${n}`, { at: noon + n, lastAt: noon + 2 * n, bytesOut: n % 7, failures: n % 2 }))),
    );
  /** The same records in another order, some of them again, in batches of any size. */
  const arrivals = records.chain((all) =>
    fc.record({
      all: fc.constant(all),
      shuffled: fc.shuffledSubarray(all, { minLength: all.length }),
      again: fc.shuffledSubarray(all),
      size: fc.integer({ min: 1, max: 150 }),
    }),
  );

  it('it is the same, no leaf is too full, and nothing is lost or counted twice', () => {
    fc.assert(
      fc.property(arrivals, ({ all, shuffled, again, size }) => {
        const whole = new Kept();
        whole.add(all);
        const pieces = new Kept();
        const sent = [...shuffled, ...again];
        for (let from = 0; from < sent.length; from += size) pieces.add(sent.slice(from, from + size));

        expect(pieces.shown).toEqual(whole.shown);
        expect([whole.isNew, pieces.isNew]).toEqual([all.length, all.length]);
        expect(whole.shown.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
        expect(Math.max(...whole.shown.map(({ folded }) => folded.length))).toBeLessThanOrEqual(MOST);
        expect(whole.shown.length === 1).toBe(all.length <= MOST);
        expect(whole.leaves.has('f')).toBe(true);
      }),
      { numRuns: 150, seed: 20260304 },
    );
  });

  it('one record fewer is another fold', () => {
    fc.assert(
      fc.property(records, (all) => {
        const [whole, less] = [new Kept(), new Kept()];
        whole.add(all);
        less.add(all.slice(1));
        expect(less.shown).not.toEqual(whole.shown);
      }),
      { numRuns: 30, seed: 20260304 },
    );
  });

  it('names a hundred records at most', () => {
    const { shared } = foldOf(one('x'));
    const parts = Array.from({ length: 250 }, (_, n) => part(one(`r${String(n).padStart(3, '0')}`)));
    const { records: named, record } = eventOf('f', shared, { prefix: '', parts });
    expect(named).toHaveLength(100);
    expect([record, named[0], named[99]]).toEqual(['r000', 'r000', 'r099']);
  });
});
