import { queries } from '../../src/graph/queries.gen.ts';
import { cases } from '../support/cases.ts';

const ana = 'ana@contoso.test';
const zoe = 'zoe@fabrikam.test';

/** Mail as it is in the graph: of a minute, from one to Ana. */
const sent = (id: string, at: number, more = ''): string =>
  `(${id}:Event {id: '${id}', kind: 'mail', message: 'm-${id}', at: ${at}, sender: '${zoe}', recipients: ['${ana}'], urls: [], delivery: 'delivered'${more}})`;

const row = (id: string, at: number, more: { readonly sender?: string; readonly author?: string } = {}) => ({
  ...{ id, message: `m-${id}`, at, sender: zoe, author: null, recipients: [ana], urls: [], delivery: 'delivered' },
  ...more,
});

const span = { since: 10, until: 30, limit: 2 };

cases(queries.mail.bySender, {
  'gives the newest of a time, and none that names another author': {
    given: `CREATE ${[sent('a', 9), sent('b', 10), sent('c', 20), sent('d', 30), sent('e', 31), sent('f', 25, ", author: 'mo@fabrikam.test'")].join(', ')}`,
    params: { addresses: [zoe, zoe], ...span },
    rows: [row('d', 30), row('c', 20)],
  },
  'gives so many of each': {
    given: `CREATE ${[sent('a', 20), sent('b', 21), sent('c', 22), sent('d', 11, `, author: null`).replace(zoe, 'mo@fabrikam.test')].join(', ')}`,
    params: { addresses: ['mo@fabrikam.test', zoe], ...span },
    rows: [row('c', 22), row('b', 21), row('d', 11, { sender: 'mo@fabrikam.test' })],
  },
  'gives nothing of others': { given: `CREATE ${sent('a', 20)}`, params: { addresses: [ana], ...span }, rows: [] },
});

const byMo = ", author: 'mo@fabrikam.test'";
cases(queries.mail.byAuthor, {
  'gives the newest of a time, whoever sent it': {
    given: `CREATE ${[sent('a', 9, byMo), sent('b', 10, byMo), sent('c', 20, byMo), sent('d', 30, byMo), sent('e', 29)].join(', ')}`,
    params: { addresses: ['mo@fabrikam.test'], ...span },
    rows: [row('d', 30, { author: 'mo@fabrikam.test' }), row('c', 20, { author: 'mo@fabrikam.test' })],
  },
});

cases(queries.mail.toAddress, {
  'gives the newest of a time, and nothing but mail': {
    given: `CREATE (m:Mailbox {address: '${ana}'}), ${[sent('a', 9), sent('b', 11), sent('c', 20), sent('d', 30)].join(', ')}, (x:Event {id: 'x', at: 21})
            CREATE (a)-[:TO]->(m), (b)-[:TO]->(m), (c)-[:TO]->(m), (d)-[:TO]->(m), (x)-[:TO]->(m)`,
    params: { addresses: [ana], most: 100, ...span },
    rows: [row('d', 30), row('c', 20)],
  },
  'looks at no more than it may': {
    given: `CREATE (m:Mailbox {address: '${ana}'}), ${sent('a', 20)}, ${sent('b', 21)} CREATE (a)-[:TO]->(m), (b)-[:TO]->(m)`,
    params: { addresses: [ana], most: 0, ...span },
    rows: [],
  },
});

cases(queries.mail.fromDomain, {
  'gives the newest of a time': {
    given: `CREATE (d:Domain {name: 'fabrikam.test'}), ${[sent('a', 9), sent('b', 11), sent('c', 20), sent('e', 30)].join(', ')}, (x:Event {id: 'x', at: 21})
            CREATE (a)-[:FROM]->(d), (b)-[:FROM]->(d), (c)-[:FROM]->(d), (e)-[:FROM]->(d), (x)-[:FROM]->(d)`,
    params: { domain: 'fabrikam.test', most: 100, ...span },
    rows: [row('e', 30), row('c', 20)],
  },
});

