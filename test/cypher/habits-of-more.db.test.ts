import { queries } from '../../src/graph/queries.gen.ts';
import { cases } from '../support/cases.ts';
import type { Case } from '../support/cases.ts';

const row = {
  ...{ person: 'p', key: 'k', hash: 'h2', days: [1, 3], counts: [2, 5], firstAt: 10, lastAt: 40 },
  ...{ kind: 'deed', shown: 'sign-in' },
};
type Row = typeof row & { readonly value: string };

/** The same for whoever's habit it is and whatever it points at; a trait and a network are made when they are new. */
function habit(
  subject: string,
  rel: string,
  object: string,
  value: string,
): Record<string, Case<{ rows: readonly Row[] }, Record<string, never>>> {
  const [label = '', key = ''] = object.split('.');
  const [owner = '', ownerKey = ''] = subject.split('.');
  const stored = label === 'Asn' ? Number(value) : `'${value}'`;
  const leaves = {
    asked: `MATCH (:${owner})-[h:${rel}]->(n:${label}) RETURN toString(n.${key}) AS value, h.key AS key, h.hash AS hash, h.days AS days, h.counts AS counts, h.firstAt AS firstAt, h.lastAt AS lastAt`,
    rows: [{ value, key: 'k', hash: 'h2', days: [1, 3], counts: [2, 5], firstAt: 10, lastAt: 40 }],
  };
  const rows = [{ ...row, value }];
  return {
    'is kept with its days': {
      given: `CREATE (:${owner} {${ownerKey}: 'p'}), (:${label} {${key}: ${stored}})`,
      params: { rows: [...rows, ...rows] },
      rows: [],
      leaves,
    },
    'is replaced by what is counted now': {
      given: `CREATE (:${owner} {${ownerKey}: 'p'})-[:${rel} {key: 'k', hash: 'h1', days: [1], counts: [1]}]->(:${label} {${key}: ${stored}})`,
      params: { rows },
      rows: [],
      leaves,
    },
    'of nobody is nobody’s': {
      given: `CREATE (:${label} {${key}: ${stored}})`,
      params: { rows },
      rows: [],
      leaves: { ...leaves, rows: [] },
    },
  };
}

cases(queries.habits.showsTrait, {
  ...habit('User.id', 'SHOWS', 'Trait.id', 'deed/sign-in'),
  'makes a trait that is new, with its kind and value': {
    given: `CREATE (:User {id: 'p'})`,
    params: { rows: [{ ...row, value: 'deed/sign-in' }] },
    rows: [],
    leaves: {
      asked: 'MATCH (t:Trait) RETURN t.id AS id, t.kind AS kind, t.value AS value',
      rows: [{ id: 'deed/sign-in', kind: 'deed', value: 'sign-in' }],
    },
  },
});
cases(queries.habits.mailboxShowsTrait, habit('Mailbox.address', 'SHOWS', 'Trait.id', 'readerClient/outlook'));
cases(queries.habits.mailsMailbox, habit('User.id', 'MAILS', 'Mailbox.address', 'bo@contoso.test'));
cases(queries.habits.mailsDomain, habit('User.id', 'MAILS', 'Domain.name', 'partner.test'));
cases(queries.habits.hearsFromDomain, habit('Mailbox.address', 'HEARS_FROM', 'Domain.name', 'partner.test'));
cases(queries.habits.appReadsMailbox, habit('App.id', 'READS', 'Mailbox.address', 'm@contoso.test'));
cases(queries.habits.appSignsInFromAsn, habit('App.id', 'SIGNS_IN_FROM', 'Asn.number', '64500'));

const left = { asked: 'MATCH ()-[h:READS|SHOWS]->() RETURN h.key AS key', rows: [{ key: 'k2' }] };

cases(queries.habits.forgetOfApp, {
  'forgets those named of an application': {
    given: `CREATE (a:App {id: 'a'})-[:READS {key: 'k1'}]->(:Mailbox {address: 'm'}), (a)-[:READS {key: 'k2'}]->(:Mailbox {address: 'n'})`,
    params: { rows: ['k1', 'unknown'].map((key) => ({ owner: 'a', key })) },
    rows: [],
    leaves: left,
  },
});

cases(queries.habits.forgetOfMailbox, {
  'forgets those named of a mailbox': {
    given: `CREATE (m:Mailbox {address: 'm'})-[:SHOWS {key: 'k1'}]->(:Trait {id: 't'}), (m)-[:SHOWS {key: 'k2'}]->(:Trait {id: 'u'})`,
    params: { rows: ['k1', 'unknown'].map((key) => ({ owner: 'm', key })) },
    rows: [],
    leaves: left,
  },
});
