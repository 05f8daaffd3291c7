import { queries } from '../../src/graph/queries.gen.ts';
import { cases } from '../support/cases.ts';

const ana = "(u:User {id: 'ana', name: 'Ana', kind: 'person'})<-[:NAMES]-(:Alias {value: 's-1-5'})";

cases(queries.entities.find, {
  'nothing of that key is no entity': {
    given: "CREATE (:IP {address: '192.0.2.1'})",
    params: { label: 'User', key: '192.0.2.1', number: 0 },
    rows: [],
  },
});

const none = { element: 'none' };

cases(queries.entities.span, {
  'of nothing there is none': { params: { ...none, limit: 9 }, rows: [{ firstAt: null, lastAt: null }] },
});
cases(queries.entities.events, {
  'of nothing there are none': { params: { ...none, at: 9, id: '', most: 9, limit: 9 }, rows: [] },
});
cases(queries.entities.eventCount, { 'of nothing there is no count': { params: none, rows: [] } });
cases(queries.entities.habits, { 'of nothing there are none': { params: { ...none, most: 9, limit: 9 }, rows: [] } });
cases(queries.entities.findings, { 'of nothing there are none': { params: { ...none, limit: 9 }, rows: [] } });
cases(queries.entities.incidents, { 'of nothing there are none': { params: { ...none, limit: 9 }, rows: [] } });
cases(queries.entities.groupOf, { 'of nothing there is none': { params: none, rows: [] } });

cases(queries.entities.event, {
  'is found by its id': {
    given: "CREATE (:Event {id: 'e', record: 'r', at: 5, raw: 'secret'})",
    params: { id: 'e' },
    rows: [
      {
        event: {
          ...{ id: 'e', kind: null, source: null, record: 'r', at: 5, arrivedAt: null, operation: null },
          ...{ outcome: null, actor: null, address: null, country: null, userAgent: null },
        },
      },
    ],
  },
});

cases(queries.entities.groups, {
  'come the largest first, with their members': {
    given: `CREATE ${ana}, (u)-[:MEMBER_OF {since: 4}]->(:PeerGroup {id: 'g', label: 'Sales', size: 2}), (:PeerGroup {id: 'h', label: 'All', size: 9})`,
    params: { id: null, limit: 9, members: 9 },
    rows: [
      { id: 'h', label: 'All', size: 9, members: [] },
      { id: 'g', label: 'Sales', size: 2, members: [{ key: 'ana', name: 'Ana', since: 4 }] },
    ],
  },
});