cases(queries.mail.byMessage, {
  'gives every record of a message up to a moment, and no other deed on it': {
    given: `CREATE (m:Email {id: 'm-a'}), ${sent('a', 20)}, ${sent('b', 40)}, (x:Event {id: 'x', at: 21}) CREATE (a)-[:ON]->(m), (b)-[:ON]->(m), (x)-[:ON]->(m)`,
    params: { messages: ['m-a', 'none'], until: 30, limit: 5 },
    rows: [row('a', 20)],
  },
});

cases(queries.mail.leadingTo, {
  'gives mail that leads to pages with a text in their address, each once': {
    given: `CREATE (u:Url {url: 'https://a.tailspin.test/x'}), (v:Url {url: 'https://tailspin.test/'}), (w:Url {url: 'https://wingtip.test/'}),
                   ${sent('a', 20)}, ${sent('b', 21)}, ${sent('c', 40)}
            CREATE (a)-[:TO]->(u), (a)-[:TO]->(v), (b)-[:TO]->(w), (c)-[:TO]->(u)`,
    params: { texts: ['tailspin.test', 'litware.test'], most: 100, ...span },
    rows: [row('a', 20)],
  },
});

cases(queries.mail.domains, {
  'gives those that wrote often, the busiest first': {
    given: `CREATE (a:Domain {name: 'a.test'}), (b:Domain {name: 'b.test'}), (:Domain {name: 'c.test'})
            WITH a, b UNWIND range(1, 3) AS n CREATE (:Event {id: 'a' + n})-[:FROM]->(a)
            WITH DISTINCT b UNWIND range(1, 4) AS n CREATE (:Event {id: 'b' + n})-[:FROM]->(b)`,
    params: { least: 3, limit: 10 },
    rows: [{ domain: 'b.test' }, { domain: 'a.test' }],
  },
  'leaves out those that wrote seldom': {
    given: "CREATE (:Event {id: 'a'})-[:FROM]->(:Domain {name: 'a.test'})",
    params: { least: 3, limit: 10 },
    rows: [],
  },
});

cases(queries.mail.addresses, {
  'gives names and mailboxes of a domain, each once': {
    given: `CREATE (:Alias {value: '${ana}'}), (:Alias {value: '${zoe}'}), (:Mailbox {address: '${ana}'}), (:Mailbox {address: 'bo@contoso.test'})`,
    params: { ending: '@contoso.test', limit: 10 },
    rows: [{ address: ana }, { address: 'bo@contoso.test' }],
  },
});

cases(queries.mail.roles, {
  'gives what was given and taken, in order, the newest where there is too much': {
    given: `CREATE (:Event {id: 'c', at: 3, role: 'Reader', change: 'removed', target: 'b'}), (:Event {id: 'a', at: 1, role: 'Reader', change: 'granted', target: 'b'}),
                   (:Event {id: 'b', at: 2, role: 'Reader', change: 'granted', target: 'b'}), (:Event {id: 'd', at: 9, role: 'Reader', change: 'granted', target: 'b'}),
                   (:Event {id: 'e', at: 2})`,
    params: { until: 5, limit: 2 },
    rows: [
      { change: 'granted', role: 'Reader', target: 'b' },
      { change: 'removed', role: 'Reader', target: 'b' },
    ],
  },
});

cases(queries.mail.findings, {
  'gives those of a time with what of mail they are about': {
    given: `CREATE (f:Finding {id: 'f', at: 10, detection: 'd', severity: 'high'})-[:ABOUT {role: 'actor'}]->(:User {id: '${ana}'}),
                   (f)-[:ABOUT {role: 'place'}]->(:IP {address: '192.0.2.1'}),
                   (:Finding {id: 'g', at: 20, detection: 'd', severity: 'low'}), (:Finding {id: 'h', at: 31, detection: 'd', severity: 'low'})`,
    params: { ...span, limit: 10 },
    rows: [
      { id: 'g', detection: 'd', at: 20, severity: 'low', about: [] },
      { id: 'f', detection: 'd', at: 10, severity: 'high', about: [['User', ana]] },
    ],
  },
});

