import { beforeEach, describe, expect, it } from 'vitest';
import * as actions from '../../src/graph/actions.ts';
import type { Graph } from '../../src/graph/graph.ts';
import type { Action } from '../../src/model/action.ts';
import { verifyChain } from '../../src/respond/audit.ts';
import { action } from '../cypher/world.ts';
import { graph, statement } from '../support/neo4j.ts';

let db: Graph;
beforeEach(async () => {
  db = await graph();
  await db.run(statement("CREATE (:Incident {id: 'i1'}), (:User {id: 'ana'})"), {});
});

const ten = Array.from({ length: 10 }, (_, n) => action(`a${n}`, { order: n }));
const step = (it: Action, who: string) => ({
  action: { ...it, status: 'approved' as const },
  at: 5,
  who,
  what: 'approved',
  details: '',
});
const approve = (id: string, who: string) =>
  actions.advance<string>(db, id, (it) => (it.status === 'proposed' ? step(it, who) : { refusal: `already ${it.status}` }));

describe('what is proposed', () => {
  it('is kept once, with what it answers, what it is done to and one audit entry', async () => {
    const [first, second] = ten as [Action, Action];
    expect(await actions.propose(db, [first])).toEqual([first]);
    expect(await actions.propose(db, [first, second])).toEqual([second]);
    expect(await actions.propose(db, [first, second])).toEqual([]);
    expect(await actions.all(db)).toEqual([first, second]);
    expect(await actions.byId(db, 'a1')).toEqual(second);
    expect(await actions.byId(db, 'unknown')).toBeUndefined();
    expect((await actions.audit(db)).map(({ what, target }) => `${what}: ${target}`)).toEqual([
      'disable-account proposed: User ana',
      'disable-account proposed: User ana',
    ]);
    expect(
      await db.run(
        statement(
          'MATCH (i:Incident)<-[:ANSWERS]-(a:Action)-[:TARGETS]->(u:User), (e:AuditEntry)-[:RECORDS]->(a) RETURN a.id AS id, u.id AS user ORDER BY id',
        ),
        {},
      ),
    ).toEqual([
      { id: 'a0', user: 'ana' },
      { id: 'a1', user: 'ana' },
    ]);
  });

  it('is kept once when two propose the same at once', async () => {
    const kept = await Promise.all([actions.propose(db, ten), actions.propose(db, [...ten].reverse()), actions.propose(db, ten)]);
    expect(kept.flat()).toHaveLength(10);
    expect(verifyChain(await actions.audit(db))).toEqual({ intact: true, entries: 10 });
  });

  it('stays as it was decided, when it is proposed again', async () => {
    await actions.propose(db, ten.slice(0, 1));
    await approve('a0', 'ana');
    await actions.propose(db, ten.slice(0, 1));
    expect(await actions.byId(db, 'a0')).toMatchObject({ status: 'approved' });
  });

  it('is nothing where its incident is not', async () => {
    expect(await actions.propose(db, [action('a', { incident: 'gone' })])).toEqual([]);
    expect(await actions.all(db)).toEqual([]);
    expect(await actions.audit(db)).toEqual([]);
  });
});

describe('of two decisions at once', () => {
  it('one wins and the other hears of it', async () => {
    await actions.propose(db, ten.slice(0, 1));
    const decided = await Promise.all(['ana', 'bo'].map((who) => approve('a0', who)));
    expect(decided.filter((it) => it !== undefined && 'refusal' in it)).toEqual([{ refusal: 'already approved' }]);
    expect(await actions.audit(db)).toHaveLength(2);
  });

  it('and a refusal leaves no trace', async () => {
    await actions.propose(db, ten.slice(0, 1));
    expect(await actions.advance(db, 'a0', () => ({ refusal: 'no' }))).toEqual({ refusal: 'no' });
    expect(await actions.byId(db, 'a0')).toEqual(ten[0]);
    expect(await actions.audit(db)).toHaveLength(1);
    expect(await actions.advance(db, 'unknown', () => ({ refusal: 'no' }))).toBeUndefined();
  });
});

describe('the audit chain', () => {
  beforeEach(async () => {
    await actions.propose(db, ten);
    await Promise.all(ten.map(({ id }, n) => approve(id, `person${n}`)));
  });
  const tamper = (how: string) => db.run(statement(how), {});

  it('is whole after ten people decided at once', async () => {
    const entries = await actions.audit(db);
    expect(verifyChain(entries, entries.at(-1)?.hash)).toEqual({ intact: true, entries: 20 });
    expect(new Set(entries.slice(10).map(({ who }) => who)).size).toBe(10);
  });

  it('shows what was changed, dropped or cut off', async () => {
    const head = (await actions.audit(db)).at(-1)?.hash;
    await tamper("MATCH (e:AuditEntry {sequence: 12}) SET e.who = 'somebody else'");
    expect(verifyChain(await actions.audit(db))).toMatchObject({ intact: false, sequence: 12 });
    await tamper('MATCH (e:AuditEntry {sequence: 5}) DETACH DELETE e');
    expect(verifyChain(await actions.audit(db))).toMatchObject({ intact: false, sequence: 5 });
    await tamper('MATCH (e:AuditEntry) WHERE e.sequence > 4 DETACH DELETE e');
    expect(verifyChain(await actions.audit(db))).toMatchObject({ intact: true });
    expect(verifyChain(await actions.audit(db), head)).toMatchObject({ intact: false, sequence: 5 });
  });
});

it('the simulated tenant remembers the last said of each thing', async () => {
  const store = actions.simulatedStore(db);
  expect(await store.get('user/ana')).toBeUndefined();
  await store.put('user/ana', '{"enabled":false}');
  await store.put('user/ana', '{"enabled":true}');
  expect(await store.get('user/ana')).toBe('{"enabled":true}');
});
