import { describe, expect, it } from 'vitest';
import { queries } from '../../src/graph/queries.gen.ts';
import { cases } from '../support/cases.ts';
import type { Case } from '../support/cases.ts';
import { graph, statement } from '../support/neo4j.ts';

/** Where a node is in the graph: there, and wherever the database put it. */
const somewhere = expect.any(String) as string;

type Made = { readonly key: string; readonly node: string; readonly name: string | null };

/** The same of every label: made when it is new, found when it is there, once. */
function made(label: string, key: string): Record<string, Case<{ batch: { keys: readonly string[] } }, Made>> {
  const nameOf = (its: string): string | null => (key === 'name' ? its : null);
  return {
    'is made when it is new, once however often it is touched': {
      given: `CREATE (:${label} {${key}: 'there'})`,
      params: { batch: { keys: ['new', 'there', 'there'] } },
      rows: ['new', 'there', 'there'].map((its) => ({ key: its, node: somewhere, name: nameOf(its) })),
      leaves: { asked: `MATCH (n:${label}) RETURN n.${key} AS key ORDER BY key`, rows: [{ key: 'new' }, { key: 'there' }] },
    },
  };
}

const named = (label: string) => ({
  'says what it is called': {
    given: `CREATE (:${label} {id: 'k', name: 'Its name'})`,
    params: { batch: { keys: ['k'] } },
    rows: [{ key: 'k', node: somewhere, name: 'Its name' }],
  },
});

cases(queries.touched.app, { ...made('App', 'id'), ...named('App') });
cases(queries.touched.authMethod, made('AuthMethod', 'id'));
cases(queries.touched.device, { ...made('Device', 'id'), ...named('Device') });
cases(queries.touched.domain, made('Domain', 'name'));
cases(queries.touched.email, made('Email', 'id'));
cases(queries.touched.file, made('File', 'id'));
cases(queries.touched.ip, made('IP', 'address'));
cases(queries.touched.mailbox, made('Mailbox', 'address'));
cases(queries.touched.rule, made('Rule', 'id'));
cases(queries.touched.session, made('Session', 'id'));
cases(queries.touched.url, made('Url', 'url'));

cases(queries.touched.people, {
  'knows people by any of their names, and leaves out what names nobody': {
    given: `CREATE (u:User {id: 'ana'})<-[:NAMES]-(:Alias {value: 'a'}), (u)<-[:NAMES]-(:Alias {value: 'b'}),
                   (:Alias {value: 'unclaimed'})`,
    params: { batch: { names: ['a', 'b', 'nobody', 'unclaimed'] } },
    rows: [
      { key: 'a', node: somewhere },
      { key: 'b', node: somewhere },
    ],
  },
});

cases(queries.touched.name, { 'of nothing there is none': { params: { batch: { rows: [] } }, rows: [] } });

describe('touched/name', () => {
  it.each([
    { says: 'gives the first name', was: '', name: 'm', stays: 'm' },
    { says: 'takes a name that comes earlier in the alphabet', was: ", name: 'm'", name: 'a', stays: 'a' },
    { says: 'keeps a name beside a later one', was: ", name: 'm'", name: 'z', stays: 'm' },
  ])('$says', async ({ was, name, stays }) => {
    const db = await graph();
    const [row] = await db.run(statement<{ node: string }>(`CREATE (n:Device {id: 'k'${was}}) RETURN elementId(n) AS node`), {});
    await db.run(queries.touched.name, { batch: { rows: [{ node: row?.node ?? '', name }] } });
    expect(await db.run(statement('MATCH (n:Device) RETURN n.name AS name, n.touched AS touched'), {})).toEqual([
      { name: stays, touched: null },
    ]);
  });
});
