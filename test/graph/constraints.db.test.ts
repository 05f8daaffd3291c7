// What people said of which findings belong together outlives what is said of the findings; and what they made of
// incidents outlives merges and splits.

import { beforeEach, describe, expect, it } from 'vitest';
import * as audit from '../../src/graph/audit.ts';
import * as constraints from '../../src/graph/constraints.ts';
import * as findings from '../../src/graph/findings.ts';
import type { Graph } from '../../src/graph/graph.ts';
import * as incidents from '../../src/graph/incidents.ts';
import { cut, MOST_CONSTRAINTS, pin } from '../../src/respond/constraints.ts';
import type { Saying } from '../../src/respond/constraints.ts';
import { assign, close } from '../../src/respond/handling.ts';
import { finding, incident } from '../cypher/world.ts';
import { graph, statement } from '../support/neo4j.ts';

const ids = ['f1', 'f2', 'f3', 'f4', 'f5'];
const stand = (...given: string[]) =>
  findings.save(
    db,
    given.map((id) => finding(id)),
  );

let db: Graph;
beforeEach(async () => {
  db = await graph();
  await stand(...ids);
});

const word = (by: string) => ({ by, at: Date.UTC(2026, 2, 4), reason: 'a test', asOf: 5 });
const say = (saying: Saying, by = 'bo') =>
  constraints.say(db, { saying, what: 'findings cut', details: 'f1 and f2', incident: undefined }, word(by));
const entries = async () =>
  (await audit.page(db, Number.MAX_SAFE_INTEGER, 50)).map(({ who, what, details }) => [who, what, details]);
const tied = () =>
  db.run(statement('MATCH (:Constraint)-[r:CONSTRAINS]->(f) RETURN r.side AS side, f.id AS finding ORDER BY finding'), {});

describe('a constraint', () => {
  const saying = cut(['f1'], ['f2', 'f3']);

  it('is kept once, with one entry in an unbroken audit, and shows on its findings', async () => {
    const kept = await say(saying);
    expect(await say(cut(['f3', 'f2'], ['f1']), 'cy')).toEqual(kept);
    expect(await constraints.standing(db)).toEqual([{ ...saying, ...word('bo') }]);
    expect(await entries()).toEqual([['bo', 'findings cut', 'f1 and f2: a test']]);
    expect(await audit.verified(db)).toEqual({ intact: true, entries: 1 });
    expect(await tied()).toEqual([
      { side: 'from', finding: 'f1' },
      { side: 'to', finding: 'f2' },
      { side: 'to', finding: 'f3' },
    ]);
  });

  it('that contradicts another changes nothing, and is told whose word stands', async () => {
    await say(saying);
    const refused = await say(pin(['f1', 'f3']), 'cy');
    expect(refused).toEqual({
      refusal: `f1 and f3 are kept apart by bo since 2026-03-04T00:00:00.000Z (undoConstraint takes ${saying.id} back)`,
    });
    expect([await constraints.standing(db), await entries()].map((all) => all.length)).toEqual([1, 1]);
  });

  it('contradicted by another in the same moment stands alone', async () => {
    const both = await Promise.all([say(saying), say(pin(['f1', 'f2']))]);
    expect(both.filter((one) => 'refusal' in one)).toHaveLength(1);
    expect(await constraints.standing(db)).toHaveLength(1);
  });

  it('holds no more once it was undone, stays, and can be said again', async () => {
    await say(saying);
    const undo = (by: string, reason: string) => constraints.undo(db, saying.id, { by, at: 9 }, reason, undefined);
    const undone = await undo('cy', 'they are one');
    expect(undone).toMatchObject({ by: 'bo', undoneBy: 'cy', undoneAt: 9, undoneReason: 'they are one' });
    expect(await undo('di', 'no')).toEqual(undone);
    expect(await constraints.standing(db)).toEqual([]);
    expect(await say(pin(['f1', 'f2']))).not.toHaveProperty('refusal');
    await constraints.undo(db, pin(['f1', 'f2']).id, { by: 'cy', at: 9 }, 'no', undefined);

    expect(await say(saying, 'di')).toMatchObject({ by: 'di' });
    expect(await constraints.byId(db, saying.id)).toEqual({ ...saying, ...word('di') });
    expect(await entries()).toHaveLength(5);
    expect((await entries()).at(3)).toEqual(['cy', 'constraint undone', "a cut of bo's: they are one"]);
  });

  it('that is not there cannot be undone', async () => {
    expect(await constraints.undo(db, 'con-0', word('bo'), 'x', undefined)).toBeUndefined();
    expect(await entries()).toEqual([]);
  });

  it('outlives a finding that is withdrawn, and finds it when it stands again', async () => {
    await say(saying);
    await stand('f1', 'f3');
    await constraints.retie(db);
    expect(await tied()).toHaveLength(2);
    expect(await constraints.standing(db)).toMatchObject([saying]);
    await stand(...ids);
    await constraints.retie(db);
    expect(await tied()).toHaveLength(3);
  });

  it('shows on the incidents that hold what it names, and on no other', async () => {
    await incidents.save(db, [incident('i', ['f1', 'f4']), incident('j', ['f5'])]);
    const before = await incidents.byId(db, 'i');
    await say(saying);
    const shown = await constraints.ofIncidents(db, ['i', 'j']);
    expect([shown.get('i'), shown.get('j')]).toEqual([[{ ...saying, ...word('bo') }], []]);
    expect((await incidents.byId(db, 'i'))?.changedAt).toBeGreaterThan(before?.changedAt ?? 0);
  });

  it('is one of so many at most', async () => {
    await db.run(
      statement(`UNWIND range(1, ${MOST_CONSTRAINTS}) AS n
        CREATE (:Constraint {id: 'c' + n, kind: 'pin', from: ['a' + n], to: ['b' + n], by: 'bo', at: n, asOf: 1, reason: 'x'})`),
      {},
    );
    expect(await say(saying)).toHaveProperty('refusal');
    await constraints.undo(db, 'c1', { by: 'bo', at: 1 }, 'x', undefined);
    expect(await say(saying)).not.toHaveProperty('refusal');
  });
});

