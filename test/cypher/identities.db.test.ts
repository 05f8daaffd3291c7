import { queries } from '../../src/graph/queries.gen.ts';
import { cases } from '../support/cases.ts';

const whose = 'MATCH (a:Alias)-[:NAMES]->(u:User) RETURN a.value AS name, u.id AS user, a.touched AS touched ORDER BY name';
const both = [
  { value: 'ana@x.test', user: 'ana@x.test' },
  { value: 's-1-5-21-1', user: 's-1-5-21-1' },
];

cases(queries.identities.save, {
  'a name nobody has becomes a person of that name': {
    params: { batch: { names: both, pairs: [{ a: 'ana@x.test', b: 's-1-5-21-1' }] } },
    rows: [],
    leaves: {
      asked: whose,
      rows: [
        { name: 'ana@x.test', user: 'ana@x.test', touched: null },
        { name: 's-1-5-21-1', user: 's-1-5-21-1', touched: null },
      ],
    },
  },
  'a name told with a better one becomes a name of that person': {
    params: { batch: { names: both.map(({ value }) => ({ value, user: 'ana@x.test' })), pairs: [] } },
    rows: [],
    leaves: {
      asked: whose,
      rows: [
        { name: 'ana@x.test', user: 'ana@x.test', touched: null },
        { name: 's-1-5-21-1', user: 'ana@x.test', touched: null },
      ],
    },
  },
  'a name somebody has stays theirs': {
    given: "CREATE (:Alias {value: 's-1-5-21-1'})-[:NAMES]->(:User {id: 'ana@x.test'})",
    params: { batch: { names: both.slice(1), pairs: [] } },
    rows: [],
    leaves: { asked: whose, rows: [{ name: 's-1-5-21-1', user: 'ana@x.test', touched: null }] },
  },
  'that two are one person is remembered once': {
    given: "CREATE (:Alias {value: 'ana@x.test'})-[:SAME_AS]->(:Alias {value: 's-1-5-21-1'})",
    params: {
      batch: {
        names: both,
        pairs: [
          { a: 'ana@x.test', b: 's-1-5-21-1' },
          { a: 'ana@x.test', b: 's-1-5-21-1' },
        ],
      },
    },
    rows: [],
    leaves: {
      asked: 'MATCH (:Alias)-[s:SAME_AS]->(:Alias) RETURN count(s) AS told, COUNT { (:User) } AS people',
      rows: [{ told: 1, people: 2 }],
    },
  },
});

const kind = (was: string, said: string) => ({
  given: `CREATE (:Alias {value: 'ana'})-[:NAMES]->(:User {id: 'ana'${was}})`,
  params: { batch: { rows: [{ value: 'ana', kind: said }] } },
  rows: [],
});
const kindNow = (is: string) => ({
  asked: 'MATCH (u:User) RETURN u.kind AS kind, u.touched AS touched',
  rows: [{ kind: is, touched: null }],
});

cases(queries.identities.kinds, {
  'a person is what a record says they are': { ...kind('', 'person'), leaves: kindNow('person') },
  'of two sayings the first in the alphabet stays': { ...kind(", kind: 'person'", 'service'), leaves: kindNow('person') },
  'of two sayings the first in the alphabet comes': { ...kind(", kind: 'person'", 'agent'), leaves: kindNow('agent') },
});

cases(queries.identities.names, {
  'says whose every name is': {
    given: "CREATE (:Alias {value: 'b'})-[:NAMES]->(u:User {id: 'ana'}), (:Alias {value: 'a'})-[:NAMES]->(u)",
    params: {},
    rows: [
      { value: 'a', user: 'ana' },
      { value: 'b', user: 'ana' },
    ],
  },
});

cases(queries.identities.pairs, {
  'gives each pair as it was told': {
    given: "CREATE (a:Alias {value: 'a'})-[:SAME_AS]->(:Alias {value: 'c'}), (a)-[:SAME_AS]->(:Alias {value: 'b'})",
    params: {},
    rows: [
      { a: 'a', b: 'b' },
      { a: 'a', b: 'c' },
    ],
  },
});

cases(queries.identities.lockNames, {
  'leaves no trace': {
    given: "CREATE (:Alias {value: 'a'})",
    params: { names: ['a', 'nobody'] },
    rows: [],
    leaves: { asked: 'MATCH (a:Alias) RETURN properties(a) AS all', rows: [{ all: { value: 'a' } }] },
  },
});

const people = 'MATCH (u:User) RETURN u.id AS id, u.kind AS kind, u.touched AS touched ORDER BY id';

