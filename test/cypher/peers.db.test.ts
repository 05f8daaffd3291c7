import { queries } from '../../src/graph/queries.gen.ts';
import { cases } from '../support/cases.ts';

const two = `CREATE (g:PeerGroup {id: 'g', label: 'Legal', hash: 'h1'}), (d:PeerGroup {id: 'd', label: 'Gone', diedAt: 9}),
                    (a:User {id: 'ana'}), (b:User {id: 'bo'}),
                    (b)-[:MEMBER_OF {since: 5, degree: 0.5}]->(g), (a)-[:MEMBER_OF {since: 4}]->(g),
                    (a)-[:MEMBER_OF {since: 1, until: 3, degree: 1}]->(g), (b)-[:MEMBER_OF {since: 2, until: 5}]->(d)`;
const memberships = {
  asked:
    'MATCH (u:User)-[m:MEMBER_OF]->(g:PeerGroup) RETURN u.id AS person, g.id AS group, m.since AS since, m.until AS until, m.degree AS degree ORDER BY person, since',
  rows: [
    { person: 'ana', group: 'g', since: 1, until: 3, degree: 1 },
    { person: 'ana', group: 'g', since: 4, until: null, degree: null },
    { person: 'bo', group: 'd', since: 2, until: 5, degree: null },
    { person: 'bo', group: 'g', since: 5, until: null, degree: 0.5 },
  ],
};

cases(queries.peers.now, {
  'says who belongs where now, and nothing of before': {
    given: two,
    params: {},
    rows: [
      { user: 'ana', group: 'g', label: 'Legal', since: 4, degree: null },
      { user: 'bo', group: 'g', label: 'Legal', since: 5, degree: 0.5 },
    ],
  },
});

cases(queries.peers.groups, {
  'gives every group, those that have ended too': {
    given: two,
    params: {},
    rows: [
      { id: 'd', hash: null },
      { id: 'g', hash: 'h1' },
    ],
  },
});

cases(queries.peers.memberships, {
  'gives all there ever were of the groups asked about': {
    given: two,
    params: { ids: ['g', 'unknown'] },
    rows: memberships.rows
      .filter(({ group }) => group === 'g')
      .map(({ group, person, since, until, degree }) => ({ group, person, since, until, degree })),
  },
});

const row = {
  ...{ id: 'g', name: 'Legal', label: 'Legal: 2 people', size: 2, bornAt: 1, because: 'so' },
  ...{ diedAt: null, diedBecause: null, hash: 'h2' },
};

cases(queries.peers.saveGroups, {
  'a group is called what it is called now, once': {
    given: two,
    params: { rows: [row, row] },
    rows: [],
    leaves: {
      asked: "MATCH (g:PeerGroup {label: 'Legal: 2 people'}) RETURN properties(g) AS is, COUNT { (:PeerGroup) } AS groups",
      rows: [
        { is: { id: 'g', name: 'Legal', label: 'Legal: 2 people', size: 2, bornAt: 1, because: 'so', hash: 'h2' }, groups: 2 },
      ],
    },
  },
  'a group that has ended says when and why': {
    params: { rows: [{ ...row, diedAt: 8, diedBecause: 'over' }] },
    rows: [],
    leaves: { asked: 'MATCH (g:PeerGroup) RETURN g.diedAt AS at, g.diedBecause AS because', rows: [{ at: 8, because: 'over' }] },
  },
});

const nobody = { person: 'nobody', since: 9, until: null, degree: 1 };

cases(queries.peers.addMemberships, {
  'people belong to a group since a day, and may come back': {
    given: two,
    params: {
      rows: [
        { group: 'd', members: [{ person: 'bo', since: 7, until: null, degree: 0.2 }, nobody] },
        { group: 'unknown', members: [nobody] },
      ],
    },
    rows: [],
    leaves: { ...memberships, rows: [...memberships.rows, { person: 'bo', group: 'd', since: 7, until: null, degree: 0.2 }] },
  },
});

cases(queries.peers.changeMemberships, {
  'a membership ends, and another of the same people does not': {
    given: two,
    params: { rows: [{ group: 'g', members: [{ person: 'ana', since: 4, until: 6, degree: 0.3 }, nobody] }] },
    rows: [],
    leaves: {
      ...memberships,
      rows: memberships.rows.map((one) => (one.since === 4 ? { ...one, until: 6, degree: 0.3 } : one)),
    },
  },
});

cases(queries.peers.forgetMemberships, {
  'forgets those named; people and groups stay': {
    given: two,
    params: {
      rows: [
        { person: 'ana', group: 'g', since: 1 },
        { person: 'bo', group: 'g', since: 1 },
      ],
    },
    rows: [],
    leaves: { ...memberships, rows: memberships.rows.slice(1) },
  },
});

