import { beforeEach, describe, expect, it } from 'vitest';
import * as beliefs from '../../src/graph/beliefs.ts';
import { digest } from '../../src/graph/digest.ts';
import type { Graph } from '../../src/graph/graph.ts';
import * as incidents from '../../src/graph/incidents.ts';
import { migrations } from '../../src/graph/migrations.gen.ts';
import type { Belief } from '../../src/model/belief.ts';
import type { Incident } from '../../src/model/incident.ts';
import { KEPT, believed } from '../../src/respond/beliefs.ts';
import { assign, close, reopen } from '../../src/respond/handling.ts';
import { counting, incident } from '../cypher/world.ts';
import { graph, statement } from '../support/neo4j.ts';

let db: Graph;
beforeEach(async () => {
  db = await graph();
  await db.run(statement("UNWIND range(1, 9) AS n CREATE (:Finding {id: 'f' + n, at: n})"), {});
});

const save = (...all: Incident[]) => incidents.save(db, all);
const chronicle = async (id: string): Promise<readonly Belief[]> => (await beliefs.chronicles(db, [id])).get(id) ?? [];
const labels = async () => Object.fromEntries(await beliefs.labels(db, ['f1', 'f2', 'f3', 'f4', 'f5', 'f6']));
const brief = (all: readonly Belief[]) =>
  all.map(({ incident: id, added, removed, merged, parted, cameOf, ended }) =>
    [
      id,
      ...added.map((it) => `+${it}`),
      ...removed.map((it) => `-${it}`),
      ...merged.map((it) => `took up ${it}`),
      ...parted.map((it) => `lost ${it}`),
      ...cameOf.map((it) => `came of ${it}`),
      ...(ended ? ['ended'] : []),
    ].join(' '),
  );
const told = async (id: string) => brief(await chronicle(id));
const assessed = (probability: number) => ({ escalation: { ...incident('a', []).escalation, probability } });

