// What is told of an incident when news comes late, findings go elsewhere, names turn out to be one person's, and alerts
// are sent again: over whole runs of the pipeline, against what a run from nothing makes of the same.

import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as beliefs from '../../src/graph/beliefs.ts';
import * as constraints from '../../src/graph/constraints.ts';
import { digest } from '../../src/graph/digest.ts';
import type { Sighting } from '../../src/graph/events.ts';
import * as events from '../../src/graph/events.ts';
import * as findings from '../../src/graph/findings.ts';
import type { Graph } from '../../src/graph/graph.ts';
import * as incidents from '../../src/graph/incidents.ts';
import { run } from '../../src/jobs/pipeline.ts';
import { createLog } from '../../src/log.ts';
import { days, hours, minutes } from '../../src/model/time.ts';
import { believed } from '../../src/respond/beliefs.ts';
import { cut, pin } from '../../src/respond/constraints.ts';
import type { Saying } from '../../src/respond/constraints.ts';
import { sighting } from '../cypher/world.ts';
import { alert, ana, bo, mailboxRule, noon } from '../support/events.ts';
import { graph } from '../support/neo4j.ts';

// Whole runs, several each.
vi.setConfig({ testTimeout: 300_000 });

let db: Graph;
beforeEach(async () => {
  db = await graph();
});

let arrivedAt = noon + days(6);
const arrives = async (...records: Sighting[]) => {
  await events.save(db, records, arrivedAt++);
  await run({
    ...{ graph: db, log: createLog('silent'), homeDomains: ['contoso.test'], mode: 'confirm', clock: () => noon + days(9) },
  });
};

const cy = 'cy@contoso.test';
const addressOf = new Map([
  [bo, '198.51.100.77'],
  [cy, '203.0.113.44'],
]);

/** A rule that nobody should have. */
const hidden = (who: string, name: string, at: number, names: Sighting['names'] = []) =>
  sighting(
    mailboxRule({
      ...{ id: `${name} of ${who}`, at, actor: who, address: addressOf.get(who) ?? '192.0.2.10', mailbox: who },
      ...{ rule: `${who}\\${name}`, name, deletes: true, movesTo: 'Archive' },
    }),
    { names },
  );
const [first, late, third] = [hidden(ana, '.', noon), hidden(ana, '..', noon + hours(1)), hidden(ana, '...', noon + hours(2))];
const elsewhere = hidden(bo, ',', noon + days(5));

/** Each incident by the numbers of what it holds, in the order of events. */
async function numbers() {
  const standing = await findings.standing(db);
  const labels = await beliefs.labels(
    db,
    standing.map(({ id }) => id),
  );
  const all = await incidents.standing(db, true);
  return all
    .sort((a, b) => a.firstAt - b.firstAt || a.findings.length - b.findings.length)
    .map((one) => one.findings.map((id) => labels.get(id) ?? '?').join(' '));
}
const theOne = async () => {
  const [one] = await incidents.standing(db, true);
  if (one === undefined) throw new Error('there is an incident');
  return one;
};
const chronicle = async (id: string) => (await beliefs.chronicles(db, [id])).get(id) ?? [];

/** What a graph that had everything at once, in the order it happened, makes of it. */
async function afresh(...records: Sighting[]): Promise<string> {
  db = await graph();
  await arrives(...records.sort((a, b) => a.event.at - b.event.at));
  return digest(db);
}

describe('a finding that comes late', () => {
  it('stands between with a letter, is in the chronicle, and changes nothing of what was believed before', async () => {
    await arrives(first, third);
    expect(await numbers()).toEqual(['1 2']);
    const { id, findings: before } = await theOne();
    await arrives(late);
    expect(await numbers()).toEqual(['1 1a 2']);

    const [opened, grown, ...more] = await chronicle(id);
    const { findings: holds } = await theOne();
    expect([opened?.added, grown?.added, more]).toEqual([before, [holds[1]], []]);
    expect(believed(await chronicle(id), opened?.at ?? 0)).toMatchObject({ incident: id, findings: before });

    await arrives();
    expect(await chronicle(id)).toHaveLength(2);
    const told = await digest(db);
    expect(await afresh(first, late, third)).toBe(told);
    expect(await numbers()).toEqual(['1 2 3']);
  });

  it('before the first gives its incident another id, and no other number', async () => {
    await arrives(late, third);
    const { id: was } = await theOne();
    await arrives(first);
    const { id } = await theOne();
    expect(id).not.toBe(was);
    expect(await numbers()).toEqual(['0a 1 2']);
    expect((await chronicle(id)).map((entry) => entry.incident)).toEqual([was, id]);
    expect(await incidents.byId(db, was)).toMatchObject({ id });
  });
});