cases(queries.peers.forgetGroups, {
  'takes groups away and no people': {
    given: two,
    params: { ids: ['g', 'unknown'] },
    rows: [],
    leaves: { asked: 'RETURN COUNT { (:PeerGroup) } AS groups, COUNT { (:User) } AS people', rows: [{ groups: 1, people: 2 }] },
  },
});

const became = `CREATE (a:PeerGroup {id: 'a', bornAt: 0}), (b:PeerGroup {id: 'b', bornAt: 5, diedAt: 9}), (c:PeerGroup {id: 'c', bornAt: 5, diedAt: 9}), (n:PeerGroup {id: 'n', bornAt: 9}),
                       (a)-[:BECAME {at: 5, kind: 'split', because: 'apart'}]->(b), (a)-[:BECAME {at: 5, kind: 'split', because: 'apart'}]->(c),
                       (b)-[:BECAME {at: 9, kind: 'merge', because: 'one'}]->(n), (c)-[:BECAME {at: 9, kind: 'merge', because: 'one'}]->(n)`;
const all = [
  { from: 'a', into: 'b', at: 5, kind: 'split', because: 'apart' },
  { from: 'a', into: 'c', at: 5, kind: 'split', because: 'apart' },
  { from: 'b', into: 'n', at: 9, kind: 'merge', because: 'one' },
  { from: 'c', into: 'n', at: 9, kind: 'merge', because: 'one' },
];

cases(queries.peers.changes, {
  'gives every merge and split, and not what became of incidents': {
    given: `${became}, (:Incident {id: 'i'})-[:BECAME]->(:Incident {id: 'j'})`,
    params: {},
    rows: all,
  },
});

const changes = {
  asked: 'MATCH (a:PeerGroup)-[r:BECAME]->(b) RETURN a.id AS from, b.id AS into, r.because AS because ORDER BY from, into',
};

cases(queries.peers.saveChanges, {
  'a change is kept once, with its reason as it is told now': {
    given: "CREATE (:PeerGroup {id: 'a'})-[:BECAME {at: 5, kind: 'split', because: 'old'}]->(:PeerGroup {id: 'b'})",
    params: { rows: all.slice(0, 2) },
    rows: [],
    leaves: { ...changes, rows: [{ from: 'a', into: 'b', because: 'apart' }] },
  },
});

cases(queries.peers.forgetChanges, {
  'forgets a change that never was': {
    given: became,
    params: {
      rows: [
        { from: 'a', into: 'b', at: 5, kind: 'split' },
        { from: 'b', into: 'n', at: 8, kind: 'merge' },
      ],
    },
    rows: [],
    leaves: {
      ...changes,
      rows: [
        { from: 'a', into: 'c', because: 'apart' },
        { from: 'b', into: 'n', because: 'one' },
        { from: 'c', into: 'n', because: 'one' },
      ],
    },
  },
});

const split = { at: 5, kind: 'split', from: ['a'], into: ['a', 'b', 'c'], because: 'apart' };
const merge = { at: 9, kind: 'merge', from: ['b', 'c'], into: ['n'], because: 'one' };

cases(queries.peers.history, {
  'tells of all who had part, the newest first': {
    given: became,
    params: { id: 'b', limit: 9 },
    rows: [merge, split],
  },
  'is cut to the newest': { given: became, params: { id: 'c', limit: 1 }, rows: [merge] },
  'of a group nothing befell is empty': { given: "CREATE (:PeerGroup {id: 'x'})", params: { id: 'x', limit: 9 }, rows: [] },
});

cases(queries.peers.habits, {
  'gives what people share, a page of them at a time, and no other trait': {
    given: `CREATE (a:User {id: 'ana'}), (:User {id: 'b', kind: 'service'}), (:User {id: 'bo'}), (:User {id: 'cy'}),
                   (a)-[:READS {key: 'ana|site|u', days: [1], counts: [2]}]->(:Url {url: 'u'}),
                   (a)-[:SHOWS {key: 'ana|folder|f', days: [1], counts: [1]}]->(:Trait {id: 'folder/f', kind: 'folder'}),
                   (a)-[:SHOWS {key: 'ana|hour|3', days: [1], counts: [1]}]->(:Trait {id: 'hour/3', kind: 'hour'})`,
    params: { after: '', limit: 2, traits: ['folder'] },
    rows: [
      {
        person: 'ana',
        kept: [
          { key: 'ana|folder|f', days: [1], counts: [1] },
          { key: 'ana|site|u', days: [1], counts: [2] },
        ],
      },
      { person: 'bo', kept: [] },
    ],
  },
});
