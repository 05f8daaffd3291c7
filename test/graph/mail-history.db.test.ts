// What the graph knows as of a message, held against what a memory of all the same mail knows.

import { expect, it } from 'vitest';
import * as events from '../../src/graph/events.ts';
import * as findings from '../../src/graph/findings.ts';
import type { Graph } from '../../src/graph/graph.ts';
import * as habits from '../../src/graph/habits.ts';
import * as mailHistory from '../../src/graph/mail-history.ts';
import { historyOf } from '../../src/mail/history-of.ts';
import type { History } from '../../src/mail/history.ts';
import { noMail, remember } from '../../src/mail/memory.ts';
import type { Message } from '../../src/mail/message.ts';
import { nearbyOf } from '../../src/mail/nearby.ts';
import { protectedOf } from '../../src/mail/people.ts';
import { inOrder } from '../../src/model/event.ts';
import type { Event, Mail } from '../../src/model/event.ts';
import { dayOf, days, hours } from '../../src/model/time.ts';
import { finding, sighting } from '../cypher/world.ts';
import { mail, noon, roleChange, signIn } from '../support/events.ts';
import { letter, zoe } from '../support/letters.ts';
import { graph } from '../support/neo4j.ts';

const people = ['ana.abel', 'bo.berg', 'cy.cole', 'di.dahl', 'ed.eck'].map((name) => `${name}@contoso.test`);
const [ana = '', bo = '', cy = ''] = people;
const partners = [zoe, 'mo@fabrikam.test', 'sales@tailspin.test', 'news@wingtip.test'];

/** Two months of mail among a few people and partners, the same every time. */
function life(): Mail[] {
  const mails: Mail[] = [];
  const everybody = [...people, ...partners];
  for (let day = 60; day >= 0; day -= 1)
    for (let n = 0; n < 4; n += 1) {
      const [a, b, c] = [(day * 7 + n * 3) % everybody.length, (day * 5 + n) % everybody.length, (day + n * 2) % people.length];
      const [from = '', to = '', copy = ''] = [everybody[a], everybody[b], people[c]];
      if (partners.includes(from) && partners.includes(to)) continue;
      mails.push(
        mail({
          ...{
            id: `email:${day}-${n}`,
            at: noon - days(day) - hours(n) - 1,
            message: `${day}-${n}@mail.test`,
            sender: from,
            direction: 'unknown',
          },
          recipients: [...new Set([to, copy])].filter((it) => it !== from).sort(),
          urls: (day + n) % 6 === 0 ? [`https://www.tailspin.test/${day}`, 'https://docs.wingtip.test/a'] : [],
          delivery: n === 3 && day % 9 === 0 ? 'quarantined' : 'delivered',
        }),
      );
    }
  return mails;
}

const findingsNear = [
  finding('rule', {
    at: noon - days(3),
    severity: 'high',
    detection: 'rule-moves-or-deletes',
    about: [{ label: 'User', key: ana, role: 'actor' }],
  }),
  finding('old', { at: noon - days(20), severity: 'high', about: [{ label: 'User', key: ana, role: 'actor' }] }),
  finding('place', { at: noon - days(1), about: [{ label: 'Domain', key: 'tailspin.test', role: 'place' }] }),
  finding('other', { at: noon - days(1), about: [{ label: 'User', key: 'ed.eck@contoso.test', role: 'actor' }] }),
];

const roles = [
  roleChange({ id: 'r1', at: noon - days(30), change: 'granted', role: 'Global Administrator', target: bo }),
  roleChange({ id: 'r2', at: noon - days(9), change: 'granted', role: 'Exchange Administrator', target: cy }),
  roleChange({ id: 'r3', at: noon - days(8), change: 'removed', role: 'Exchange Administrator', target: cy }),
];

async function seeded(mails: readonly Mail[]): Promise<Graph> {
  const db = await graph();
  const signedIn: Event[] = people.map((actor, n) => signIn({ id: `s${n}`, actor, at: noon - days(2) }));
  await events.save(
    db,
    [...mails, ...roles, ...signedIn].map((event) => sighting(event)),
    noon,
  );
  const lived = {
    dimension: 'zone' as const,
    value: 'Europe/Madrid',
    days: [dayOf(noon) - 3],
    counts: [5],
    firstAt: 1,
    lastAt: 2,
  };
  await habits.save(db, [{ person: ana, ...lived }]);
  await findings.save(db, findingsNear);
  return db;
}

/** As it is told, with what is asked of it answered. */
const plain = ({ thread, linkedBefore, known, homeDomains, ...rest }: History, ids: readonly string[]) => ({
  ...rest,
  home: [...homeDomains],
  known: [...known.domains].sort(),
  threads: ids.map((id) => thread(id)?.toSorted()),
  linked: ['tailspin.test', 'wingtip.test', 'fabrikam.test'].map(linkedBefore),
});

const asked: readonly (readonly [string, Message])[] = [
  [
    'a partner who has written often',
    letter({ from: zoe, to: [ana, bo], headers: [['References', '<3-1@mail.test> <none@mail.test>']] }),
  ],
  ['a stranger', letter({ from: 'x@fabrikarn.test', to: people, replyTo: [zoe] })],
  ['one of ours', letter({ from: bo, to: [ana, 'mo@fabrikam.test'] })],
  ['a message that is there already', letter({ from: zoe, to: [ana], id: '0-0@mail.test' })],
];

it('is what a memory of the same mail knows', { timeout: 240_000 }, async () => {
  const mails = life();
  const db = await seeded(mails);
  const memory = noMail(['contoso.test']);
  for (const one of mails.toSorted(inOrder)) remember(memory, one);
  const leadsTo = ['tailspin.test', 'wingtip.test'];

  for (const [says, message] of asked) {
    const expected = historyOf(memory, message, noon, {
      protected: protectedOf({ homeDomains: memory.homeDomains, addresses: people, roles }),
      findings: nearbyOf(findingsNear, { message, asOf: noon, leadsTo }),
      zoneOf: (it) => (it === ana ? 'Europe/Madrid' : undefined),
    });
    const found = await mailHistory.before(db, { message, asOf: noon, leadsTo, homeDomains: ['contoso.test'] });

    const ids = ['3-1@mail.test', 'none@mail.test', message.id];
    expect(plain(found, ids), says).toEqual(plain(expected, ids));
  }
});

it('is a stranger’s where nothing is known', async () => {
  const history = await mailHistory.before(await graph(), {
    message: letter(),
    asOf: noon,
    leadsTo: [],
    homeDomains: ['contoso.test'],
  });
  expect(history).toMatchObject({ isKnown: true, protected: [], findings: [], sender: { messages: 0, days: 0 } });
});

it('does not read what came later', async () => {
  const later = mail({ id: 'email:later', at: noon + 1, message: 'later@mail.test', sender: zoe, recipients: [ana] });
  const history = await mailHistory.before(await seeded([later]), {
    message: letter(),
    asOf: noon,
    leadsTo: [],
    homeDomains: ['contoso.test'],
  });
  expect([history.sender?.messages, history.thread('later@mail.test')]).toEqual([0, undefined]);
});
