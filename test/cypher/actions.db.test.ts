import { queries } from '../../src/graph/queries.gen.ts';
import { cases } from '../support/cases.ts';

const proposed = (token: string) => ({ rows: [{ id: 'a', token, incident: 'i', fields: { status: 'proposed' } }] });
const kept = 'MATCH (a:Action) RETURN a.id AS id, a.status AS status, COUNT { (a)-[:ANSWERS]->(:Incident) } AS answers';

cases(queries.actions.propose, {
  'a new one is kept with the incident it answers': {
    given: "CREATE (:Incident {id: 'i'})",
    params: proposed('t'),
    rows: [{ id: 'a', isNew: true }],
    leaves: { asked: kept, rows: [{ id: 'a', status: 'proposed', answers: 1 }] },
  },
  'one that was proposed before is left as it is': {
    given: "CREATE (:Action {id: 'a', token: 's', status: 'denied'})-[:ANSWERS]->(:Incident {id: 'i'})",
    params: proposed('t'),
    rows: [{ id: 'a', isNew: false }],
    leaves: { asked: kept, rows: [{ id: 'a', status: 'denied', answers: 1 }] },
  },
  'there is none for an incident there is not': { params: proposed('t'), rows: [], leaves: { asked: kept, rows: [] } },
});

const targets = [
  { action: 'a', label: 'User', key: 'ana' },
  { action: 'a', label: 'Mailbox', key: 'm' },
  { action: 'a', label: 'Rule', key: 'r' },
  { action: 'a', label: 'Device', key: 'd' },
  { action: 'a', label: 'App', key: 'p' },
  { action: 'a', label: 'Email', key: 's' },
  { action: 'a', label: 'Campaign', key: 't' },
];

cases(queries.actions.targets, {
  'is tied to what it is done to, once': {
    given: "CREATE (:Action {id: 'a'})-[:TARGETS]->(:User {id: 'ana'})",
    params: { rows: [...targets, ...targets] },
    rows: [],
    leaves: {
      asked:
        'MATCH (:Action)-[t:TARGETS]->(n) RETURN labels(n)[0] AS label, coalesce(n.id, n.address) AS key, count(t) AS ties ORDER BY key',
      rows: [
        { label: 'User', key: 'ana', ties: 1 },
        { label: 'Device', key: 'd', ties: 1 },
        { label: 'Mailbox', key: 'm', ties: 1 },
        { label: 'App', key: 'p', ties: 1 },
        { label: 'Rule', key: 'r', ties: 1 },
        { label: 'Email', key: 's', ties: 1 },
        { label: 'Campaign', key: 't', ties: 1 },
      ],
    },
  },
});

cases(queries.actions.all, {
  'gives those that wait first, then the newest, each plan in its order': {
    given: `CREATE (:Action {id: 'x', report: 'x', status: 'verified', proposedAt: 9, incident: 'i', order: 1}),
                   (:Action {id: 'z', report: 'z', status: 'proposed', proposedAt: 5, incident: 'i', order: 20}),
                   (:Action {id: 'y', report: 'y', status: 'proposed', proposedAt: 5, incident: 'i', order: 30}),
                   (:Action {id: 'w', report: 'w', status: 'proposed', proposedAt: 7, incident: 'j', order: 30})`,
    params: {},
    rows: ['w', 'z', 'y', 'x'].map((id) => ({ id, report: id })),
  },
});

cases(queries.actions.byId, {
  'finds one': { given: "CREATE (:Action {id: 'a', report: 'r'})", params: { id: 'a' }, rows: [{ report: 'r' }] },
  'finds none': { params: { id: 'a' }, rows: [] },
});

cases(queries.actions.lock, {
  'gives it as it is now': { given: "CREATE (:Action {id: 'a', report: 'r'})", params: { id: 'a' }, rows: [{ report: 'r' }] },
  'makes none': {
    params: { id: 'a' },
    rows: [],
    leaves: { asked: 'MATCH (a:Action) RETURN count(a) AS n', rows: [{ n: 0 }] },
  },
});

cases(queries.actions.update, {
  'is as far as its last step, once or twice': {
    given: "CREATE (:Action {id: 'a', status: 'approved', title: 't'})",
    params: { id: 'a', fields: { status: 'dryRun' } },
    rows: [],
    leaves: { asked: 'MATCH (a:Action) RETURN a.status AS status, a.title AS title', rows: [{ status: 'dryRun', title: 't' }] },
  },
});

const entry = { sequence: 1, hash: 'h', previousHash: '0', at: 5, who: 'ana', what: 'approved', target: 'User bo', details: 'd' };
const chain =
  'MATCH (e:AuditEntry) RETURN e.hash AS hash, COUNT { (e)-[:RECORDS]->(:Action) } AS actions, COUNT { (:Meta {report: "h!"}) } AS last';

cases(queries.actions.appendEntry, {
  'an entry is added, tied to its action, and remembered as the last': {
    given: "CREATE (:Meta {name: 'audit'}), (:Action {id: 'a'})",
    params: { fields: entry, report: 'h!', action: 'a', incident: null },
    rows: [],
    leaves: { asked: chain, rows: [{ hash: 'h', actions: 1, last: 1 }] },
  },
  'an entry of no action is added too': {
    given: "CREATE (:Meta {name: 'audit'})",
    params: { fields: entry, report: 'h!', action: null, incident: null },
    rows: [],
    leaves: { asked: chain, rows: [{ hash: 'h', actions: 0, last: 1 }] },
  },
});

