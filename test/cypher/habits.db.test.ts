import { queries } from '../../src/graph/queries.gen.ts';
import { cases } from '../support/cases.ts';
import type { Case } from '../support/cases.ts';

interface Row {
  readonly person: string;
  readonly value: string;
  readonly key: string;
  readonly hash: string;
  readonly days: readonly number[];
  readonly counts: readonly number[];
  readonly firstAt: number;
  readonly lastAt: number;
}

/** The same of every dimension. A place is made when it is new: the service's own address touches no event. */
function habit(
  rel: string,
  label: string,
  key: string,
  value: string,
): Record<string, Case<{ rows: readonly Row[] }, Record<string, never>>> {
  const row = { person: 'ana', value, key: 'k', hash: 'h2', days: [1, 3], counts: [2, 5], firstAt: 10, lastAt: 40 };
  const stored = label === 'Asn' ? Number(value) : `'${value}'`;
  const leaves = {
    asked: `MATCH (:User)-[h:${rel}]->(n:${label}) RETURN toString(n.${key}) AS value, h.key AS key, h.hash AS hash, h.days AS days, h.counts AS counts, h.firstAt AS firstAt, h.lastAt AS lastAt`,
    rows: [{ value, key: 'k', hash: 'h2', days: [1, 3], counts: [2, 5], firstAt: 10, lastAt: 40 }],
  };
  return {
    'is kept with its days': {
      given: `CREATE (:User {id: 'ana'}), (:${label} {${key}: ${stored}})`,
      params: { rows: [row, row] },
      rows: [],
      leaves,
    },
    'is replaced by what is counted now': {
      given: `CREATE (:User {id: 'ana'})-[:${rel} {key: 'k', hash: 'h1', days: [1], counts: [1]}]->(:${label} {${key}: ${stored}})`,
      params: { rows: [row] },
      rows: [],
      leaves,
    },
    'of nobody is nobody’s': {
      given: `CREATE (:${label} {${key}: ${stored}})`,
      params: { rows: [row] },
      rows: [],
      leaves: { ...leaves, rows: [] },
    },
  };
}

cases(queries.habits.signsInFromCountry, habit('SIGNS_IN_FROM', 'Country', 'code', 'AU'));
cases(queries.habits.signsInFromAsn, habit('SIGNS_IN_FROM', 'Asn', 'number', '64500'));
cases(queries.habits.signsInFromIp, habit('SIGNS_IN_FROM', 'IP', 'address', '192.0.2.1'));
cases(queries.habits.usesApp, habit('USES', 'App', 'id', 'a'));
cases(queries.habits.usesDevice, habit('USES', 'Device', 'id', 'd'));
cases(queries.habits.readsMailbox, habit('READS', 'Mailbox', 'address', 'm'));
cases(queries.habits.readsUrl, habit('READS', 'Url', 'url', 'u'));
cases(queries.habits.writesToMailbox, habit('WRITES_TO', 'Mailbox', 'address', 'm'));

const two = `CREATE (u:User {id: 'ana'})-[:USES {key: 'k1', hash: 'h1'}]->(:App {id: 'a'}), (u)-[:READS {key: 'k2', hash: 'h2'}]->(:Mailbox {address: 'm'}),
                    (u)-[:OWNS]->(:Mailbox {address: 'o'})`;

cases(queries.habits.hashes, {
  'gives every habit, and nothing that is none': {
    given: two,
    params: {},
    rows: [
      { key: 'k1', hash: 'h1', label: 'User', owner: 'ana' },
      { key: 'k2', hash: 'h2', label: 'User', owner: 'ana' },
    ],
  },
});

cases(queries.habits.forget, {
  'forgets those named; the person and the place stay': {
    given: two,
    params: { rows: ['k1', 'unknown'].map((key) => ({ owner: 'ana', key })) },
    rows: [],
    leaves: {
      asked: 'MATCH (:User)-[r]->() RETURN type(r) AS type, COUNT { (:App) } AS apps ORDER BY type',
      rows: [
        { type: 'OWNS', apps: 1 },
        { type: 'READS', apps: 1 },
      ],
    },
  },
});
