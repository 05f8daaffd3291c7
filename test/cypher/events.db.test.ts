import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import { queries } from '../../src/graph/queries.gen.ts';
import type { Pair } from '../../src/model/graph.ts';
import { cases } from '../support/cases.ts';
import type { Case } from '../support/cases.ts';

cases(queries.events.save, {
  'says which events are new, and what is kept under each id': {
    given: "CREATE (:Event {id: 'e1', token: 'other', hash: 'h0', at: 1})",
    params: {
      rows: [
        { id: 'e1', token: 't', fields: { hash: 'h1', at: 9 } },
        { id: 'e2', token: 't', fields: { hash: 'h2', at: 2, words: [] } },
      ],
    },
    rows: [
      { id: 'e1', isNew: false, hash: 'h0' },
      { id: 'e2', isNew: true, hash: 'h2' },
    ],
    leaves: {
      asked: 'MATCH (e:Event) RETURN e.id AS id, e.at AS at, e.words AS words ORDER BY id',
      rows: [
        { id: 'e1', at: 1, words: null },
        { id: 'e2', at: 2, words: [] },
      ],
    },
  },
  'tells a writer that tries again that its event was new': {
    given: "CREATE (:Event {id: 'e1', token: 't', hash: 'h1'})",
    params: { rows: [{ id: 'e1', token: 't', fields: { hash: 'h1' } }] },
    rows: [{ id: 'e1', isNew: true, hash: 'h1' }],
    leaves: { asked: 'MATCH (e:Event) RETURN count(e) AS n', rows: [{ n: 1 }] },
  },
});

const sentAgain = (generatedAt: number, hash: string) => ({
  given: `CREATE (e:Event {id: 'e1', hash: 'm', generatedAt: 5, at: 1, country: 'AU'})-[:BY]->(:User {id: 'ana'}),
                 (e)-[:FROM]->(:IP {address: '192.0.2.1'})`,
  params: {
    rows: [{ id: 'e1', token: 't', hash, generatedAt, fields: { hash, generatedAt, at: 1 } }],
  },
});
const asNow = 'MATCH (e:Event) RETURN e.hash AS hash, e.country AS country, e.touched AS touched, COUNT { (e)-->() } AS ties';
const stays = [{ hash: 'm', country: 'AU', touched: null, ties: 2 }];
const becomes = (hash: string) => [{ hash, country: null, touched: null, ties: 0 }];

cases(queries.events.supersede, {
  'a later generation replaces all that was said, and cuts what was touched': {
    ...sentAgain(6, 'a'),
    rows: [{ id: 'e1' }],
    leaves: { asked: asNow, rows: becomes('a') },
  },
  'an earlier generation changes nothing': { ...sentAgain(4, 'z'), rows: [], leaves: { asked: asNow, rows: stays } },
  'of one generation the greater hash wins': {
    ...sentAgain(5, 'z'),
    rows: [{ id: 'e1' }],
    leaves: { asked: asNow, rows: becomes('z') },
  },
  'of one generation the smaller hash loses': { ...sentAgain(5, 'a'), rows: [], leaves: { asked: asNow, rows: stays } },
  'the same content again changes nothing': { ...sentAgain(6, 'm'), rows: [], leaves: { asked: asNow, rows: stays } },
});

const seen = (file: string, line: number) => ({
  given: "CREATE (:Event {id: 's:#h', record: 'b.jsonl:5', seenIn: 'b.jsonl', seenLine: 5})",
  params: { rows: [{ id: 's:#h', record: `${file}:${line}`, file, line }] },
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
    rows: [{ count: 2, arrivals: '220', newest: 5 }],
  },
  'tells a replacement that arrived before the last of all': {
    given: "CREATE (:Event {id: 'e1', at: 5, arrivedAt: 110}), (:Event {id: 'e2', at: 3, arrivedAt: 120})",
    params: {},
    rows: [{ count: 2, arrivals: '230', newest: 5 }],
  },
  'of nothing knows nothing': { params: {}, rows: [{ count: 0, arrivals: '0', newest: null }] },
});

type Tie = Case<
  { keys: readonly { key: string; name: string }[]; rows: readonly { event: string; key: string }[] },
  Record<string, never>
>;

