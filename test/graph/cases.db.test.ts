// The helper that tests statements, tested on two of its own.

import type { Query } from '../../src/graph/graph.ts';
import { cases } from '../support/cases.ts';

const named: Query<{ name: string }, { id: string }> = {
  name: 'test/named',
  mode: 'read',
  text: 'MATCH (e:Event {name: $name}) RETURN e.id AS id ORDER BY id',
};

cases(named, {
  'gives the rows of the given graph': {
    given: "CREATE (:Event {id: 'e2', name: 'a'}), (:Event {id: 'e1', name: 'a'}), (:Event {id: 'e3', name: 'b'})",
    params: { name: 'a' },
    rows: [{ id: 'e1' }, { id: 'e2' }],
  },
  'starts from an empty graph, whatever the case before left': {
    params: { name: 'a' },
    rows: [],
  },
});

const save: Query<{ id: string }, Record<string, never>> = { name: 'test/save', mode: 'write', text: 'MERGE (:Event {id: $id})' };

cases(save, {
  'may be asked what it leaves behind': {
    params: { id: 'e1' },
    rows: [],
    leaves: { asked: 'MATCH (e:Event) RETURN e.id AS id', rows: [{ id: 'e1' }] },
  },
});
