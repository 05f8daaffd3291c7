import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { queries } from '../../src/graph/queries.gen.ts';
import type { Pair } from '../../src/model/graph.ts';
import { cases } from '../support/cases.ts';
import { graph, statement } from '../support/neo4j.ts';

/** Where a node is in the graph: there, and wherever the database put it. */
const somewhere = expect.any(String) as string;

cases(queries.events.save, {
  'says which events are new, and what is kept under each id': {
    given: "CREATE (:Event {id: 'e1', token: 'other.1', hash: 'h0', at: 1})",
    params: {
      batch: {
        writer: 't',
        token: 't.1',
        rows: [
          { id: 'e1', hash: 'h1', at: 9 },
          { id: 'e2', hash: 'h2', at: 2, words: [] },
        ],
      },
    },
    rows: [
      { id: 'e1', hash: 'h0', isNew: false, isMade: false, node: somewhere },
      { id: 'e2', hash: 'h2', isNew: true, isMade: true, node: somewhere },
    ],
    leaves: {
      asked: 'MATCH (e:Event) RETURN e.id AS id, e.at AS at, e.words AS words ORDER BY id',
      rows: [
        { id: 'e1', at: 1, words: null },
        { id: 'e2', at: 2, words: [] },
      ],
    },
  },
  'tells a writer that tries again that its event was new, and that it is made already': {
    given: "CREATE (:Event {id: 'e1', token: 't.1', hash: 'h1'})",
    params: { batch: { writer: 't', token: 't.2', rows: [{ id: 'e1', hash: 'h1' }] } },
    rows: [{ id: 'e1', hash: 'h1', isNew: true, isMade: false, node: somewhere }],
    leaves: { asked: 'MATCH (e:Event) RETURN count(e) AS n', rows: [{ n: 1 }] },
  },
});

const sentAgain = (generatedAt: number, hash: string) => ({
  given: `CREATE (e:Event {id: 'e1', hash: 'm', generatedAt: 5, at: 1, country: 'AU'})-[:BY]->(:User {id: 'ana'}),
                 (e)-[:FROM]->(:IP {address: '192.0.2.1'})`,
  params: { batch: { token: 't', rows: [{ id: 'e1', hash, generatedAt, at: 1 }] } },
});
const asNow = 'MATCH (e:Event) RETURN e.hash AS hash, e.country AS country, e.touched AS touched, COUNT { (e)-->() } AS ties';
const stays = [{ hash: 'm', country: 'AU', touched: null, ties: 2 }];
const becomes = (hash: string) => [{ hash, country: null, touched: null, ties: 0 }];

cases(queries.events.supersede, {
  'a later generation replaces all that was said, and cuts what was touched': {
    ...sentAgain(6, 'a'),
    rows: [{ id: 'e1', node: somewhere }],
    leaves: { asked: asNow, rows: becomes('a') },
  },
  'an earlier generation changes nothing': { ...sentAgain(4, 'z'), rows: [], leaves: { asked: asNow, rows: stays } },
  'of one generation the greater hash wins': {
    ...sentAgain(5, 'z'),
    rows: [{ id: 'e1', node: somewhere }],
    leaves: { asked: asNow, rows: becomes('z') },
  },
  'of one generation the smaller hash loses': { ...sentAgain(5, 'a'), rows: [], leaves: { asked: asNow, rows: stays } },
  'the same content again changes nothing': { ...sentAgain(6, 'm'), rows: [], leaves: { asked: asNow, rows: stays } },
});

const seen = (file: string, line: number) => ({
  given: "CREATE (:Event {id: 's:#h', record: 'b.jsonl:5', seenIn: 'b.jsonl', seenLine: 5})",
  params: { batch: { rows: [{ id: 's:#h', record: `${file}:${line}`, file, line }] } },
  rows: [],
});
const whereSeen = 'MATCH (e:Event) RETURN e.record AS record, e.seenLine AS line, e.touched AS touched';
const at = (record: string, line: number) => ({ asked: whereSeen, rows: [{ record, line, touched: null }] });

cases(queries.events.resighted, {
  'a smaller file name takes the record': { ...seen('a.jsonl', 9), leaves: at('a.jsonl:9', 9) },
  'a smaller line takes it, as a number and not as text': { ...seen('b.jsonl', 4), leaves: at('b.jsonl:4', 4) },
  'a greater line does not': { ...seen('b.jsonl', 10), leaves: at('b.jsonl:5', 5) },
  'the same place again changes nothing': { ...seen('b.jsonl', 5), leaves: at('b.jsonl:5', 5) },
});

/** Just these properties, in whatever order the database keeps them. */
const saying = (fields: Record<string, unknown>) =>
  expect.toSatisfy((pairs: readonly Pair[]) => isDeepStrictEqual(Object.fromEntries(pairs), fields)) as readonly Pair[];

cases(queries.events.all, {
  'gives what events say and nothing of how they arrived, in id order, a page at a time': {
    given: `CREATE (:Event {id: 'e2', at: 2, words: [], raw: '{}', token: 't', hash: 'h', seenIn: 'f', seenLine: 1, generatedAt: 0, arrivedAt: 7}),
                   (:Event {id: 'e3', at: 3}), (:Event {id: 'e1', at: 1})`,
    params: { after: 'e1', until: 9, limit: 1 },
    rows: [{ id: 'e2', fields: saying({ id: 'e2', at: 2, words: [] }) }],
  },
  'leaves out what is later, and what has no time': {
    given: "CREATE (:Event {id: 'e0', at: 0}), (:Event {id: 'e1', at: 1}), (:Event {id: 'e2', at: 2})",
    params: { after: '', until: 1, limit: 10 },
    rows: [{ id: 'e1', fields: saying({ id: 'e1', at: 1 }) }],
  },
});

