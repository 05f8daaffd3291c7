import { queries } from '../../src/graph/queries.gen.ts';
import { cases } from '../support/cases.ts';

cases(queries.digest.events, {
  'gives events in id order, a page after an id': {
    given: `CREATE (:Event {id: 'c', hash: 'h3', at: 3, kind: 'other'}), (:Event {id: 'a', hash: 'h1', at: 1, kind: 'signIn'}),
                   (:Event {id: 'b', hash: 'h2', at: 0, kind: 'other'})`,
    params: { after: 'a', limit: 1 },
    rows: [{ id: 'b', hash: 'h2', at: 0, kind: 'other' }],
  },
  'is over after the last': { given: "CREATE (:Event {id: 'a', at: 1})", params: { after: 'a', limit: 9 }, rows: [] },
});

cases(queries.digest.incidents, {
  'gives what every standing incident holds, the closed ones too': {
    given: `CREATE (:Incident {id: 'i2', status: 'closed', findings: ['f2']}), (:Incident {id: 'i1', status: 'open', findings: ['f1']}),
                   (:Incident {id: 'i0', status: 'merged', findings: []})`,
    params: {},
    rows: [
      { id: 'i1', findings: ['f1'] },
      { id: 'i2', findings: ['f2'] },
    ],
  },
});