cases(queries.actions.lastEntry, {
  'before the first there is none': {
    params: {},
    rows: [{ report: null }],
    leaves: { asked: "MATCH (m:Meta {name: 'audit'}) RETURN count(m) AS n", rows: [{ n: 1 }] },
  },
  'is the one remembered': { given: "CREATE (:Meta {name: 'audit', report: 'r'})", params: {}, rows: [{ report: 'r' }] },
});

cases(queries.actions.audit, {
  'gives the chain from its beginning': {
    given: `CREATE (:AuditEntry {sequence: 10, hash: 'k', previousHash: 'h', at: 6, who: 'bo', what: 'w', target: 't', details: ''}),
                   (:AuditEntry {sequence: 1, hash: 'h', previousHash: '0', at: 5, who: 'ana', what: 'approved', target: 'User bo', details: 'd'})`,
    params: {},
    rows: [entry, { sequence: 10, hash: 'k', previousHash: 'h', at: 6, who: 'bo', what: 'w', target: 't', details: '' }],
  },
});

cases(queries.actions.simulatedPut, {
  'remembers the last said of a thing': {
    given: "CREATE (:SimulatedObject {id: 's', state: 'old'})",
    params: { id: 's', state: 'new' },
    rows: [],
    leaves: { asked: 'MATCH (s:SimulatedObject) RETURN s.id AS id, s.state AS state', rows: [{ id: 's', state: 'new' }] },
  },
});

cases(queries.actions.simulatedGet, {
  'gives what was remembered': {
    given: "CREATE (:SimulatedObject {id: 's', state: 'x'})",
    params: { id: 's' },
    rows: [{ state: 'x' }],
  },
  'of what nothing was done to remembers nothing': { params: { id: 's' }, rows: [] },
});

cases(queries.actions.simulatedPutAll, {
  'remembers the last said of each': {
    given: "CREATE (:SimulatedObject {id: 's', state: 'old'})",
    params: {
      rows: [
        { id: 's', state: 'new' },
        { id: 't', state: 'first' },
      ],
    },
    rows: [],
    leaves: {
      asked: 'MATCH (s:SimulatedObject) RETURN s.id AS id, s.state AS state ORDER BY id',
      rows: [
        { id: 's', state: 'new' },
        { id: 't', state: 'first' },
      ],
    },
  },
});

cases(queries.actions.simulatedGetAll, {
  'gives those of which anything is remembered': {
    given:
      "CREATE (:SimulatedObject {id: 't', state: 'y'}), (:SimulatedObject {id: 's', state: 'x'}), (:SimulatedObject {id: 'u', state: 'z'})",
    params: { ids: ['t', 's', 'nothing'] },
    rows: [
      { id: 's', state: 'x' },
      { id: 't', state: 'y' },
    ],
  },
});

cases(queries.actions.knownCopies, {
  'everybody a message came to, once, whichever record tells': {
    given: `CREATE (m:Email {id: 'm'}), (:Email {id: 'n'}), (:Event {id: 'e1', recipients: ['bo', 'ana']})-[:ON]->(m),
                   (:Event {id: 'e2', recipients: ['ana', 'cy']})-[:ON]->(m), (:Event {id: 'e3', kind: 'alert'})-[:ON]->(m)`,
    params: { messages: ['n', 'm', 'nothing'] },
    rows: [
      { message: 'm', recipients: ['ana', 'bo', 'cy'] },
      { message: 'n', recipients: [] },
    ],
  },
});

cases(queries.actions.whose, {
  'says whose a name is, and nothing of a name nobody has': {
    given: "CREATE (:Alias {value: 'ana@contoso.test'})-[:NAMES]->(:User {id: 'u1'}), (:Alias {value: 'nobody'})",
    params: { names: ['ana@contoso.test', 'nobody', 'other'] },
    rows: [{ name: 'ana@contoso.test', user: 'u1' }],
  },
});

cases(queries.actions.knownUser, {
  'an account is of a kind': {
    given: `CREATE (u:User {id: 'ana', kind: 'person'}), (:Alias {value: 's-1-5'})-[:NAMES]->(u),
                   (:Alias {value: 'ana@contoso.test'})-[:NAMES]->(u), (:Alias {value: 'bo'})-[:NAMES]->(:User {id: 'bo'})`,
    params: { id: 'ana' },
    rows: [{ kind: 'person', names: ['ana@contoso.test', 's-1-5'] }],
  },
  'or of a kind nobody told': { given: "CREATE (:User {id: 'ana'})", params: { id: 'ana' }, rows: [{ kind: null, names: [] }] },
  'or unknown': { params: { id: 'ana' }, rows: [] },
});

cases(queries.actions.knownRule, {
  'a rule is as the last change left it': {
    given: `CREATE (r:Rule {id: 'r', name: '.'})-[:WORKS_IN]->(:Mailbox {address: 'm'}),
                   (:Event {id: 'e1', at: 1, change: 'created'})-[:ON]->(r), (:Event {id: 'e2', at: 2, change: 'removed'})-[:ON]->(r)`,
    params: { id: 'r' },
    rows: [{ name: '.', mailbox: 'm', change: 'removed' }],
  },
  'a rule nobody saw change is there all the same': {
    given: "CREATE (:Rule {id: 'r'})",
    params: { id: 'r' },
    rows: [{ name: null, mailbox: null, change: null }],
  },
  'or is unknown': { params: { id: 'r' }, rows: [] },
});
