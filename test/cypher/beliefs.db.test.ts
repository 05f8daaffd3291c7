import { queries } from '../../src/graph/queries.gen.ts';
import { cases } from '../support/cases.ts';

const outlook = { title: 'A story', score: 50, probability: 0.4, band: 'medium', status: 'open' };
const turn = { added: ['f1'], removed: [] as string[], merged: ['j'], parted: [] as string[], cameOf: [] as string[] };
const said = "title: 'A story', score: 50, probability: 0.4, band: 'medium', status: 'open'";
const turned = "added: ['f1'], removed: [], merged: ['j'], parted: [], cameOf: [], ended: false";
const entry = (line: string, sequence: number) =>
  `(:Belief {id: '${line}/${sequence}', line: '${line}', sequence: ${sequence}, incident: 'i', at: ${sequence}0, ${said}, ${turned}})`;

cases(queries.beliefs.stood, {
  'gives what stands, what was retired, and what never had a number': {
    given: `CREATE (:Incident {id: 'a', ${said}, verdict: 'truePositive', findings: ['f1'], line: 'a@1', sequence: 3, numbered: ['f1', 'f0'], numbers: ['1', '2']}),
                   (:Incident {id: 'b', ${said.replace("'open'", "'merged'")}, findings: []})`,
    params: { ids: ['b', 'a', 'none'] },
    rows: [
      {
        ...{ incident: 'a', ...outlook, verdict: 'truePositive', findings: ['f1'] },
        ...{ line: 'a@1', sequence: 3, numbered: ['f1', 'f0'], numbers: ['1', '2'] },
      },
      {
        ...{ incident: 'b', ...outlook, status: 'merged', verdict: null, findings: [] },
        ...{ line: null, sequence: null, numbered: null, numbers: null },
      },
    ],
  },
});

cases(queries.beliefs.handlings, {
  'gives what people made of some': {
    given: "CREATE (:Incident {id: 'a', status: 'closed', verdict: 'falsePositive'}), (:Incident {id: 'b', status: 'open'})",
    params: { ids: ['b', 'a', 'none'] },
    rows: [
      { incident: 'a', status: 'closed', verdict: 'falsePositive' },
      { incident: 'b', status: 'open', verdict: null },
    ],
  },
});

const saved = {
  params: { rows: [{ id: 'l/2', incident: 'i', line: 'l', sequence: 2, fields: { at: 20, title: 'new', verdict: null } }] },
  rows: [],
};
const left = {
  asked: `MATCH (b:Belief)-[:OF]->(i:Incident)
          RETURN b.id AS id, b.line AS line, b.incident AS of, b.title AS title, i.line AS now, i.sequence AS newest`,
};

cases(queries.beliefs.save, {
  'writes an entry, and on the incident which is the newest': {
    given: "CREATE (:Incident {id: 'i'})",
    ...saved,
    leaves: { ...left, rows: [{ id: 'l/2', line: 'l', of: 'i', title: 'new', now: 'l', newest: 2 }] },
  },
  'never changes one that is there': {
    given: "CREATE (i:Incident {id: 'i'}), (:Belief {id: 'l/2', line: 'l', incident: 'i', title: 'old'})-[:OF]->(i)",
    ...saved,
    leaves: { ...left, rows: [{ id: 'l/2', line: 'l', of: 'i', title: 'old', now: 'l', newest: 2 }] },
  },
});

cases(queries.beliefs.handOn, {
  'takes the chronicle from one, and nothing else': {
    given: "CREATE (:Incident {id: 'a', line: 'l', sequence: 2, numbers: ['1']}), (:Incident {id: 'b', line: 'm', sequence: 1})",
    params: { ids: ['a', 'none'] },
    rows: [],
    leaves: {
      asked: 'MATCH (i:Incident) RETURN i.id AS id, i.line AS line, i.sequence AS sequence, i.numbers AS numbers ORDER BY id',
      rows: [
        { id: 'a', line: null, sequence: null, numbers: ['1'] },
        { id: 'b', line: 'm', sequence: 1, numbers: null },
      ],
    },
  },
});

const row = (sequence: number) => ({
  ...{ incident: 'i', at: sequence * 10, sequence, ...outlook, verdict: null, ended: false },
  ...turn,
});

cases(queries.beliefs.ofIncidents, {
  'gives each its chronicle in order, and no other': {
    given: `CREATE (:Incident {id: 'i', line: 'l'}), (:Incident {id: 'j', line: 'm'}), (:Incident {id: 'k'}),
                   ${entry('l', 2)}, ${entry('l', 10)}, ${entry('m', 1)}, ${entry('other', 1)},
                   (:Belief {line: 'm', sequence: 2, incident: 'j', at: 20, ${said}, ended: true})`,
    params: { ids: ['j', 'i', 'k', 'none'] },
    rows: [
      { of: 'i', ...row(2) },
      { of: 'i', ...row(10) },
      { of: 'j', ...row(1) },
      { of: 'j', ...row(2), incident: 'j', added: [], merged: [], ended: true },
    ],
  },
});

cases(queries.beliefs.middle, {
  'gives what comes after one place and up to another': {
    given: `CREATE ${[1, 2, 3, 4].map((sequence) => entry('l', sequence)).join(', ')}, ${entry('m', 2)}`,
    params: { line: 'l', after: 1, upTo: 3 },
    rows: [
      { id: 'l/2', ...row(2) },
      { id: 'l/3', ...row(3) },
    ],
  },
});

cases(queries.beliefs.fold, {
  'lets the last speak for those that go': {
    given: `CREATE (i:Incident {id: 'i'}) CREATE ${entry('l', 1)}, ${entry('l', 2)}, ${entry('l', 3)}
            WITH i MATCH (b:Belief) CREATE (b)-[:OF]->(i)`,
    params: { id: 'l/3', fields: { added: ['f1', 'f2'] }, gone: ['l/1', 'l/2', 'none'] },
    rows: [],
    leaves: {
      asked: 'MATCH (b:Belief)-[:OF]->() RETURN b.id AS id, b.added AS added, b.at AS at',
      rows: [{ id: 'l/3', added: ['f1', 'f2'], at: 30 }],
    },
  },
});

cases(queries.beliefs.numbers, {
  'gives the numbers that were ever given': {
    given: "CREATE (:Incident {id: 'a', numbered: ['f1', 'f2'], numbers: ['1', '0a']}), (:Incident {id: 'b'})",
    params: { ids: ['b', 'a', 'none'] },
    rows: [{ incident: 'a', numbered: ['f1', 'f2'], numbers: ['1', '0a'] }],
  },
});

cases(queries.beliefs.labels, {
  'gives the numbers of findings that are held': {
    given: `CREATE (i:Incident {id: 'i'})-[:HOLDS {label: '7a'}]->(:Finding {id: 'f1'}), (i)-[:HOLDS]->(:Finding {id: 'f2'}),
                   (:Finding {id: 'f3'})`,
    params: { ids: ['f3', 'f2', 'f1', 'none'] },
    rows: [{ finding: 'f1', label: '7a' }],
  },
});
