import { queries } from '../../src/graph/queries.gen.ts';
import { cases } from '../support/cases.ts';

const fields = (id: string, at: number) => ({
  id,
  kind: 'cut',
  from: ['f1'],
  to: ['f2'],
  asOf: 3,
  by: 'bo',
  at,
  reason: 'a test',
});
const made = (id: string, at: number, more = '') =>
  `(${id}:Constraint {id: '${id}', kind: 'cut', from: ['f1'], to: ['f2'], asOf: 3, by: 'bo', at: ${at}, reason: 'a test'${more}})`;
const undone = ", undoneBy: 'cy', undoneAt: 9, undoneReason: 'no'";
const holds = { undoneBy: null, undoneAt: null, undoneReason: null };
const isUndone = { undoneBy: 'cy', undoneAt: 9, undoneReason: 'no' };

cases(queries.constraints.standing, {
  'are none': { params: { limit: 9 }, rows: [] },
  'come in the order they were said, without those that were undone, no more than are wanted': {
    given: `CREATE ${made('a', 3)}, ${made('b', 1)}, ${made('c', 0, undone)}, ${made('d', 4)}`,
    params: { limit: 2 },
    rows: [fields('b', 1), fields('a', 3)],
  },
});

cases(queries.constraints.byId, {
  'is found also once it was undone': {
    given: `CREATE ${made('a', 3, undone)}`,
    params: { id: 'a' },
    rows: [{ ...fields('a', 3), ...isUndone }],
  },
  'is not there': { given: `CREATE ${made('a', 3)}`, params: { id: 'b' }, rows: [] },
});

cases(queries.constraints.save, {
  'is as it is said last, and no more undone': {
    given: `CREATE ${made('a', 3, undone)}`,
    params: { id: 'a', fields: { kind: 'cut', from: ['f1'], to: ['f2'], at: 8, by: 'cy' } },
    rows: [],
    leaves: {
      asked: 'MATCH (c:Constraint) RETURN c.id AS id, c.by AS by, c.at AS at, c.undoneAt AS undoneAt',
      rows: [{ id: 'a', by: 'cy', at: 8, undoneAt: null }],
    },
  },
});

const ties = 'MATCH (c)-[r:CONSTRAINS]->(f) RETURN c.id AS id, r.side AS side, f.id AS finding ORDER BY id, side';
cases(queries.constraints.tie, {
  'reaches the findings that stand, once': {
    given: `CREATE ${made('a', 3)}-[:CONSTRAINS {side: 'to'}]->(:Finding {id: 'f2'}), (:Finding {id: 'f1'}), (:Finding {id: 'f3'}), ${made('b', 3)}`,
    params: {},
    rows: [],
    leaves: {
      asked: ties,
      rows: ['a', 'b'].flatMap((id) => [
        { id, side: 'from', finding: 'f1' },
        { id, side: 'to', finding: 'f2' },
      ]),
    },
  },
  'leaves out a finding that does not stand': {
    given: `CREATE ${made('a', 3)}, (:Finding {id: 'f2'})`,
    params: {},
    rows: [],
    leaves: { asked: ties, rows: [{ id: 'a', side: 'to', finding: 'f2' }] },
  },
});

const held = `CREATE (i:Incident {id: 'i'})-[:HOLDS]->(f1:Finding {id: 'f1'}), (i)-[:HOLDS]->(f2:Finding {id: 'f2'}),
  (j:Incident {id: 'j'})-[:HOLDS]->(f3:Finding {id: 'f3'}), ${made('a', 3)}, ${made('b', 1, undone)},
  (a)-[:CONSTRAINS]->(f1), (a)-[:CONSTRAINS]->(f2), (b)-[:CONSTRAINS]->(f2)`;

cases(queries.constraints.ofIncidents, {
  'are those that name what it holds, each once, undone ones too': {
    given: held,
    params: { ids: ['i', 'j', 'unknown'] },
    rows: [
      { incident: 'i', ...fields('b', 1), ...isUndone },
      { incident: 'i', ...fields('a', 3), ...holds },
    ],
  },
});

cases(queries.constraints.holders, {
  'are the incidents of some findings, those that hold most first': {
    given: held,
    params: { findings: ['f3', 'f1', 'f2', 'unknown'], limit: 5 },
    rows: [{ id: 'i' }, { id: 'j' }],
  },
  'are no more than are wanted': { given: held, params: { findings: ['f1', 'f3'], limit: 1 }, rows: [{ id: 'i' }] },
});

cases(queries.constraints.touch, {
  'marks the incidents of some findings': {
    given: held,
    params: { findings: ['f1', 'f2', 'unknown'], changedAt: 7 },
    rows: [],
    leaves: {
      asked: 'MATCH (i:Incident) RETURN i.id AS id, i.changedAt AS changedAt ORDER BY id',
      rows: [
        { id: 'i', changedAt: 7 },
        { id: 'j', changedAt: null },
      ],
    },
  },
});