describe('an incident whose findings all go elsewhere', () => {
  const word = { by: 'cy', at: noon + days(9), reason: 'a test', asOf: noon + days(5) };
  const say = (saying: Saying) => constraints.say(db, { saying, what: 'a test', details: '', incident: undefined }, word);
  const undo = (saying: Saying) => constraints.undo(db, saying.id, { by: 'di', at: word.at }, 'a test', undefined);

  it('leads to who holds most of it, loses nothing, and is back when that is undone', async () => {
    const before = hidden(cy, ';', noon - days(5));
    await arrives(before, first, late, elsewhere);
    expect(await numbers()).toEqual(['1', '1 2', '1']);
    const judged = await digest(db);
    const emptied = (await incidents.standing(db, true)).find((one) => one.findings.length === 2)?.id ?? '';
    const [b = '', f = '', l = '', e = ''] = (await findings.standing(db)).sort((x, y) => x.at - y.at).map(({ id }) => id);

    const said = [cut([f], [l]), pin([b, f]), pin([l, e])];
    for (const saying of said) await say(saying);
    await arrives();
    const parts = await incidents.standing(db, true);
    expect(parts.map((one) => one.findings).sort()).toEqual(
      [
        [b, f],
        [l, e],
      ].sort(),
    );
    expect(parts.map(({ id }) => id)).not.toContain(emptied);
    expect(parts.map(({ id }) => id)).toContain((await incidents.byId(db, emptied))?.id);
    expect((await chronicle(emptied)).at(-1)).toMatchObject({ ended: true, removed: [f, l] });
    for (const { id, findings: holds } of parts)
      expect(new Set(believed(await chronicle(id), Infinity)?.findings)).toEqual(new Set(holds));
    const parted = await digest(db);
    await arrives();
    expect(await digest(db)).toBe(parted);

    for (const saying of said) await undo(saying);
    await arrives();
    expect(await digest(db)).toBe(judged);
    expect(await numbers()).toEqual(['1', '1 2', '1']);
    expect(believed(await chronicle(emptied), Infinity)?.findings).toEqual([f, l]);
  });
});

describe('two names that turn out to be one person’s', () => {
  it('bring findings together that keep their numbers where they were, as if it had been known from the start', async () => {
    const oid = '5b1f0e9a-3c55-4d0e-9a51-0f4f5f3b2a10';
    const byId = hidden(oid, '.', noon + hours(3));
    await arrives(first, late, byId);
    const told = hidden(ana, ':', noon + hours(4), [[ana, oid]]);
    await arrives(told);
    const same = await digest(db);
    const shown = await numbers();
    expect(shown).toHaveLength(1);
    const { id, findings: holds } = await theOne();
    expect(new Set(believed(await chronicle(id), Infinity)?.findings)).toEqual(new Set(holds));
    await arrives();
    expect(await numbers()).toEqual(shown);
    expect(await afresh(first, late, byId, told)).toBe(same);
  });
});

describe('an alert that is sent again and again with more in it', () => {
  const generation = (n: number) =>
    sighting(
      alert({
        ...{ id: 'the alert', record: 'the alert', at: noon, lastAt: noon + minutes(n), count: n + 1, people: [ana] },
        addresses: Array.from({ length: n + 1 }, (_, i) => `198.51.100.${i + 1}`),
      }),
      { generatedAt: noon + minutes(n) },
    );

  it('stays one finding under one number, in a chronicle that says no more than what changed', async () => {
    const times = 40;
    for (let n = 0; n < times; n += 8) {
      await arrives(...Array.from({ length: 8 }, (_, i) => generation(n + i)));
      expect(await numbers()).toEqual(['1']);
    }
    const { id, findings: holds } = await theOne();
    const all = await chronicle(id);
    expect(all.length).toBeLessThanOrEqual(times / 8);
    expect(believed(all, Infinity)?.findings).toEqual(holds);
    const grown = await digest(db);
    await arrives(generation(3), generation(times - 1));
    expect(await digest(db)).toBe(grown);
    expect(await chronicle(id)).toHaveLength(all.length);
    expect(await afresh(generation(times - 1))).toBe(grown);
  });
});
