import { beforeEach, describe, expect, it } from 'vitest';
import { digest } from '../../src/graph/digest.ts';
import * as events from '../../src/graph/events.ts';
import type { Sighting } from '../../src/graph/events.ts';
import * as findings from '../../src/graph/findings.ts';
import type { Graph } from '../../src/graph/graph.ts';
import * as habits from '../../src/graph/habits.ts';
import * as identities from '../../src/graph/identities.ts';
import * as incidents from '../../src/graph/incidents.ts';
import type { Habit } from '../../src/learn/habits.ts';
import { action, finding, incident, link, sighting } from '../cypher/world.ts';
import { ana, abroad, mailboxRule, noon, other, signIn } from '../support/events.ts';
import { graph } from '../support/neo4j.ts';
import * as actions from '../../src/graph/actions.ts';
import * as notes from '../../src/graph/notes.ts';

const sid = 's-1-5-21-1-2-3-1001';
const arrived: readonly Sighting[] = [
  sighting(signIn({ id: 's:1', actor: ana }), { names: [[ana, sid]] }),
  sighting(signIn({ id: 's:2', actor: sid, ...abroad, at: noon + 5 })),
  sighting(mailboxRule({ id: 's:3', name: '.' })),
  sighting(other({ id: 'other:#1', at: 0, record: 'a.jsonl:1' })),
];
const habit: Habit = { person: ana, dimension: 'country', value: 'AU', days: [1], counts: [2], firstAt: 5, lastAt: 9 };
const found = [finding('f1', { because: ['s:2'] }), finding('f2', { because: ['s:3'] })];
const [f1, f2] = found as [(typeof found)[number], (typeof found)[number]];

/** Everything that is known, as one may change it. */
const known = {
  arrived,
  habits: [habit, { ...habit, dimension: 'address', value: '192.0.2.10' }] as readonly Habit[],
  findings: found as readonly (typeof f1)[],
  links: [link('f1', 'f2'), link('f1', 'f2', { because: 'x' })],
  incidents: [incident('i1', ['f1', 'f2']), incident('i2', ['f2'])],
};

async function keep(db: Graph, it: typeof known, at = 1): Promise<void> {
  for (const [index, one] of it.arrived.entries()) await events.save(db, [one], at + index);
  await identities.settle(db);
  await habits.save(db, it.habits);
  await findings.save(db, it.findings);
  await findings.saveLinks(db, it.links);
  await incidents.save(db, it.incidents);
}

let db: Graph;
let hash: string;
beforeEach(async () => {
  db = await graph();
  await keep(db, known);
  hash = await digest(db);
});

it('is 64 hexadecimal characters, each time the same', async () => {
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(await digest(db)).toBe(hash);
  const empty = await digest(await graph());
  expect(empty).not.toBe(hash);
  expect(await digest(await graph())).toBe(empty);
});

describe('is the same', () => {
  it('when the same comes again', async () => {
    await keep(db, known, 9_000);
    expect(await digest(db)).toBe(hash);
  });

  it('when it comes in another order, at other times, from other files', async () => {
    db = await graph();
    const backwards = Object.fromEntries(Object.entries(known).map(([name, all]) => [name, [...all].reverse()]));
    const elsewhere = [...arrived].reverse().map((one) => ({ ...one, file: 'z.jsonl', line: 77 }));
    await keep(db, { ...known, ...backwards, arrived: elsewhere }, 500);
    expect(await digest(db)).toBe(hash);
  });

  it('when the versions of one record come in another order', async () => {
    const versions = [
      sighting(signIn({ id: 's:9', actor: ana, country: 'NZ' }), { generatedAt: 1, names: [[ana, 's-1-5-21-7']] }),
      sighting(signIn({ id: 's:9', actor: ana, country: 'FJ' }), { generatedAt: 2, names: [[ana, 's-1-5-21-8']] }),
    ];
    await keep(db, { ...known, arrived: [...arrived, ...versions] });
    const forwards = await digest(db);
    db = await graph();
    await keep(db, { ...known, arrived: [...versions.reverse(), ...arrived] });
    expect(await digest(db)).toBe(forwards);
  });

  it('whatever was proposed, decided, noted, or how an incident was named', async () => {
    await actions.propose(db, [action('a')]);
    await notes.write(db, 'n', 'v');
    await incidents.save(db, [incident('i1', ['f1', 'f2'], { title: 'Otherwise', score: 99 }), incident('i2', ['f2'])]);
    expect(await digest(db)).toBe(hash);
  });
});

describe('is another', () => {
  const [first, ...others] = arrived as [Sighting, ...Sighting[]];
  const changes: Readonly<Record<string, Partial<typeof known>>> = {
    'with one more event': { arrived: [...arrived, sighting(other({ id: 'x' }))] },
    'with another content of an event': { arrived: [{ ...first, hash: 'f'.repeat(32) }, ...others] },
    'with another time of an event': { arrived: [{ ...first, event: { ...first.event, at: noon + 1 } }, ...others] },
    'with one name less': { arrived: [{ ...first, names: [] }, ...others] },
    'with a habit counted higher': { habits: [{ ...habit, counts: [3] }, ...known.habits.slice(1)] },
    'with a habit less': { habits: [habit] },
    'with a finding that says otherwise': { findings: [{ ...f1, says: 'x' }, f2] },
    'with a finding withdrawn': { findings: [f1], links: [] },
    'with a link less': { links: [link('f1', 'f2')] },
    'with a link that weighs otherwise': { links: [link('f1', 'f2', { weight: 0.2 }), link('f1', 'f2', { because: 'x' })] },
    'with an incident that holds less': { incidents: [incident('i1', ['f1']), incident('i2', ['f2'])] },
    'with an incident merged away': { incidents: [incident('i1', ['f1', 'f2'])] },
  };

  for (const [says, change] of Object.entries(changes))
    it(says, async () => {
      db = await graph();
      await keep(db, { ...known, ...change });
      expect(await digest(db)).not.toBe(hash);
    });
});
