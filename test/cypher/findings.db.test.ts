import { queries } from '../../src/graph/queries.gen.ts';
import { entityLabels, labels } from '../../src/model/graph.ts';
import { cases } from '../support/cases.ts';

const said = 'MATCH (f:Finding) RETURN f.id AS id, f.says AS says, f.severity AS severity ORDER BY id';

cases(queries.findings.save, {
  'a finding is what it says now, and nothing of what it said before': {
    given: "CREATE (:Finding {id: 'f1', says: 'old', severity: 'high'})",
    params: {
      rows: [
        { id: 'f1', fields: { says: 'new' } },
        { id: 'f2', fields: { says: 'two', severity: 'low' } },
      ],
    },
    rows: [],
    leaves: {
      asked: said,
      rows: [
        { id: 'f1', says: 'new', severity: null },
        { id: 'f2', says: 'two', severity: 'low' },
      ],
    },
  },
  'keeps the incident that holds it': {
    given: "CREATE (:Finding {id: 'f1'})<-[:HOLDS]-(:Incident {id: 'i'})",
    params: { rows: [{ id: 'f1', fields: { says: 'new' } }] },
    rows: [],
    leaves: { asked: 'MATCH (:Incident)-[h:HOLDS]->(:Finding) RETURN count(h) AS ties', rows: [{ ties: 1 }] },
  },
});

cases(queries.findings.hashes, {
  'gives what every finding says, by its hash': {
    given: "CREATE (:Finding {id: 'f2', hash: 'b'}), (:Finding {id: 'f1', hash: 'a'})",
    params: {},
    rows: [
      { id: 'f1', hash: 'a' },
      { id: 'f2', hash: 'b' },
    ],
  },
});

cases(queries.findings.withdraw, {
  'a finding that no longer stands is gone with its ties; what it was about stays': {
    given: `CREATE (f:Finding {id: 'f1'})-[:BECAUSE]->(:Event {id: 'e1'}), (f)-[:ABOUT]->(:User {id: 'ana'}), (:Incident {id: 'i'})-[:HOLDS]->(f),
                   (:Finding {id: 'f2'})-[:LINKED]->(f)`,
    params: { ids: ['f1', 'unknown'] },
    rows: [],
    leaves: {
      asked: 'MATCH (n) WHERE NOT n:__Migration RETURN labels(n)[0] AS label, COUNT { (n)--() } AS ties ORDER BY label',
      rows: ['Event', 'Finding', 'Incident', 'User'].map((label) => ({ label, ties: 0 })),
    },
  },
});

const tied = (rel: string) => ({
  asked: `MATCH (f:Finding)-[r:${rel}]->(e:Event) RETURN f.id AS finding, e.id AS event, count(r) AS ties`,
  rows: [{ finding: 'f1', event: 'e1', ties: 1 }],
});
const twice = {
  rows: [
    { finding: 'f1', event: 'e1' },
    { finding: 'f1', event: 'e1' },
    { finding: 'f1', event: 'unknown' },
  ],
};

cases(queries.findings.because, {
  'is tied to what it accuses, once': {
    given: "CREATE (:Finding {id: 'f1'}), (:Event {id: 'e1'})",
    params: twice,
    rows: [],
    leaves: tied('BECAUSE'),
  },
});

cases(queries.findings.beside, {
  'is tied to what it was compared with, once': {
    given: "CREATE (:Finding {id: 'f1'}), (:Event {id: 'e1'})",
    params: twice,
    rows: [],
    leaves: tied('BESIDE'),
  },
});

const about = `MATCH (:Finding)-[r:ABOUT]->(n) RETURN labels(n)[0] AS label, n[$key] AS key, r.role AS role`;
const keyOf = (label: string) => labels[label as keyof typeof labels];
const anEntity = (label: string) => (label === 'Asn' ? '64500' : 'k');

cases(queries.findings.about, {
  'somebody can be both who did it and whom it was done to, and is each once': {
    given: "CREATE (:Finding {id: 'f1'})-[:ABOUT {role: 'actor'}]->(:User {id: 'ana'})",
    params: {
      rows: ['actor', 'target', 'actor'].map((role) => ({ finding: 'f1', label: 'User', key: 'ana', role })),
    },
    rows: [],
    leaves: {
      asked: 'MATCH (:Finding)-[r:ABOUT]->(u:User) RETURN r.role AS role, count(r) AS ties ORDER BY role',
      rows: [
        { role: 'actor', ties: 1 },
        { role: 'target', ties: 1 },
      ],
    },
  },
  ...Object.fromEntries(
    entityLabels.map((label) => [
      `can be about: ${label}`,
      {
        given: "CREATE (:Finding {id: 'f1'})",
        params: { rows: [{ finding: 'f1', label, key: anEntity(label), role: 'place' }] },
        rows: [],
        leaves: {
          asked: about.replace('$key', `'${keyOf(label)}'`),
          rows: [{ label, key: label === 'Asn' ? 64500 : 'k', role: 'place' }],
        },
      },
    ]),
  ),
});

