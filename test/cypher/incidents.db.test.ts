import { queries } from '../../src/graph/queries.gen.ts';
import { entityLabels, labels } from '../../src/model/graph.ts';
import { cases } from '../support/cases.ts';

const statuses = 'MATCH (i:Incident) RETURN i.id AS id, i.status AS status, i.score AS score ORDER BY id';
const saved = (status: string, given = '') => ({
  given,
  params: { changedAt: 70, rows: [{ id: 'i1', fields: { score: 7 } }] },
  rows: [],
  leaves: { asked: statuses, rows: [{ id: 'i1', status, score: 7 }] },
});

cases(queries.incidents.save, {
  'a new incident is open': saved('open'),
  'the status a person gave it stays': saved('closed', "CREATE (:Incident {id: 'i1', status: 'closed', score: 3})"),
  'an id that had been merged away and stands again is open': saved('open', "CREATE (:Incident {id: 'i1', status: 'merged'})"),
  'or what it was when it last stood': saved(
    'inProgress',
    "CREATE (:Incident {id: 'i1', status: 'merged', statusBefore: 'inProgress'})",
  ),
});

cases(queries.incidents.hashes, {
  'gives what stands and what was retired without an heir, and how much it holds': {
    given: `CREATE (a:Incident {id: 'a', hash: 'h', anchor: 'f1', status: 'open', findings: ['f1', 'f2']})-[:HOLDS]->(:Finding {id: 'f1'}),
                   (:Incident {id: 'b', hash: '', anchor: 'f0', status: 'merged', findings: []})-[:BECAME]->(a),
                   (:Incident {id: 'c', hash: '', anchor: 'f9', status: 'merged', findings: []})`,
    params: {},
    rows: [
      { id: 'a', hash: 'h', anchor: 'f1', status: 'open', findings: ['f1', 'f2'], held: 1 },
      { id: 'c', hash: '', anchor: 'f9', status: 'merged', findings: [], held: 0 },
    ],
  },
});

cases(queries.incidents.holds, {
  'holds a finding once, by its number': {
    given: "CREATE (:Incident {id: 'i'})-[:HOLDS]->(:Finding {id: 'f1'}), (:Finding {id: 'f2'})",
    params: { rows: ['f1', 'f2', 'f2', 'withdrawn'].map((finding) => ({ incident: 'i', finding, label: `of ${finding}` })) },
    rows: [],
    leaves: {
      asked:
        'MATCH (:Incident)-[h:HOLDS]->(f:Finding) RETURN f.id AS finding, count(h) AS ties, min(h.label) AS label ORDER BY finding',
      rows: [
        { finding: 'f1', ties: 1, label: 'of f1' },
        { finding: 'f2', ties: 1, label: 'of f2' },
      ],
    },
  },
});

const keyOf = (label: string) => labels[label as keyof typeof labels];
const fields = { part: 'who', stages: ['access'], firstAt: 1, lastAt: 9 };
const one = { incident: 'i', label: 'User', key: 'ana', role: 'actor', fields };

cases(queries.incidents.involves, {
  'somebody can have two roles in it, each with its own span, each once': {
    given: "CREATE (:Incident {id: 'i'})-[:INVOLVES {role: 'actor', firstAt: 3, lastAt: 4}]->(:User {id: 'ana'})",
    params: { rows: [one, { ...one, role: 'target', fields: { ...fields, firstAt: 5 } }, one] },
    rows: [],
    leaves: {
      asked:
        'MATCH (:Incident)-[r:INVOLVES]->(:User) RETURN r.role AS role, r.part AS part, r.stages AS stages, r.firstAt AS firstAt, r.lastAt AS lastAt ORDER BY role',
      rows: [
        { role: 'actor', part: 'who', stages: ['access'], firstAt: 1, lastAt: 9 },
        { role: 'target', part: 'who', stages: ['access'], firstAt: 5, lastAt: 9 },
      ],
    },
  },
  ...Object.fromEntries(
    entityLabels.map((label) => [
      `can involve: ${label}`,
      {
        given: "CREATE (:Incident {id: 'i'})",
        params: { rows: [{ ...one, label, key: label === 'Asn' ? '64500' : 'k' }] },
        rows: [],
        leaves: {
          asked: `MATCH (:Incident)-[:INVOLVES]->(n) RETURN labels(n)[0] AS label, n.${keyOf(label)} AS key`,
          rows: [{ label, key: label === 'Asn' ? 64500 : 'k' }],
        },
      },
    ]),
  ),
});