cases(queries.identities.lockPair, {
  'makes the new one, which is what the old one was': {
    given: "CREATE (:User {id: 'old', kind: 'person'})",
    params: { from: 'old', to: 'new' },
    rows: [],
    leaves: {
      asked: people,
      rows: [
        { id: 'new', kind: 'person', touched: null },
        { id: 'old', kind: 'person', touched: null },
      ],
    },
  },
  'of two kinds the first in the alphabet stays': {
    given: "CREATE (:User {id: 'old', kind: 'service'}), (:User {id: 'new', kind: 'person'})",
    params: { from: 'old', to: 'new' },
    rows: [],
    leaves: {
      asked: people,
      rows: [
        { id: 'new', kind: 'person', touched: null },
        { id: 'old', kind: 'service', touched: null },
      ],
    },
  },
  'what is unknown of the old one takes nothing from the new': {
    given: "CREATE (:User {id: 'old'}), (:User {id: 'new', kind: 'person'})",
    params: { from: 'old', to: 'new' },
    rows: [],
    leaves: {
      asked: people,
      rows: [
        { id: 'new', kind: 'person', touched: null },
        { id: 'old', kind: null, touched: null },
      ],
    },
  },
});

const move = { from: 'old', to: 'new', names: ['a'] };

cases(queries.identities.moveNames, {
  'moves the names given and no other': {
    given: `CREATE (old:User {id: 'old'}), (:User {id: 'new'}), (:Alias {value: 'a'})-[:NAMES]->(old), (:Alias {value: 'b'})-[:NAMES]->(old)`,
    params: move,
    rows: [],
    leaves: {
      asked: whose,
      rows: [
        { name: 'a', user: 'new', touched: null },
        { name: 'b', user: 'old', touched: null },
      ],
    },
  },
  'moves nothing twice': {
    given: "CREATE (:User {id: 'old'}), (:Alias {value: 'a'})-[:NAMES]->(:User {id: 'new'})",
    params: move,
    rows: [],
    leaves: { asked: whose, rows: [{ name: 'a', user: 'new', touched: null }] },
  },
});

const acts = (rel: string, field: string) => ({
  given: `CREATE (old:User {id: 'old'}), (new:User {id: 'new'}), (:Event {id: 'e1', ${field}: 'a'})-[:${rel}]->(old),
                 (:Event {id: 'e2', ${field}: 'b'})-[:${rel}]->(old), (:Event {id: 'e3', ${field}: 'a'})-[:${rel}]->(new)`,
  params: move,
  rows: [],
  leaves: {
    asked: `MATCH (e:Event)-[:${rel}]->(u:User) RETURN e.id AS event, u.id AS user ORDER BY event`,
    rows: [
      { event: 'e1', user: 'new' },
      { event: 'e2', user: 'old' },
      { event: 'e3', user: 'new' },
    ],
  },
});

cases(queries.identities.moveActs, { 'moves what was done under those names, and no more': acts('BY', 'actor') });
cases(queries.identities.moveTargets, { 'moves what was done to those names, and no more': acts('ON', 'target') });

const remain = 'MATCH (u:User) RETURN u.id AS id ORDER BY id';

cases(queries.identities.moveTargets, {
  'moves what names people in a list, and leaves what names them by another of their names, too': {
    given: `CREATE (old:User {id: 'old'})<-[:NAMES]-(:Alias {value: 'b'}), (:User {id: 'new'}),
                   (:Event {id: 'e1', people: ['a', 'x']})-[:ON]->(old), (:Event {id: 'e2', people: ['a', 'b']})-[:ON]->(old),
                   (:Event {id: 'e3', people: ['b']})-[:ON]->(old), (:Event {id: 'e4', grantee: 'a'})-[:ON]->(old)`,
    params: move,
    rows: [],
    leaves: {
      asked: 'MATCH (e:Event)-[:ON]->(u:User) RETURN e.id AS event, u.id AS user ORDER BY event, user',
      rows: [
        { event: 'e1', user: 'new' },
        { event: 'e2', user: 'new' },
        { event: 'e2', user: 'old' },
        { event: 'e3', user: 'old' },
        { event: 'e4', user: 'new' },
      ],
    },
  },
});

const aliases =
  'MATCH (a:Alias) OPTIONAL MATCH (a)-[:NAMES]->(u:User) RETURN a.value AS name, a.unclaimed AS unclaimed, u.id AS user ORDER BY name';

cases(queries.identities.mention, {
  'a name nobody has makes no person; one that somebody has stays theirs': {
    given: "CREATE (:Alias {value: 'ana@x.test'})-[:NAMES]->(:User {id: 'ana@x.test'})",
    params: { names: ['ana@x.test', 'oid'], pairs: [{ a: 'ana@x.test', b: 'oid' }] },
    rows: [],
    leaves: {
      asked: aliases,
      rows: [
        { name: 'ana@x.test', unclaimed: null, user: 'ana@x.test' },
        { name: 'oid', unclaimed: true, user: null },
      ],
    },
  },
});

cases(queries.identities.save, {
  'a name that only an account had becomes a person’s': {
    given: "CREATE (:Alias {value: 'ana@x.test', unclaimed: true})",
    params: { batch: { names: both.slice(0, 1), pairs: [] } },
    rows: [],
    leaves: { asked: aliases, rows: [{ name: 'ana@x.test', unclaimed: null, user: 'ana@x.test' }] },
  },
});

cases(queries.identities.unclaimed, {
  'says which are nobody’s yet, and which somebody’s': {
    given: `CREATE (:Alias {value: 'a', unclaimed: true}), (:Alias {value: 'b', unclaimed: true})-[:NAMES]->(:User {id: 'ana'}), (:Alias {value: 'c'})`,
    params: {},
    rows: [
      { value: 'a', user: null },
      { value: 'b', user: 'ana' },
    ],
  },
});