describe('the chronicle of an incident', () => {
  it('begins when it opens and says what came and went', async () => {
    await save(incident('a', ['f1', 'f3']));
    await save(incident('a', ['f1', 'f2', 'f3']));
    await save(incident('a', ['f2', 'f3']));
    expect(await told('a')).toEqual(['a +f1 +f3', 'a +f2', 'a -f1']);
    const [first, second] = await chronicle('a');
    expect(first).toMatchObject({
      title: 'Mail is hidden from Ana',
      score: 50,
      probability: 0.4,
      band: 'medium',
      status: 'open',
    });
    expect(second?.at).toBeGreaterThan(first?.at ?? Infinity);
  });

  it('says nothing where nothing is new, or nothing anybody would see', async () => {
    await save(incident('a', ['f1']));
    const { graph: counted, writes } = counting(db);
    await incidents.save(counted, [incident('a', ['f1'])]);
    expect(writes()).toBe(0);
    await save(incident('a', ['f1'], { score: 50.001, ...assessed(0.4002) }));
    expect(await told('a')).toHaveLength(1);
    await save(incident('a', ['f1'], assessed(0.404)));
    expect((await chronicle('a')).map(({ probability }) => probability)).toEqual([0.4, 0.404]);
  });

  it('goes along to another id, and back', async () => {
    await save(incident('b', ['f2', 'f3']));
    await save(incident('a', ['f1', 'f2', 'f3']));
    expect(await told('a')).toEqual(['b +f2 +f3', 'a +f1']);
    await save(incident('b', ['f2', 'f3']));
    expect(await told('b')).toEqual(['b +f2 +f3', 'a +f1', 'b -f1']);
    expect(await told('a')).toEqual([]);
  });

  it('of one that is taken up ends; the other says that it came', async () => {
    await save(incident('a', ['f1']), incident('b', ['f2']));
    await save(incident('a', ['f1', 'f2']));
    expect(await told('a')).toEqual(['a +f1', 'a +f2 took up b']);
    expect(await told('b')).toEqual(['b +f2', 'b -f2 ended']);
    await save(incident('a', ['f1']), incident('b', ['f2']));
    expect(await told('b')).toEqual(['b +f2', 'b -f2 ended', 'b +f2 came of a']);
    expect(believed(await chronicle('b'), ((await chronicle('b'))[1]?.at ?? 0) + 0.5)).toBeUndefined();
  });

  it('of a part that splits off begins with where it came from', async () => {
    await save(incident('a', ['f1', 'f2', 'f3']));
    await save(incident('a', ['f1']), incident('b', ['f2', 'f3']));
    expect(await told('a')).toEqual(['a +f1 +f2 +f3', 'a -f2 -f3 lost b']);
    expect(await told('b')).toEqual(['b +f2 +f3 came of a']);
  });

  it('is never that of two: an id that stands again beside the one that went on begins anew', async () => {
    await save(incident('b', ['f2', 'f3']));
    await save(incident('a', ['f1', 'f2', 'f3']));
    await save(incident('a', ['f1']), incident('b', ['f2', 'f3']));
    expect(await told('a')).toEqual(['b +f2 +f3', 'a +f1', 'a -f2 -f3 lost b']);
    expect(await told('b')).toEqual(['b +f2 +f3 came of a']);
  });

  it('ends where nothing is left of an incident', async () => {
    await save(incident('a', ['f1']));
    await save();
    expect(await told('a')).toEqual(['a +f1', 'a -f1 ended']);
  });

  it('says how people left it, once for each change', async () => {
    await save(incident('a', ['f1']));
    const word = { by: 'bo', at: 5 };
    await incidents.handle(db, 'a', word, (it) => assign(it, 'bo'));
    await incidents.handle(db, 'a', word, (it) => assign(it, 'cy'));
    await incidents.handle(db, 'a', word, (it) => close(it, { verdict: 'falsePositive', ...word }));
    await incidents.handle(db, 'a', word, reopen);
    expect((await chronicle('a')).map(({ status, verdict = '' }) => `${status} ${verdict}`.trim())).toEqual([
      'open',
      'inProgress',
      'closed falsePositive',
      expect.stringMatching(/^(open|inProgress)$/),
    ]);
  });

  it('has the status that a merge left', async () => {
    await save(incident('a', ['f1']), incident('b', ['f2']));
    await incidents.handle(db, 'b', { by: 'bo', at: 5 }, (it) => assign(it, 'bo'));
    await save(incident('a', ['f1', 'f2']));
    expect((await chronicle('a')).map(({ status }) => status)).toEqual(['open', 'inProgress']);
  });

  it('is kept short: the first, the last, and one for all between', async () => {
    await save(incident('a', ['f1']));
    const [first] = await chronicle('a');
    await db.run(
      statement(`MATCH (i:Incident {id: 'a'})
                 UNWIND range(2, $n) AS n
                 CREATE (b:Belief) SET b = $fields
                 SET b.id = i.line + '/' + n, b.line = i.line, b.sequence = n, b.at = i.changedAt + n
                 CREATE (b)-[:OF]->(i)
                 SET i.sequence = n`),
      { n: 2 * KEPT + 1, fields: { ...first, added: [], removed: [] } },
    );
    await save(incident('a', ['f1', 'f2']));
    await save(incident('a', ['f1', 'f3']));
    const all = await chronicle('a');
    expect(all).toHaveLength(2 * KEPT + 1);
    expect(all.map(({ sequence }) => sequence)).toEqual([
      ...Array.from({ length: KEPT }, (_, n) => n + 1),
      ...Array.from({ length: KEPT + 1 }, (_, n) => KEPT + 3 + n),
    ]);
    expect(believed(all, Infinity)).toMatchObject({ findings: ['f1', 'f3'] });
  });

  it('of a saving that failed half-way has nothing, and of the next one everything', async () => {
    await save(incident('a', ['f1']));
    const before = await told('a');
    const failing: Graph = {
      ...db,
      together: (work) =>
        db.together(async (tx) => {
          await work(tx);
          throw new Error('the plug was pulled');
        }),
    };
    await expect(incidents.save(failing, [incident('a', ['f1', 'f2'])])).rejects.toThrow('the plug was pulled');
    expect(await told('a')).toEqual(before);
    await save(incident('a', ['f1', 'f2']));
    await save(incident('a', ['f1', 'f2']));
    expect(await told('a')).toEqual(['a +f1', 'a +f2']);
  });
});