cases(queries.mail.whose, {
  'gives identities with the zones they were in': {
    given: `CREATE (:Alias {value: '${ana}'})-[:NAMES]->(u:User {id: 'ana'}), (:Alias {value: 'loose'}),
                   (u)-[:SHOWS {days: [1, 2], counts: [3, 4]}]->(:Trait {id: 'zone/Europe/Madrid', kind: 'zone', value: 'Europe/Madrid'}),
                   (u)-[:SHOWS {days: [1], counts: [1]}]->(:Trait {id: 'hour/1', kind: 'hour', value: '1'})`,
    params: { addresses: [ana, 'loose', 'none'] },
    rows: [{ address: ana, user: 'ana', zones: [{ zone: 'Europe/Madrid', days: [1, 2], counts: [3, 4] }] }],
  },
});

cases(queries.mail.home, {
  'gives the domains of those who signed in, guests and programs apart': {
    given: `CREATE (:Alias {value: '${ana}'})-[:NAMES]->(a:User {id: 'a'}), (:Alias {value: 'bo@contoso.test'})-[:NAMES]->(b:User {id: 'b'}),
              (:Alias {value: '${zoe}'})-[:NAMES]->(z:User {id: 'z'}), (:Alias {value: 'mo_other.test#ext#@contoso.test'})-[:NAMES]->(m:User {id: 'm'}),
              (:Alias {value: 'robot@machines.test'})-[:NAMES]->(r:User {id: 'r'}), (:Alias {value: 'wrong@denied.test'})-[:NAMES]->(w:User {id: 'w'})
            CREATE (:Event {id: 'e1', at: 1, kind: 'signIn', outcome: 'success', actorKind: 'person'})-[:BY]->(a), (:Event {id: 'e2', at: 2, kind: 'signIn', outcome: 'success'})-[:BY]->(b),
              (:Event {id: 'e3', at: 3, kind: 'signIn', outcome: 'success', actorKind: 'person'})-[:BY]->(z), (:Event {id: 'e4', at: 4, kind: 'signIn', outcome: 'success', actorKind: 'person'})-[:BY]->(m),
              (:Event {id: 'e5', at: 5, kind: 'signIn', outcome: 'success', actorKind: 'service'})-[:BY]->(r), (:Event {id: 'e6', at: 6, kind: 'signIn', outcome: 'failure', actorKind: 'person'})-[:BY]->(w)`,
    params: { most: 100, limit: 10 },
    rows: [{ domain: 'contoso.test' }, { domain: 'fabrikam.test' }],
  },
  'looks at no more of the newest events than it may': {
    given: `CREATE (:Alias {value: '${ana}'})-[:NAMES]->(a:User {id: 'a'}) CREATE (:Event {id: 'e1', at: 1, kind: 'signIn', outcome: 'success'})-[:BY]->(a), (:Event {id: 'e2', at: 2, kind: 'other'})`,
    params: { most: 1, limit: 10 },
    rows: [],
  },
});

const recorded = (id: string, at: number) => ({
  ...{ message: 'm1', report: null, campaign: null, id, record: id, operation: 'Message', at, sender: zoe, author: null },
  ...{ recipients: [ana], direction: 'inbound', delivery: 'delivered', subject: null, urls: [], attachments: [] },
  ...{ spf: null, dkim: null, dmarc: null },
});
const ofMessage = (id: string, at: number): string =>
  `(${id}:Event {id: '${id}', kind: 'mail', record: '${id}', operation: 'Message', at: ${at}, sender: '${zoe}', recipients: ['${ana}'], direction: 'inbound', delivery: 'delivered', urls: [], attachments: []})`;