cases(queries.identities.claim, {
  'gives a name to whoever is known, and takes none from anybody': {
    given:
      "CREATE (:Alias {value: 'a', unclaimed: true}), (:Alias {value: 'b'})-[:NAMES]->(:User {id: 'bo'}), (:User {id: 'ana'})",
    params: { rows: ['a', 'b'].map((value) => ({ value, user: 'ana' })) },
    rows: [],
    leaves: {
      asked: aliases,
      rows: [
        { name: 'a', unclaimed: true, user: 'ana' },
        { name: 'b', unclaimed: null, user: 'bo' },
      ],
    },
  },
});

cases(queries.identities.disclaim, {
  'takes back what was only an account’s': {
    given: "CREATE (u:User {id: 'ana'})<-[:NAMES]-(:Alias {value: 'a', unclaimed: true}), (:Alias {value: 'b'})-[:NAMES]->(u)",
    params: { names: ['a', 'b'] },
    rows: [],
    leaves: {
      asked: aliases,
      rows: [
        { name: 'a', unclaimed: true, user: null },
        { name: 'b', unclaimed: null, user: 'ana' },
      ],
    },
  },
});

cases(queries.identities.dropNameless, {
  'nobody’s name and nobody’s deed: nobody': {
    given: "CREATE (:User {id: 'old'})-[:OWNS]->(:Mailbox {address: 'm'}), (:User {id: 'other'})",
    params: { id: 'old' },
    rows: [],
    leaves: { asked: remain, rows: [{ id: 'other' }] },
  },
  'who still has a name stays': {
    given: "CREATE (:Alias {value: 'a'})-[:NAMES]->(:User {id: 'old'})",
    params: { id: 'old' },
    rows: [],
    leaves: { asked: remain, rows: [{ id: 'old' }] },
  },
  'who still did something stays': {
    given: "CREATE (:Event {id: 'e'})-[:BY]->(:User {id: 'old'})",
    params: { id: 'old' },
    rows: [],
    leaves: { asked: remain, rows: [{ id: 'old' }] },
  },
});

const owns = 'MATCH (u:User)-[o:OWNS]->(m:Mailbox) RETURN u.id AS user, m.address AS mailbox, count(o) AS ties';

cases(queries.identities.ownMailboxes, {
  'a mailbox whose address is a name of hers is hers; a shared one is nobody’s': {
    given: `CREATE (:Mailbox {address: 'ana@x.test'}), (:Mailbox {address: 'sales@x.test'}), (:Alias {value: 'ana@x.test'})-[:NAMES]->(:User {id: 'ana'})`,
    params: {},
    rows: [],
    leaves: { asked: owns, rows: [{ user: 'ana', mailbox: 'ana@x.test', ties: 1 }] },
  },
  'is told once': {
    given: "CREATE (m:Mailbox {address: 'a'})<-[:OWNS]-(u:User {id: 'ana'}), (:Alias {value: 'a'})-[:NAMES]->(u)",
    params: {},
    rows: [],
    leaves: { asked: owns, rows: [{ user: 'ana', mailbox: 'a', ties: 1 }] },
  },
});

cases(queries.identities.entities, {
  'gives every entity that something touched, with its names and when': {
    given: `CREATE (u:User {id: 'ana'})<-[:NAMES]-(:Alias {value: 'a'}), (:Event {id: 'e1', at: 5})-[:BY]->(u), (:Event {id: 'e2', at: 3})-[:BY]->(u),
                   (:User {id: 'unseen'})`,
    params: {},
    rows: [{ label: 'User', key: 'ana', names: ['a'], firstAt: 3, lastAt: 5 }],
  },
  'knows a network by its number, as text, through the address': {
    given: "CREATE (:Event {id: 'e1', at: 5})-[:FROM]->(:IP {address: 'x'})-[:IN]->(:Asn {number: 64500})",
    params: {},
    rows: [
      { label: 'IP', key: 'x', names: [], firstAt: 5, lastAt: 5 },
      { label: 'Asn', key: '64500', names: [], firstAt: 5, lastAt: 5 },
    ],
  },
  'knows a domain by its name, and an app by its id': {
    given: "CREATE (e:Event {id: 'e1', at: 5})-[:TO]->(:Domain {name: 'x.test'})",
    params: {},
    rows: [{ label: 'Domain', key: 'x.test', names: [], firstAt: 5, lastAt: 5 }],
  },
});

cases(queries.identities.showNames, {
  'somebody without a name is shown by their id': {
    given: "CREATE (:User {id: 'ana@x.test'}), (:User {id: 'b', name: 'Bo'})",
    params: {},
    rows: [],
    leaves: {
      asked: 'MATCH (u:User) RETURN u.id AS id, u.name AS name ORDER BY id',
      rows: [
        { id: 'ana@x.test', name: 'ana@x.test' },
        { id: 'b', name: 'Bo' },
      ],
    },
  },
});
