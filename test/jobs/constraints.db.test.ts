// What analysts said of which findings belong together, and what runs of the pipeline make of it.

import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as audit from '../../src/graph/audit.ts';
import * as constraints from '../../src/graph/constraints.ts';
import { digest } from '../../src/graph/digest.ts';
import * as events from '../../src/graph/events.ts';
import * as findings from '../../src/graph/findings.ts';
import type { Graph } from '../../src/graph/graph.ts';
import * as incidents from '../../src/graph/incidents.ts';
import * as mutes from '../../src/graph/mutes.ts';
import type { Bench } from '../../src/jobs/job.ts';
import { run } from '../../src/jobs/pipeline.ts';
import { createLog } from '../../src/log.ts';
import { days, hours } from '../../src/model/time.ts';
import { cut, mergeOf, pin, splitOf } from '../../src/respond/constraints.ts';
import type { Saying } from '../../src/respond/constraints.ts';
import { assign } from '../../src/respond/handling.ts';
import { sighting } from '../cypher/world.ts';
import { ana, bo, mailboxRule, noon } from '../support/events.ts';
import { graph, statement } from '../support/neo4j.ts';

// Whole runs, several each.
vi.setConfig({ testTimeout: 240_000 });

let db: Graph;
const runs = () =>
  run({
    graph: db,
    log: createLog('silent'),
    homeDomains: ['contoso.test'],
    mode: 'confirm',
    clock: () => noon + days(9),
  } satisfies Bench);

/** Rules nobody should have: two of Ana's within the hour, one of Bo's, made somewhere else five days later. */
const hidden = (who: string, name: string, at: number, address: string) =>
  sighting(
    mailboxRule({
      ...{ id: `${name} of ${who}`, at, actor: who, address, mailbox: who },
      ...{ rule: `${who}\\${name}`, name, deletes: true, movesTo: 'Archive' },
    }),
  );
const records = [
  hidden(ana, '.', noon, '192.0.2.10'),
  hidden(ana, '..', noon + hours(1), '192.0.2.10'),
  hidden(bo, ',', noon + days(5), '198.51.100.77'),
];

const word = { by: 'cy', at: noon + days(9), reason: 'a test', asOf: noon + days(5) };
const say = (saying: Saying) => constraints.say(db, { saying, what: 'a test', details: '', incident: undefined }, word);
const undo = (saying: Saying) => constraints.undo(db, saying.id, { by: 'di', at: word.at }, 'a test', undefined);

/** The incidents after a run, each by the times of what it holds. */
async function told() {
  await runs();
  const at = new Map((await findings.standing(db)).map((one) => [one.id, one.at]));
  const all = await incidents.standing(db, true);
  return all.map((one) => one.findings.map((id) => hoursOf(at.get(id) ?? 0))).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}
const hoursOf = (at: number): number => (at - noon) / hours(1);

const asJudged = [[0, 1], [120]];
let first: string, second: string, third: string;
beforeEach(async () => {
  db = await graph();
  await events.save(db, records, noon + days(6));
  expect(await told()).toEqual(asJudged);
  const [a = '', b = '', c = ''] = (await findings.standing(db)).map(({ id }) => id);
  [first, second, third] = [a, b, c];
});

describe('a run after an analyst spoke', () => {
  it('joins what was pinned, parts it when that is undone, and has nothing to do when nothing was said', async () => {
    const before = await digest(db);
    await say(pin([first, third]));
    expect(await told()).toEqual([[0, 1, 120]]);
    const joined = await digest(db);
    expect(joined).not.toBe(before);
    const changedAt = (await incidents.standing(db, true)).map((one) => one.changedAt);
    await runs();
    expect((await incidents.standing(db, true)).map((one) => one.changedAt)).toEqual(changedAt);

    await undo(pin([first, third]));
    expect(await told()).toEqual(asJudged);
    expect(await digest(db)).toBe(before);
  });

  it('parts what was cut, and joins it when that is undone', async () => {
    await say(cut([first], [second]));
    expect(await told()).toEqual([[0], [1], [120]]);
    await undo(cut([first], [second]));
    expect(await told()).toEqual(asJudged);
  });

  it('merges and splits, with what people made of each, and comes out the same from nothing', async () => {
    const [one, other] = (await incidents.standing(db, true)).sort((a, b) => a.firstAt - b.firstAt);
    if (one === undefined || other === undefined) throw new Error('there are two incidents');
    await incidents.handle(db, other.id, { by: 'bo', at: 1 }, (it) => assign(it, 'bo'));
    await incidents.addNote(db, other.id, { by: 'bo', at: 1 }, { key: '', text: 'mine' });
    const merge = mergeOf([one, other]);
    await say(merge);
    expect(await told()).toEqual([[0, 1, 120]]);
    expect(await incidents.byId(db, other.id)).toMatchObject({ id: one.id, status: 'inProgress', owner: 'bo' });
    expect((await incidents.notes(db, [one.id])).get(one.id)).toMatchObject([{ text: 'mine' }]);

    const split = splitOf([first, second, third], [first], await constraints.standing(db));
    if ('refusal' in split) throw new Error(split.refusal);
    expect(await say(split)).toMatchObject({ refusal: expect.stringMatching(/pinned together by cy/) as string });
    await undo(merge);
    await say(split);
    expect(await told()).toEqual([[0], [1], [120]]);
    const handled = await incidents.standing(db, true);
    expect(handled.map(({ status, owner }) => [status, owner])).toEqual(handled.map(() => ['inProgress', 'bo']));
    expect(await audit.verified(db)).toMatchObject({ intact: true });

    const parted = await digest(db);
    await db.run(statement('MATCH (n) WHERE n:Finding OR n:Incident OR (n:Meta AND n.name = "pipeline") DETACH DELETE n'), {});
    expect(await told()).toEqual([[0], [1], [120]]);
    expect(await digest(db)).toBe(parted);
    const shown = await constraints.ofIncidents(
      db,
      (await incidents.standing(db, true)).map(({ id }) => id),
    );
    expect([...shown.values()].filter((all) => all.some(({ id }) => id === split.id))).toHaveLength(3);
  });

  it('leaves a muted finding out, whatever it was pinned to, and has it back with its pin', async () => {
    await say(pin([first, third]));
    await mutes.add(db, { detection: 'obfuscated-rule-name', from: noon, until: noon + 1, ...word });
    expect(await told()).toEqual([[1], [120]]);
    await mutes.end(db, 'obfuscated-rule-name', 0, word);
    expect(await told()).toEqual([[0, 1, 120]]);
  });
});