const pair = { smaller: 'a', greater: 'b', weight: 0.4, mechanism: 'address', because: 'the same address', from: 'f1', to: 'f2' };
const relations =
  'MATCH (a:Incident)-[r:RELATED]->(b:Incident) RETURN a.id AS smaller, b.id AS greater, r.weight AS weight, r.because AS because, r.from AS from, r.to AS to ORDER BY smaller, greater';

cases(queries.incidents.relate, {
  'relates two incidents once, as said last; an incident that is not there to none': {
    given: "CREATE (:Incident {id: 'a'})-[:RELATED {weight: 0.9}]->(:Incident {id: 'b'})",
    params: { rows: [pair, pair, { ...pair, greater: 'gone' }] },
    rows: [],
    leaves: {
      asked: relations,
      rows: [{ smaller: 'a', greater: 'b', weight: 0.4, because: 'the same address', from: 'f1', to: 'f2' }],
    },
  },
});

cases(queries.incidents.unrelate, {
  'cuts what an incident is related to on either side, and nothing between others': {
    given: `CREATE (a:Incident {id: 'a'})-[:RELATED]->(b:Incident {id: 'b'})-[:RELATED]->(c:Incident {id: 'c'}), (a)-[:RELATED]->(c),
                   (b)-[:HOLDS]->(:Finding {id: 'f'})`,
    params: { ids: ['b', 'nobody'] },
    rows: [],
    leaves: {
      asked: 'MATCH (n)-[r]->(m) RETURN n.id AS from, type(r) AS type, m.id AS to ORDER BY from, to',
      rows: [
        { from: 'a', type: 'RELATED', to: 'c' },
        { from: 'b', type: 'HOLDS', to: 'f' },
      ],
    },
  },
});

cases(queries.incidents.named, {
  'gives the names of what was asked for, once each, of this incident alone': {
    given: `CREATE (i:Incident {id: 'i'})-[:INVOLVES {role: 'actor'}]->(ana:User {id: 'ana', name: 'Ana Ruiz'}),
                   (i)-[:INVOLVES {role: 'target'}]->(ana), (i)-[:INVOLVES]->(:IP {address: '192.0.2.1'}),
                   (i)-[:INVOLVES]->(:Asn {number: 64500, name: 'Example'}), (i)-[:INVOLVES]->(:User {id: 'bo', name: 'Bo'}),
                   (:Incident {id: 'other'})-[:INVOLVES]->(:File {id: 'f', name: 'plan.docx'})`,
    params: { id: 'i', keys: ['ana', '192.0.2.1', '64500', 'f'] },
    rows: [
      { label: 'Asn', key: '64500', name: 'Example' },
      { label: 'User', key: 'ana', name: 'Ana Ruiz' },
    ],
  },
});

cases(queries.incidents.untie, {
  'cuts what an incident holds, involves and became; what answers it stays': {
    given: `CREATE (i:Incident {id: 'i'})-[:HOLDS]->(:Finding {id: 'f'}), (i)-[:INVOLVES]->(:User {id: 'ana'}), (i)-[:BECAME]->(h:Incident {id: 'h'}),
                   (:Action {id: 'a'})-[:ANSWERS]->(i), (:Incident {id: 'older'})-[:BECAME]->(i)`,
    params: { ids: ['i'] },
    rows: [],
    leaves: {
      asked: 'MATCH (n)-[r]->() RETURN n.id AS id, type(r) AS type ORDER BY id',
      rows: [
        { id: 'a', type: 'ANSWERS' },
        { id: 'older', type: 'BECAME' },
      ],
    },
  },
});