/** The same of every label: made when new, tied once, and called by the first of its names. */
function ties(rel: string, label: string, key: string): Record<string, Tie> {
  const asked = `MATCH (e:Event)-[r:${rel}]->(n:${label}) RETURN e.id AS event, n.${key} AS key, count(r) AS ties ORDER BY event`;
  const tied = { asked, rows: [{ event: 'e1', key: 'k', ties: 1 }] };
  const params = { keys: [{ key: 'k', name: '' }], rows: [{ event: 'e1', key: 'k' }] };
  return {
    'is made and tied': { given: "CREATE (:Event {id: 'e1'})", params, rows: [], leaves: tied },
    'is tied once, however often': {
      given: `CREATE (:Event {id: 'e1'})-[:${rel}]->(:${label} {${key}: 'k'})`,
      params: { ...params, rows: [...params.rows, ...params.rows] },
      rows: [],
      leaves: tied,
    },
  };
}

/** As `ties`, for those that people have names for. */
function namedTies(rel: string, label: string, key: string): Record<string, Tie> {
  const named = (was: string, name: string, stays: string): Tie => ({
    given: `CREATE (:Event {id: 'e1'}), (:${label} {${key}: 'k'${was}})`,
    params: { keys: [{ key: 'k', name }], rows: [{ event: 'e1', key: 'k' }] },
    rows: [],
    leaves: {
      asked: `MATCH (n:${label}) RETURN n.name AS name, n.touched AS touched`,
      rows: [{ name: stays, touched: null }],
    },
  });
  return {
    ...ties(rel, label, key),
    'has the first name it is given': named('', 'm', 'm'),
    'takes a name that comes earlier in the alphabet': named(", name: 'm'", 'a', 'a'),
    'keeps its name beside a later one': named(", name: 'm'", 'z', 'm'),
    'keeps its name where none is told': named(", name: 'm'", '', 'm'),
  };
}

cases(queries.events.byApp, namedTies('BY', 'App', 'id'));
cases(queries.events.fromDevice, namedTies('FROM', 'Device', 'id'));
cases(queries.events.fromIp, ties('FROM', 'IP', 'address'));
cases(queries.events.fromSession, ties('FROM', 'Session', 'id'));
cases(queries.events.onFile, namedTies('ON', 'File', 'id'));
cases(queries.events.onMailbox, ties('ON', 'Mailbox', 'address'));
cases(queries.events.onMethod, namedTies('ON', 'AuthMethod', 'id'));
cases(queries.events.onRule, namedTies('ON', 'Rule', 'id'));
cases(queries.events.toApp, namedTies('TO', 'App', 'id'));
cases(queries.events.toDomain, ties('TO', 'Domain', 'name'));
cases(queries.events.toUrl, ties('TO', 'Url', 'url'));

const person = "CREATE (:Event {id: 'e1'}), (:Alias {value: 'ana@x.test'})-[:NAMES]->(:User {id: 'ana'})";
const tiedTo = (rel: string) => `MATCH (:Event)-[r:${rel}]->(u:User) RETURN u.id AS user, count(r) AS ties`;

cases(queries.events.byUser, {
  'what a name did, the person did whose name it is; once': {
    given: person,
    params: {
      rows: [
        { event: 'e1', key: 'ana@x.test' },
        { event: 'e1', key: 'ana@x.test' },
      ],
    },
    rows: [],
    leaves: { asked: tiedTo('BY'), rows: [{ user: 'ana', ties: 1 }] },
  },
  'a name nobody has did nothing': {
    given: person,
    params: { rows: [{ event: 'e1', key: 'ana' }] },
    rows: [],
    leaves: { asked: tiedTo('BY'), rows: [] },
  },
});

cases(queries.events.onUser, {
  'what was done to a name, was done to the person; once': {
    given: person,
    params: {
      rows: [
        { event: 'e1', key: 'ana@x.test' },
        { event: 'e1', key: 'ana@x.test' },
      ],
    },
    rows: [],
    leaves: { asked: tiedTo('ON'), rows: [{ user: 'ana', ties: 1 }] },
  },
});

cases(queries.events.placeCountries, {
  'an address is in the country the record says, once': {
    given: "CREATE (:IP {address: '192.0.2.1'})-[:IN]->(:Country {code: 'AU'})",
    params: {
      rows: [
        { address: '192.0.2.1', country: 'AU' },
        { address: '192.0.2.2', country: 'AU' },
      ],
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
      rows: [
        { address: '192.0.2.1', asn: 64500 },
        { address: '192.0.2.1', asn: 64511 },
      ],
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
      rows: [
        { rule: 'r', mailbox: 'm' },
        { rule: 'r', mailbox: 'm' },
        { rule: 'r', mailbox: 'nobody knows' },
      ],
    },
    rows: [],
    leaves: {
      asked: 'MATCH (:Rule)-[w:WORKS_IN]->(m:Mailbox) RETURN m.address AS mailbox, count(w) AS ties',
      rows: [{ mailbox: 'm', ties: 1 }],
    },
  },
});