cases(queries.mail.records, {
  'gives all that was recorded of a message, in order, and what was said of it': {
    given: `CREATE (m:Email {id: 'm1', report: '{}'}), (c:Campaign {id: 'c1'})-[:INCLUDES]->(m), ${ofMessage('b', 20)}, ${ofMessage('a', 10)},
                   (x:Event {id: 'x', kind: 'alert', at: 5}) CREATE (a)-[:ON]->(m), (b)-[:ON]->(m), (x)-[:ON]->(m)`,
    params: { messages: ['m1', 'none'], limit: 10 },
    rows: [recorded('a', 10), recorded('b', 20)].map((one) => ({ ...one, report: '{}', campaign: 'c1' })),
  },
  'gives so many of it': {
    given: `CREATE (m:Email {id: 'm1'}), ${ofMessage('a', 10)}, ${ofMessage('b', 20)} CREATE (a)-[:ON]->(m), (b)-[:ON]->(m)`,
    params: { messages: ['m1'], limit: 1 },
    rows: [recorded('a', 10)],
  },
});

const listed =
  "CREATE (:Email {id: 'a', at: 10}), (:Email {id: 'b', at: 20, score: 90}), (:Email {id: 'c', at: 20, score: 10}), (:Email {id: 'd'})";
cases(queries.mail.page, {
  'lists the newest first, and none without a time': {
    given: listed,
    params: { at: 100, after: '', least: -1, limit: 2 },
    rows: [
      { id: 'c', at: 20 },
      { id: 'b', at: 20 },
    ],
  },
  'goes on after a place': {
    given: listed,
    params: { at: 20, after: 'c', least: -1, limit: 5 },
    rows: [
      { id: 'b', at: 20 },
      { id: 'a', at: 10 },
    ],
  },
  'leaves out what scored less, or was not judged': {
    given: listed,
    params: { at: 100, after: '', least: 50, limit: 5 },
    rows: [{ id: 'b', at: 20 }],
  },
});

cases(queries.mail.said, {
  'gives what was said of those of whom something was': {
    given: "CREATE (:Email {id: 'a', hash: 'h'}), (:Email {id: 'b'})",
    params: { messages: ['a', 'b', 'none'] },
    rows: [{ message: 'a', hash: 'h' }],
  },
});

cases(queries.mail.say, {
  'says it in place of what was said': {
    given:
      "CREATE (:Email {id: 'a', at: 1, hash: 'h', score: 90, action: 'hold', tags: ['bec'], models: ['x'], report: '{}', name: 'Plan'})",
    params: { rows: [{ message: 'a', fields: { at: 2, hash: 'i' } }] },
    rows: [],
    leaves: {
      asked:
        'MATCH (m:Email) RETURN m.at AS at, m.hash AS hash, m.score AS score, m.tags AS tags, m.models AS models, m.report AS report, m.name AS name',
      rows: [{ at: 2, hash: 'i', score: null, tags: null, models: null, report: null, name: 'Plan' }],
    },
  },
});

const measuredEvents =
  "CREATE (:Event {id: 'a', hash: 'h', measured: '[1]', raw: '{}'}), (:Event {id: 'b', hash: 'i', raw: '{}'}), (:Event {id: 'c', hash: 'j'})";
cases(queries.mail.measured, {
  'gives what was measured, by event': {
    given: measuredEvents,
    params: { ids: ['a', 'b'] },
    rows: [{ id: 'a', measured: '[1]' }],
  },
});
cases(queries.mail.measure, {
  'keeps it beside the event, unless that says something else by now': {
    given: measuredEvents,
    params: { rows: ['a', 'b'].map((id) => ({ id, hash: 'i', measured: '[2]' })) },
    rows: [],
    leaves: {
      asked: 'MATCH (e:Event) RETURN e.id AS id, e.measured AS measured ORDER BY id',
      rows: [
        { id: 'a', measured: '[1]' },
        { id: 'b', measured: '[2]' },
        { id: 'c', measured: null },
      ],
    },
  },
});
cases(queries.mail.letters, {
  'gives the records that were kept': {
    given: measuredEvents,
    params: { ids: ['b', 'c'] },
    rows: [{ id: 'b', hash: 'i', raw: '{}' }],
  },
});