cases(queries.findings.untie, {
  'cuts what a finding says; the incident and the links stay': {
    given: `CREATE (f:Finding {id: 'f1'})-[:BECAUSE]->(e:Event {id: 'e1'}), (f)-[:BESIDE]->(e), (f)-[:ABOUT]->(:User {id: 'ana'}),
                   (:Incident {id: 'i'})-[:HOLDS]->(f), (f)-[:LINKED]->(:Finding {id: 'f2'})-[:BECAUSE]->(e)`,
    params: { ids: ['f1'] },
    rows: [],
    leaves: {
      asked: 'MATCH ()-[r]->() RETURN type(r) AS type, count(r) AS n ORDER BY type',
      rows: [
        { type: 'BECAUSE', n: 1 },
        { type: 'HOLDS', n: 1 },
        { type: 'LINKED', n: 1 },
      ],
    },
  },
});

const standing = `CREATE (f2:Finding {id: 'f2', at: 2, report: '2', because: ['e2', 'e1'], context: ['e3']}),
  (:Finding {id: 'f1', at: 2, report: '1', because: [], context: []}), (:Incident {id: 'i'})-[:HOLDS]->(f2),
  (f2)-[:BECAUSE]->(:Event {id: 'e1', record: 'r1'}), (f2)-[:BECAUSE]->(:Event {id: 'e2', record: 'r2'}),
  (f2)-[:BESIDE]->(:Event {id: 'e3', record: 'r3'}), (:Finding {id: 'f0', at: 1, report: '0', because: [], context: []})`;
const f0 = { id: 'f0', report: '0', records: [], context: [], incident: null };
const f1 = { id: 'f1', report: '1', records: [], context: [], incident: null };
const f2 = { id: 'f2', report: '2', records: ['r2', 'r1'], context: ['r3'], incident: 'i' };

cases(queries.findings.standing, {
  'gives findings in (at, id) order, their records in the order of the evidence': {
    given: standing,
    params: {},
    rows: [f0, f1, f2],
  },
  'nothing stands in an empty graph': { params: {}, rows: [] },
});

cases(queries.findings.byIds, {
  'gives those that stand, in (at, id) order whatever the order they were asked in': {
    given: standing,
    params: { ids: ['f2', 'withdrawn', 'f0'] },
    rows: [f0, f2],
  },
});

const link = { key: 'k', from: 'f1', to: 'f2', fields: { mechanism: 'account', weight: 0.5 } };
const links =
  'MATCH (a:Finding)-[l:LINKED]->(b:Finding) RETURN a.id AS a, b.id AS b, l.key AS key, l.weight AS weight ORDER BY key';

cases(queries.findings.saveLinks, {
  'two findings may be linked for two reasons, by each once': {
    given: "CREATE (:Finding {id: 'f1'})-[:LINKED {key: 'k', weight: 0.5}]->(:Finding {id: 'f2'})",
    params: { rows: [link, { ...link, key: 'm' }, { ...link, to: 'withdrawn' }] },
    rows: [],
    leaves: {
      asked: links,
      rows: [
        { a: 'f1', b: 'f2', key: 'k', weight: 0.5 },
        { a: 'f1', b: 'f2', key: 'm', weight: 0.5 },
      ],
    },
  },
});

const twoLinks = "CREATE (a:Finding {id: 'f1'})-[:LINKED {key: 'k'}]->(b:Finding {id: 'f2'}), (a)-[:LINKED {key: 'm'}]->(b)";

cases(queries.findings.links, {
  'gives the key of every link': { given: twoLinks, params: {}, rows: [{ key: 'k' }, { key: 'm' }] },
});

cases(queries.findings.cutLinks, {
  'cuts the links named and no other': {
    given: twoLinks,
    params: { keys: ['k', 'unknown'] },
    rows: [],
    leaves: { asked: links, rows: [{ a: 'f1', b: 'f2', key: 'm', weight: null }] },
  },
});