describe('what people made of an incident', () => {
  const give = (id: string, owner: string) => incidents.handle(db, id, { by: owner, at: 1 }, (it) => assign(it, owner));
  const judge = (id: string, by: string) =>
    incidents.handle(db, id, { by, at: 2 }, (it) => close(it, { verdict: 'falsePositive', by, at: 2 }));
  const note = (id: string, text: string) => incidents.addNote(db, id, { by: 'bo', at: 1 }, { key: text, text });
  const left = async (id: string) => {
    const { status, owner, verdict } = (await incidents.byId(db, id)) ?? {};
    return { status, owner, verdict };
  };
  const bySkein = async () => (await entries()).filter(([who]) => who === 'skein');
  const apart = () => incidents.save(db, [incident('a', ['f1', 'f2']), incident('b', ['f3'])]);
  const together = () => incidents.save(db, [incident('a', ['f1', 'f2', 'f3'])]);

  it('is open when an open one takes up a closed one, and both names and both notes are there', async () => {
    await apart();
    await give('a', 'bo');
    await judge('b', 'cy');
    for (const id of ['a', 'b']) await note(id, `on ${id}`);
    await together();
    expect(await left('b')).toEqual({ status: 'inProgress', owner: 'bo', verdict: undefined });
    expect(await incidents.rulings(db)).toMatchObject([{ verdict: 'falsePositive', findings: ['f3'] }]);
    expect((await incidents.notes(db, ['a'])).get('a')).toHaveLength(2);
    const told = [
      'skein',
      'incident merged',
      "was in progress, bo's; took up b (closed, judged falsePositive by cy); is in progress, bo's",
    ];
    expect(await bySkein()).toEqual([told]);
    expect((await incidents.handled(db, ['a'])).get('a')?.map(({ what }) => what)).toEqual([
      ...['incident assigned', 'incident closed', 'note added', 'note added', 'incident merged'],
    ]);
    expect(await audit.verified(db)).toMatchObject({ intact: true });
  });

  it('is opened again where a closed one takes up what waits, and its verdict stays on what it was on', async () => {
    await apart();
    await judge('a', 'bo');
    await give('b', 'cy');
    await together();
    expect(await left('a')).toEqual({ status: 'inProgress', owner: 'cy', verdict: 'falsePositive' });
    expect(await incidents.rulings(db)).toMatchObject([{ verdict: 'falsePositive', findings: ['f1', 'f2'] }]);
  });

  it('is told nobody where nobody made anything of it', async () => {
    await apart();
    await together();
    expect(await left('a')).toMatchObject({ status: 'open' });
    expect(await entries()).toEqual([]);
  });

  it('comes back when what was merged comes apart again', async () => {
    await apart();
    await give('a', 'bo');
    await give('b', 'cy');
    await note('b', 'mine');
    await together();
    await apart();
    expect(await left('a')).toMatchObject({ status: 'inProgress', owner: 'bo' });
    expect(await left('b')).toMatchObject({ status: 'inProgress', owner: 'cy' });
    expect((await incidents.notes(db, ['b'])).get('b')).toMatchObject([{ text: 'mine' }]);
  });

  it('goes with both sides of a split', async () => {
    await together();
    await give('a', 'bo');
    await incidents.save(db, [incident('a', ['f1']), incident('x', ['f2', 'f3'])]);
    for (const id of ['a', 'x']) expect(await left(id)).toMatchObject({ status: 'inProgress', owner: 'bo' });
    expect(await bySkein()).toEqual([['skein', 'incident split off', "came of a (in progress, bo's); is in progress, bo's"]]);
  });

  it('goes with a split as a verdict on each side’s own findings, and is taken back on each side by itself', async () => {
    await together();
    await judge('a', 'bo');
    await incidents.save(db, [incident('a', ['f1']), incident('x', ['f2']), incident('y', ['f3', 'f4'])]);
    expect(await left('x')).toMatchObject({ status: 'closed', verdict: 'falsePositive' });
    expect(await left('y')).toMatchObject({ status: 'open', verdict: undefined });
    expect(await incidents.rulings(db)).toMatchObject([{ findings: ['f1', 'f2', 'f3'] }, { findings: ['f2'] }]);
  });

  it('goes with an id that changes, and only the new one can take it back', async () => {
    await apart();
    await judge('b', 'cy');
    await incidents.save(db, [incident('a', ['f1', 'f2']), incident('x', ['f3', 'f4'])]);
    expect(await left('b')).toMatchObject({ status: 'closed', verdict: 'falsePositive' });
    expect(await incidents.rulings(db)).toMatchObject([{ findings: ['f3'] }]);
    const told = ['skein', 'incident continued', 'was b (closed, judged falsePositive by cy); is closed'];
    expect(await bySkein()).toEqual([told]);
  });
});
