import { queries } from '../../src/graph/queries.gen.ts';
import { cases } from '../support/cases.ts';

const entry = (sequence: number) => ({
  ...{ sequence, hash: `h${sequence}`, previousHash: 'p', at: 1, who: 'ana', what: 'w', target: 't', details: 'd' },
});
const three = `UNWIND [1, 2, 3] AS n CREATE (e:AuditEntry {sequence: n, hash: 'h' + n, previousHash: 'p', at: 1, who: 'ana', what: 'w', target: 't', details: 'd'})
  FOREACH (_ IN CASE n WHEN 2 THEN [1] ELSE [] END | CREATE (e)-[:RECORDS]->(:Action {id: 'a', report: 'r'}))`;

cases(queries.audit.page, {
  'comes newest first from a place on, with its action': {
    given: three,
    params: { before: 3, limit: 5 },
    rows: [
      { ...entry(2), action: 'r' },
      { ...entry(1), action: null },
    ],
  },
});
cases(queries.audit.count, { 'counts them all': { given: three, params: {}, rows: [{ count: 3 }] } });
cases(queries.audit.head, {
  'is what was remembered': { given: "CREATE (:Meta {name: 'audit', report: 'r'})", params: {}, rows: [{ report: 'r' }] },
});
