// What people said before a run, and what the run makes of it.

import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as actions from '../../src/graph/actions.ts';
import * as events from '../../src/graph/events.ts';
import * as findings from '../../src/graph/findings.ts';
import type { Graph } from '../../src/graph/graph.ts';
import * as incidents from '../../src/graph/incidents.ts';
import * as killSwitch from '../../src/graph/kill-switch.ts';
import * as mutes from '../../src/graph/mutes.ts';
import type { Bench } from '../../src/jobs/job.ts';
import { run } from '../../src/jobs/pipeline.ts';
import { createLog } from '../../src/log.ts';
import { days, hours } from '../../src/model/time.ts';
import { sighting } from '../cypher/world.ts';
import { ana, bo, mailboxRule, noon } from '../support/events.ts';
import { graph } from '../support/neo4j.ts';

// Whole runs, several each.
vi.setConfig({ testTimeout: 120_000 });

let db: Graph;
const benchOn = (mode: Bench['mode'] = 'confirm'): Bench => ({
  ...{ graph: db, log: createLog('silent'), homeDomains: ['contoso.test'], mode, clock: () => noon + days(9) },
});

/** A rule nobody should have, of Ana's at noon and of Bo's a day later. */
const hidden = (who: string, at: number) =>
  sighting(
    mailboxRule({
      id: `of ${who}`,
      at,
      actor: who,
      mailbox: who,
      rule: `${who}\\r`,
      name: '.',
      deletes: true,
      movesTo: 'Archive',
    }),
  );
beforeEach(async () => {
  db = await graph();
  await events.save(db, [hidden(ana, noon), hidden(bo, noon + days(1))], noon + days(2));
});

const detection = 'obfuscated-rule-name';
const word = { by: 'cy', at: noon + days(9), reason: 'a test' };
const mute = (from: number, until: number) => mutes.add(db, { detection, from, until, ...word });
const told = async () => {
  await run(benchOn());
  const all = (await findings.standing(db)).filter((finding) => finding.detection === detection);
  return all.map(({ at, incident }) => [at, incident === undefined ? 'in none' : 'in one']);
};

describe('what a muted detection finds', () => {
  const [first, second] = [noon, noon + days(1)];

  it('is found and listed, and in no incident, for as long as it is muted', async () => {
    expect(await told()).toEqual([
      [first, 'in one'],
      [second, 'in one'],
    ]);
    const before = await incidents.standing(db, true);

    await mute(noon - hours(1), noon + hours(1));
    expect(await told()).toEqual([
      [first, 'in none'],
      [second, 'in one'],
    ]);
    await mute(noon, noon + days(2));
    expect(await told()).toEqual([
      [first, 'in none'],
      [second, 'in none'],
    ]);

    await mutes.end(db, detection, 0, word);
    expect(await told()).toEqual([
      [first, 'in one'],
      [second, 'in one'],
    ]);
    // Only that it changed, and changed back, is new.
    const strip = (all: typeof before) => all.map((one) => ({ ...one, changedAt: 0 }));
    expect(strip(await incidents.standing(db, true))).toEqual(strip(before));
  });

  it('is the same whether it was muted before or after it was found', async () => {
    await mute(noon, noon + 1);
    const early = await told();
    await mutes.end(db, detection, 0, word);
    await told();
    await mute(noon, noon + 1);
    expect(await told()).toEqual(early);
    expect(early).toEqual([
      [first, 'in none'],
      [second, 'in one'],
    ]);
  });

  it('counts when only another detection is muted', async () => {
    await mutes.add(db, { detection: 'mfa-fatigue', from: noon - days(1), until: noon + days(2), ...word });
    expect((await told()).map(([, where]) => where)).toEqual(['in one', 'in one']);
  });
});

describe('what is proposed', () => {
  const more = (who: string) =>
    mailboxRule({
      id: `more of ${who}`,
      at: noon + days(2),
      actor: who,
      mailbox: who,
      rule: `${who}\\..`,
      name: '..',
      deletes: true,
    });
  beforeEach(() =>
    events.save(db, [sighting(more(ana), { names: [[ana, 'contoso\\ana glass']] }), sighting(more(bo))], noon + days(3)),
  );

  it('while the kill switch is on waits for a person, also where the machine may act alone', async () => {
    await killSwitch.set(db, true, word, word.reason);
    await run(benchOn('autonomous'));
    const modes = new Set((await actions.all(db)).map(({ mode, status }) => `${mode} ${status}`));
    expect(modes).toEqual(new Set(['confirm proposed']));
  });

  it('is never against an account that is not to be touched, nor its rules, whichever of its names says so', async () => {
    await run({ ...benchOn(), breakGlass: ['contoso\\ana glass'] });
    const owners = new Set((await actions.all(db)).map(({ target }) => target.key.split('\\')[0]));
    expect(owners).toEqual(new Set([bo]));
  });
});
