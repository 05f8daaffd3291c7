import { describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { BUSY, paths } from '../../src/graph/paths.ts';
import type { PathEnd, PathStep } from '../../src/graph/paths.ts';
import { graph, statement } from '../support/neo4j.ts';

const user = (key: string): PathEnd => ({ label: 'User', key });
const ip = (key: string): PathEnd => ({ label: 'IP', key });
const between = (db: Graph, from: PathEnd, to: PathEnd, most = 3, mostHops = 6) => paths(db, { from, to }, { most, mostHops });
/** A path in a line: `User ana <BY- Event e -FROM> IP 192.0.2.1`. */
const line = (steps: readonly PathStep[]) =>
  steps
    .map(({ label, key, via, direction }) => {
      const arrow = direction === 'along' ? `-${via ?? ''}> ` : `<${via ?? ''}- `;
      return `${via === undefined ? '' : arrow}${label} ${key}`;
    })
    .join(' ');
const lines = ({ paths: found }: Awaited<ReturnType<typeof between>>) => found.map(({ steps }) => line(steps));

async function given(cypher: string): Promise<Graph> {
  const db = await graph();
  await db.run(statement(cypher), {});
  return db;
}

/** Events, each by somebody and from somewhere: `ana@192.0.2.1 …`, at 1, 2, 3 … */
const signIns = (...said: string[]) =>
  said
    .map((one, index) => {
      const [who = '', where = ''] = one.split('@');
      return `MERGE (u${index}:User {id: '${who}'}) MERGE (i${index}:IP {address: '${where}'})
              CREATE (u${index})<-[:BY]-(:Event {id: 'e${index + 1}', at: ${index + 1}, operation: 'UserLoggedIn'})-[:FROM]->(i${index})`;
    })
    .join('\n');

describe('paths', () => {
  it('tell each step, how it is tied to the one before, and when', async () => {
    const db = await given(`${signIns('ana@192.0.2.1', 'bo@192.0.2.1', 'bo@192.0.2.1')}
      SET u0.name = 'Ana'`);
    const found = await between(db, user('ana'), user('bo'));
    expect(lines(found)).toEqual(['User ana <BY- Event e1 -FROM> IP 192.0.2.1 <FROM- Event e3 -BY> User bo']);
    expect(found).toMatchObject({ isCut: false, from: { label: 'User', title: 'Ana' }, to: { key: 'bo' } });
    expect(found.paths).toMatchObject([{ hops: 4, isVague: false }]);
    expect(found.paths[0]?.steps).toMatchObject([
      { title: 'Ana' },
      { title: 'UserLoggedIn', at: 1, events: 1 },
      {},
      { at: 3, events: 2 },
      {},
    ]);
  });

  it('are the same from either end', async () => {
    const db = await given(
      signIns('ana@192.0.2.1', 'bo@192.0.2.1', 'ana@192.0.2.2', 'cy@192.0.2.2', 'cy@192.0.2.3', 'bo@192.0.2.3'),
    );
    const there = (await between(db, user('ana'), user('bo'), 3, 8)).paths.map(({ steps }) => steps.map(({ key }) => key));
    const back = (await between(db, user('bo'), user('ana'), 3, 8)).paths.map(({ steps }) => steps.map(({ key }) => key));
    expect(there).toEqual(back.map((keys) => [...keys].reverse()));
    expect(there).toHaveLength(2);
  });

  it('come the shortest first, and none longer than is asked for', async () => {
    const db = await given(`${signIns('ana@192.0.2.1', 'bo@192.0.2.1')}
      CREATE (u0)-[:OWNS]->(:Mailbox {address: 'shared'})<-[:OWNS]-(u1)`);
    expect(lines(await between(db, user('ana'), user('bo')))).toEqual([
      'User ana -OWNS> Mailbox shared <OWNS- User bo',
      'User ana <BY- Event e1 -FROM> IP 192.0.2.1 <FROM- Event e2 -BY> User bo',
    ]);
    expect(lines(await between(db, user('ana'), user('bo'), 1))).toHaveLength(1);
    expect(lines(await between(db, user('ana'), user('bo'), 3, 3))).toHaveLength(1);
    expect(lines(await between(db, user('ana'), user('bo'), 3, 1))).toEqual([]);
  });

  it('are found over eight hops, and not over nine', async () => {
    const chain = signIns('ana@192.0.2.1', 'bo@192.0.2.1', 'bo@192.0.2.2', 'cy@192.0.2.2');
    const db = await given(`${chain} CREATE (u3)-[:OWNS]->(:Mailbox {address: 'last'})`);
    expect((await between(db, user('ana'), user('cy'), 3, 8)).paths.map(({ hops }) => hops)).toEqual([8]);
    expect((await between(db, user('ana'), user('cy'), 3, 7)).paths).toEqual([]);
    expect((await between(db, user('ana'), { label: 'Mailbox', key: 'last' }, 3, 8)).paths).toEqual([]);
  });

  it('lead from findings and to them', async () => {
    const db = await given(
      `${signIns('ana@192.0.2.1', 'bo@192.0.2.2')}
      MATCH (e1:Event {id: 'e1'}), (e2:Event {id: 'e2'})
      CREATE (f:Finding {id: 'f', title: 'Odd', at: 5}), (g:Finding {id: 'g', title: 'Odder', at: 6}), (f)-[:BECAUSE]->(e1), (g)-[:BECAUSE]->(e2),
             (f)-[:ABOUT {role: 'actor'}]->(u0), (f)-[:LINKED]->(g)`.replace('\n      MATCH', '\n      WITH u0 MATCH'),
    );
    const [f, g]: PathEnd[] = [
      { label: 'Finding', key: 'f' },
      { label: 'Finding', key: 'g' },
    ];
    expect(lines(await between(db, f as PathEnd, user('ana')))[0]).toBe('Finding f -ABOUT> User ana');
    expect(lines(await between(db, f as PathEnd, ip('192.0.2.1')))[0]).toBe('Finding f -BECAUSE> Event e1 -FROM> IP 192.0.2.1');
    const [path] = (await between(db, g as PathEnd, user('ana'))).paths;
    expect(path?.steps).toMatchObject([
      { label: 'Finding', title: 'Odder', at: 6 },
      { via: 'LINKED', direction: 'against', title: 'Odd', at: 5 },
      { via: 'ABOUT', direction: 'along' },
    ]);
  });

  it('pass a country or a network only where nothing more specific joins the two', async () => {
    const far = signIns('ana@192.0.2.1', 'bo@192.0.2.2');
    const inAustralia = "CREATE (c:Country {code: 'AU'}), (i0)-[:IN]->(c), (i1)-[:IN]->(c)";
    const vague = await given(`${far} ${inAustralia}`);
    const found = await between(vague, user('ana'), user('bo'));
    expect(lines(found)).toEqual([
      'User ana <BY- Event e1 -FROM> IP 192.0.2.1 -IN> Country AU <IN- IP 192.0.2.2 <FROM- Event e2 -BY> User bo',
    ]);
    expect(found.paths[0]?.isVague).toBe(true);

    const specific = await given(`${far} ${inAustralia}
      CREATE (d:Device {id: 'laptop'}), (u0)<-[:BY]-(:Event {id: 'x', at: 8})-[:FROM]->(d), (u1)<-[:BY]-(:Event {id: 'y', at: 9})-[:FROM]->(d)`);
    const better = await between(specific, user('ana'), user('bo'));
    expect(better.paths.map(({ isVague }) => isVague)).toEqual([false]);
    expect(lines(better)[0]).toContain('Device laptop');
    // What is asked about may be as vague as it likes.
    expect(lines(await between(specific, { label: 'Country', key: 'AU' }, user('ana')))).toHaveLength(1);
  });

  it('pass what very much touches only where nothing more specific does', async () => {
    const busy = `CREATE (hub:App {id: 'mail'}), (ana:User {id: 'ana'}), (bo:User {id: 'bo'}), (s:Session {id: 's'}), (cy:User {id: 'cy'}),
        (ana)<-[:BY]-(:Event {id: 'a', at: 1})-[:TO]->(hub), (bo)<-[:BY]-(:Event {id: 'b', at: 2})-[:TO]->(hub),
        (ana)<-[:BY]-(:Event {id: 'c', at: 3})-[:FROM]->(s), (cy)<-[:BY]-(:Event {id: 'd', at: 4})-[:FROM]->(s),
        (cy)-[:OWNS]->(:Mailbox {address: 'shared'})<-[:OWNS]-(bo)
      WITH hub UNWIND range(1, ${BUSY}) AS n CREATE (:Event {id: 'n' + n, at: n})-[:TO]->(hub)`;
    const db = await given(busy);
    expect(lines(await between(db, user('ana'), user('bo')))).toEqual([
      'User ana <BY- Event c -FROM> Session s <FROM- Event d -BY> User cy -OWNS> Mailbox shared <OWNS- User bo',
    ]);
    const shorter = await between(db, user('ana'), user('bo'), 3, 4);
    expect(shorter.paths).toMatchObject([{ isVague: true, hops: 4 }]);
  });

  it('as of a moment go only over what had happened', async () => {
    const db = await given(`${signIns('ana@192.0.2.1', 'bo@192.0.2.1', 'ana@192.0.2.1')}
      CREATE (f:Finding {id: 'f', title: 'Odd', at: 2}), (g:Finding {id: 'g', title: 'Late', at: 9}),
             (f)-[:ABOUT {role: 'actor'}]->(u0), (g)-[:ABOUT {role: 'actor'}]->(u0), (g)-[:ABOUT {role: 'actor'}]->(u1)`);
    const asOf = (at: number, from: PathEnd = user('ana'), to: PathEnd = user('bo')) =>
      paths(db, { from, to }, { most: 3, mostHops: 6, asOf: at });
    expect(lines(await asOf(1))).toEqual([]);
    expect(lines(await asOf(2))).toEqual(['User ana <BY- Event e1 -FROM> IP 192.0.2.1 <FROM- Event e2 -BY> User bo']);
    expect((await asOf(3)).paths[0]?.steps[1]).toMatchObject({ key: 'e3', events: 2 });
    expect(lines(await asOf(9))[0]).toBe('User ana <ABOUT- Finding g -ABOUT> User bo');
    const late: PathEnd = { label: 'Finding', key: 'g' };
    expect(await asOf(8, late)).toMatchObject({ from: undefined, paths: [] });
    const known = await asOf(9, late);
    expect(known.from).toMatchObject({ key: 'g', at: 9 });
    expect(known.paths[0]).toMatchObject({ hops: 1 });
  });

  it('over a link of two findings say what it is and why', async () => {
    const db = await given(`CREATE (f:Finding {id: 'f', title: 'Odd', at: 5}), (g:Finding {id: 'g', title: 'Odder', at: 6}),
      (f)-[:LINKED {mechanism: 'session', weight: 0.9, because: 'the same session'}]->(g)`);
    const found = await between(db, { label: 'Finding', key: 'g' }, { label: 'Finding', key: 'f' });
    expect(found.paths[0]?.steps[1]).toEqual({
      ...{ label: 'Finding', key: 'f', title: 'Odd', at: 5, via: 'LINKED', direction: 'against' },
      ...{ mechanism: 'session', because: 'the same session' },
    });
  });

  it('that end at what very much touches are found from the other end', async () => {
    const db = await given(`${signIns('ana@192.0.2.1', 'ana@192.0.2.2', 'bo@192.0.2.2')}
      WITH i0 UNWIND range(1, ${BUSY * 3}) AS n CREATE (:Event {id: 'n' + n, at: n})-[:FROM]->(i0)`);
    expect(lines(await between(db, user('ana'), ip('192.0.2.1')))).toEqual(['User ana <BY- Event e1 -FROM> IP 192.0.2.1']);
    expect(lines(await between(db, ip('192.0.2.1'), user('bo')))).toEqual([
      'IP 192.0.2.1 <FROM- Event e1 -BY> User ana <BY- Event e2 -FROM> IP 192.0.2.2 <FROM- Event e3 -BY> User bo',
    ]);
  });

  it('that nothing but their names tells apart come by these, in whatever order they were stored', async () => {
    const db = await given(`CREATE (ana:User {id: 'ana'}), (bo:User {id: 'bo'}) WITH ana, bo UNWIND range(5, 1, -1) AS n
      CREATE (s:Session {id: 's' + n}), (ana)<-[:BY]-(:Event {id: 'a' + n, at: n})-[:FROM]->(s),
             (bo)<-[:BY]-(:Event {id: 'b' + n, at: n})-[:FROM]->(s)`);
    const passed = (await between(db, user('ana'), user('bo'), 4)).paths.map(({ steps }) => steps[2]?.key);
    expect(passed).toEqual(['s1', 's2', 's3', 's4']);
  });

  it('pass what touches more after what touches less, and leave out none for that', async () => {
    const db = await given(`CREATE (hub:IP {address: '192.0.2.1'}), (ana:User {id: 'ana'}), (app:App {id: 'app'})
      WITH hub, ana, app UNWIND range(1, 3) AS n CREATE (s:Session {id: 's' + n}),
        (:Event {id: 'a' + n, at: n})-[:FROM]->(s), (:Event {id: 'h' + n, at: n})-[:FROM]->(s)
      WITH DISTINCT hub, ana, app UNWIND range(1, ${BUSY - 200}) AS n CREATE (:Event {id: 'p' + n, at: n})-[:TO]->(app)
      WITH DISTINCT hub, ana, app UNWIND range(1, ${BUSY * 2}) AS n CREATE (:Event {id: 'n' + n, at: n})-[:FROM]->(hub)`);
    await db.run(
      statement(`MATCH (hub:IP {address: '192.0.2.1'}) MATCH (ana:User {id: 'ana'})
        UNWIND ['a1', 'a2', 'a3', 'p1'] AS one MATCH (e:Event {id: one}) CREATE (e)-[:BY]->(ana)
        WITH DISTINCT hub UNWIND ['h1', 'h2', 'h3', 'p2'] AS one MATCH (e:Event {id: one}) CREATE (e)-[:FROM]->(hub)`),
      {},
    );
    const passed = async (most: number) =>
      (await between(db, user('ana'), ip('192.0.2.1'), most, 6)).paths.map(({ steps }) => steps[2]?.key);
    expect(await passed(2)).toEqual(['s1', 's2']);
    expect(await passed(3)).toEqual(['s1', 's2', 's3']);
    expect(await passed(4)).toEqual(['s1', 's2', 's3', 'app']);
  });

  it('pass two things that much touches after those that pass one, and leave out none for that', async () => {
    const db = await given(`CREATE (ana:User {id: 'ana'}), (bo:User {id: 'bo'}), (one:App {id: 'one'}), (two:App {id: 'two'}),
        (ana)<-[:BY]-(:Event {id: 'a', at: 1})-[:TO]->(one), (bo)<-[:BY]-(:Event {id: 'b', at: 1})-[:TO]->(two),
        (one)<-[:TO]-(:Event {id: 'ab', at: 1})-[:TO]->(two)
      WITH bo, one, two UNWIND range(1, ${BUSY / 2}) AS n
      CREATE (:Event {id: 'n' + n, at: n})-[:TO]->(one), (:Event {id: 'm' + n, at: n})-[:TO]->(two)`);
    const passed = async (most: number) =>
      (await between(db, user('ana'), user('bo'), most)).paths.map(({ steps }) => [steps[2]?.key, steps[4]?.key]);
    expect(await passed(3)).toEqual([['one', 'two']]);
    await db.run(
      statement(`MATCH (bo:User {id: 'bo'}) MATCH (one:App {id: 'one'}) CREATE (s:Session {id: 's'}),
        (bo)<-[:BY]-(:Event {id: 'x', at: 2})-[:FROM]->(s), (one)<-[:TO]-(:Event {id: 'y', at: 2})-[:FROM]->(s)`),
      {},
    );
    expect(await passed(1)).toEqual([['one', 's']]);
    expect(await passed(3)).toEqual([
      ['one', 's'],
      ['one', 'two'],
    ]);
  });

  it('come upon what very much touches from both sides, also where it is tied only to what is read last', async () => {
    const db = await given(`CREATE (hub:App {id: 'mail'}), (ana:User {id: 'ana'}), (bo:User {id: 'bo'}), (s:Session {id: 's'}),
        (ana)<-[:BY]-(:Event {id: 'a', at: 1})-[:FROM]->(s), (s)<-[:FROM]-(:Event {id: 'b', at: 2})-[:TO]->(hub),
        (hub)<-[:TO]-(:Event {id: 'c', at: 3})-[:BY]->(bo)
      WITH hub UNWIND range(1, ${BUSY}) AS n CREATE (:Event {id: 'n' + n, at: n})-[:TO]->(hub)`);
    const { paths: found } = await between(db, user('ana'), user('bo'));
    expect(found.map(({ isVague, steps }) => [isVague, ...steps.map(({ key }) => key)])).toEqual([
      [true, 'ana', 'a', 's', 'b', 'mail', 'c', 'bo'],
    ]);
    expect((await between(db, user('ana'), user('bo'), 3, 5)).paths).toEqual([]);
  });

  it('of what is not there are none, and say which end is missing', async () => {
    const db = await given(signIns('ana@192.0.2.1'));
    expect(await between(db, user('nobody'), ip('192.0.2.1'))).toEqual({
      from: undefined,
      to: { label: 'IP', key: '192.0.2.1', title: '192.0.2.1' },
      paths: [],
      isCut: false,
    });
    expect(await between(db, user('ana'), { label: 'Finding', key: 'none' })).toMatchObject({ to: undefined, paths: [] });
    expect(await between(db, user('ana'), user('ana'))).toMatchObject({ from: { key: 'ana' }, paths: [] });
  });

  it('between two that are touched all day are found within seconds', async () => {
    const db = await given(`
      CREATE (ana:User {id: 'ana'}), (bo:User {id: 'bo'})
      WITH ana, bo UNWIND range(1, 300) AS n CREATE (i:IP {address: 'ip' + n})
      WITH ana, bo, collect(i) AS places UNWIND range(1, 20000) AS n
      WITH ana, bo, places, n, CASE n % 2 WHEN 0 THEN ana ELSE bo END AS who, places[n % 300] AS place
      CREATE (e:Event {id: 'e' + n, at: n})-[:BY]->(who), (e)-[:FROM]->(place)`);
    await db.run(
      statement(`MATCH (a:User {id: 'ana'}), (b:User {id: 'bo'}) CREATE (a)<-[:BY]-(:Event {id: 'x', at: 1})-[:FROM]->(s:Session {id: 's'}),
                 (b)<-[:BY]-(:Event {id: 'y', at: 2})-[:FROM]->(s)`),
      {},
    );
    const before = performance.now();
    const found = await between(db, user('ana'), user('bo'));
    expect(performance.now() - before).toBeLessThan(15_000);
    expect(lines(found)).toEqual(['User ana <BY- Event x -FROM> Session s <FROM- Event y -BY> User bo']);
  });
});