describe('the numbers of findings', () => {
  it('stay, whatever comes late or goes', async () => {
    await save(incident('a', ['f2', 'f4', 'f5']));
    await save(incident('a', ['f2', 'f3', 'f4', 'f5', 'f6']));
    expect(await labels()).toEqual({ f2: '1', f3: '1a', f4: '2', f5: '3', f6: '4' });
    await save(incident('a', ['f2', 'f4']));
    expect(await labels()).toEqual({ f2: '1', f4: '2' });
    await save(incident('a', ['f2', 'f4', 'f5', 'f6']));
    expect(await labels()).toEqual({ f2: '1', f4: '2', f5: '3', f6: '4' });
  });

  it('go along to another id', async () => {
    await save(incident('b', ['f2', 'f3']));
    await save(incident('a', ['f1', 'f2', 'f3']));
    expect(await labels()).toEqual({ f1: '0a', f2: '1', f3: '2' });
  });

  it('are the survivor’s where incidents merge, and begin at 1 where one splits off', async () => {
    await save(incident('a', ['f1', 'f4']), incident('b', ['f2', 'f5']));
    expect(await labels()).toEqual({ f1: '1', f4: '2', f2: '1', f5: '2' });
    await save(incident('a', ['f1', 'f2', 'f4', 'f5']));
    expect(await labels()).toEqual({ f1: '1', f2: '1a', f4: '2', f5: '3' });
    await save(incident('a', ['f1', 'f2']), incident('d', ['f4', 'f5']));
    expect(await labels()).toEqual({ f1: '1', f2: '1a', f4: '1', f5: '2' });
    await save(incident('a', ['f1']), incident('b', ['f2', 'f5']), incident('d', ['f4']));
    expect(await labels()).toEqual({ f1: '1', f2: '1', f5: '2', f4: '1' });
  });

  it('are no part of what is the same: two ways to one state', async () => {
    await save(incident('a', ['f1', 'f3']));
    await save(incident('a', ['f1', 'f2', 'f3']));
    const late = { labels: await labels(), digest: await digest(db) };
    await db.run(statement('MATCH (n) WHERE n:Incident OR n:Belief DETACH DELETE n'), {});
    await save(incident('a', ['f1', 'f2', 'f3']));
    expect(late.labels).toEqual({ f1: '1', f2: '1a', f3: '2' });
    expect(await labels()).toEqual({ f1: '1', f2: '2', f3: '3' });
    expect(await digest(db)).toBe(late.digest);
  });
});

it('what stood before there were chronicles has its numbers, and one entry from when it changed last', async () => {
  await save(incident('a', ['f1', 'f2']));
  await db.run(
    statement(`MATCH (i:Incident)-[h:HOLDS]->() REMOVE h.label, i.line, i.sequence, i.numbered, i.numbers
               WITH DISTINCT i MATCH (b:Belief) DETACH DELETE b`),
    {},
  );
  const texts = migrations.find(({ version }) => version === 9)?.statements.filter((text) => text.startsWith('MATCH')) ?? [];
  expect(texts).toHaveLength(3);
  for (const text of [...texts, ...texts]) await db.run(statement(text), {});
  const changedAt = (await incidents.byId(db, 'a'))?.changedAt;
  expect(await chronicle('a')).toMatchObject([
    { at: changedAt, incident: 'a', added: ['f1', 'f2'], removed: [], status: 'open' },
  ]);
  expect(await labels()).toEqual({ f1: '1', f2: '2' });
  await save(incident('a', ['f1', 'f3']));
  expect(await told('a')).toEqual(['a +f1 +f2', 'a +f3 -f2']);
  expect(await labels()).toEqual({ f1: '1', f3: '3' });
});