cases(queries.incidents.retire, {
  'an incident that stands no more keeps its id, how people left it, and nothing else': {
    given:
      "CREATE (:Incident {id: 'i1', status: 'closed', hash: 'h', findings: ['f']}), (:Incident {id: 'i2', status: 'open', hash: 'h', findings: ['f']})",
    params: { changedAt: 70, ids: ['i1', 'i1'] },
    rows: [],
    leaves: {
      asked:
        'MATCH (i:Incident) RETURN i.id AS id, i.status AS status, i.statusBefore AS was, i.hash AS hash, i.findings AS findings ORDER BY id',
      rows: [
        { id: 'i1', status: 'merged', was: 'closed', hash: '', findings: [] },
        { id: 'i2', status: 'open', was: null, hash: 'h', findings: ['f'] },
      ],
    },
  },
});

cases(queries.incidents.became, {
  'leads to its heir, once': {
    given: "CREATE (:Incident {id: 'i'}), (:Incident {id: 'h'})",
    params: {
      rows: [
        { id: 'i', heir: 'h' },
        { id: 'i', heir: 'h' },
      ],
    },
    rows: [],
    leaves: {
      asked: 'MATCH (i)-[b:BECAME]->(h) RETURN i.id AS id, h.id AS heir, count(b) AS ties',
      rows: [{ id: 'i', heir: 'h', ties: 1 }],
    },
  },
});

const standing = (id: string, more: string) => `(:Incident {id: '${id}', report: '${id}', changedAt: 70, ${more}})`;
const untouched = { owner: null, verdict: null, verdictBy: null, verdictAt: null, changedAt: 70 };

cases(queries.incidents.byId, {
  'is found by its id': {
    given: `CREATE ${standing('i', "status: 'closed', score: 4")}`,
    params: { id: 'i' },
    rows: [{ id: 'i', status: 'closed', report: 'i', score: 4, ...untouched }],
  },
  'is found by an id it had two merges ago': {
    given: `CREATE ${standing('a', "status: 'merged'")}-[:BECAME]->${standing('b', "status: 'merged'")}-[:BECAME]->${standing('c', "status: 'open', score: 4")}`,
    params: { id: 'a' },
    rows: [{ id: 'c', status: 'open', report: 'c', score: 4, ...untouched }],
  },
  'is not found where nothing came of it': {
    given: `CREATE ${standing('a', "status: 'merged'")}-[:BECAME]->${standing('b', "status: 'merged'")}`,
    params: { id: 'a' },
    rows: [],
  },
});

const queue = `CREATE ${standing('low', "status: 'open', score: 1, lastAt: 9")}, ${standing('late', "status: 'inProgress', score: 5, lastAt: 9")},
  ${standing('early', "status: 'open', score: 5, lastAt: 2")}, ${standing('done', "status: 'closed', score: 9, lastAt: 1")}, ${standing('gone', "status: 'merged', score: 9")}`;
const waiting = [
  { id: 'late', status: 'inProgress', report: 'late', score: 5, ...untouched },
  { id: 'early', status: 'open', report: 'early', score: 5, ...untouched },
  { id: 'low', status: 'open', report: 'low', score: 1, ...untouched },
];

cases(queries.incidents.standing, {
  'gives what is not closed, the highest score first, of equals the latest': {
    given: queue,
    params: { all: false },
    rows: waiting,
  },
  'gives the closed too when asked, and never what was merged away': {
    given: queue,
    params: { all: true },
    rows: [{ id: 'done', status: 'closed', report: 'done', score: 9, ...untouched }, ...waiting],
  },
});