cases(queries.events.intake, {
  'knows how much has arrived and the newest event': {
    given: "CREATE (:Event {id: 'e1', at: 5, arrivedAt: 100}), (:Event {id: 'e2', at: 3, arrivedAt: 120})",
    params: {},
    rows: [{ count: 2, arrivals: '220', newest: 5, ahead: 0, sane: 5 }],
  },
  'tells a replacement that arrived before the last of all': {
    given: "CREATE (:Event {id: 'e1', at: 5, arrivedAt: 110}), (:Event {id: 'e2', at: 3, arrivedAt: 120})",
    params: {},
    rows: [{ count: 2, arrivals: '230', newest: 5, ahead: 0, sane: 5 }],
  },
  'tells those dated more than a day after they arrived': {
    given: "CREATE (:Event {id: 'e1', at: 86400200, arrivedAt: 100}), (:Event {id: 'e2', at: 86400000, arrivedAt: 100})",
    params: {},
    rows: [{ count: 2, arrivals: '200', newest: 86400200, ahead: 1, sane: 86400000 }],
  },
  'of nothing knows nothing': { params: {}, rows: [{ count: 0, arrivals: '0', newest: null, ahead: 0, sane: null }] },
});

cases(queries.events.tie, {
  'of nothing there is none': { params: { batch: { events: [], entities: [], ties: [] } }, rows: [] },
});

describe('events/tie', () => {
  it('ties each event to each entity by the relationship it is told', async () => {
    const db = await graph();
    const made = await db.run(
      statement<{ node: string }>(
        `CREATE (a:Event {id: 'a'}), (b:Event {id: 'b'}), (ip:IP {address: '192.0.2.1'}), (u:User {id: 'ana'})
         WITH [a, b, ip, u] AS nodes
         UNWIND nodes AS node
         RETURN elementId(node) AS node`,
      ),
      {},
    );
    const [a = '', b = '', ip = '', ana = ''] = made.map(({ node }) => node);
    const ties = [
      ['FROM', 0, [0]],
      ['ON', 0, [1]],
      ['TO', 0, [1]],
      ['BY', 1, [0, 1]],
    ];
    await db.run(queries.events.tie, { batch: { events: [a, b], entities: [ip, ana], ties } });
    expect(
      await db.run(
        statement(
          'MATCH (e:Event)-[t]->(n) RETURN e.id AS event, type(t) AS type, coalesce(n.id, n.address) AS key ORDER BY event, type',
        ),
        {},
      ),
    ).toEqual([
      { event: 'a', type: 'BY', key: 'ana' },
      { event: 'a', type: 'FROM', key: '192.0.2.1' },
      { event: 'b', type: 'BY', key: 'ana' },
      { event: 'b', type: 'ON', key: '192.0.2.1' },
      { event: 'b', type: 'TO', key: '192.0.2.1' },
    ]);
  });
});

cases(queries.events.placeCountries, {
  'an address is in the country the record says, once': {
    given: "CREATE (:IP {address: '192.0.2.1'})-[:IN]->(:Country {code: 'AU'})",
    params: {
      batch: {
        rows: [
          { address: '192.0.2.1', country: 'AU' },
          { address: '192.0.2.2', country: 'AU' },
        ],
      },
    },
    rows: [],
    leaves: {
      asked:
        'MATCH (ip:IP)-[r:IN]->(c:Country) RETURN ip.address AS address, c.code AS country, count(r) AS ties ORDER BY address',
      rows: [
        { address: '192.0.2.1', country: 'AU', ties: 1 },
        { address: '192.0.2.2', country: 'AU', ties: 1 },
      ],
    },
  },
});

cases(queries.events.placeNetworks, {
  'an address is in the network the record says, once': {
    given: "CREATE (:IP {address: '192.0.2.1'})-[:IN]->(:Asn {number: 64500})",
    params: {
      batch: {
        rows: [
          { address: '192.0.2.1', asn: 64500 },
          { address: '192.0.2.1', asn: 64511 },
        ],
      },
    },
    rows: [],
    leaves: {
      asked: 'MATCH (:IP)-[r:IN]->(a:Asn) RETURN a.number AS asn, count(r) AS ties ORDER BY asn',
      rows: [
        { asn: 64500, ties: 1 },
        { asn: 64511, ties: 1 },
      ],
    },
  },
});

cases(queries.events.ruleMailbox, {
  'a rule works in its mailbox, once': {
    given: "CREATE (:Rule {id: 'r'}), (:Mailbox {address: 'm'})",
    params: {
      batch: {
        rows: [
          { rule: 'r', mailbox: 'm' },
          { rule: 'r', mailbox: 'm' },
          { rule: 'r', mailbox: 'nobody knows' },
        ],
      },
    },
    rows: [],
    leaves: {
      asked: 'MATCH (:Rule)-[w:WORKS_IN]->(m:Mailbox) RETURN m.address AS mailbox, count(w) AS ties',
      rows: [{ mailbox: 'm', ties: 1 }],
    },
  },
});
