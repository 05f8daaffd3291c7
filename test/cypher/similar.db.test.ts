import { queries } from '../../src/graph/queries.gen.ts';
import { cases } from '../support/cases.ts';

cases(queries.similar.signatures, {
  'gives what changed after a moment, the latest first, and takes away what is merged or background': {
    given: `CREATE (:Incident {id: 'before', changedAt: 5, lastAt: 1, status: 'open', background: false, signature: 's'}),
                   (:Incident {id: 'a', changedAt: 6, lastAt: 2, status: 'closed', background: false, signature: 'sa'}),
                   (:Incident {id: 'b', changedAt: 7, lastAt: 3, status: 'merged', background: false, signature: 'sb'}),
                   (:Incident {id: 'c', changedAt: 7, lastAt: 4, status: 'open', background: true, signature: 'sc'}),
                   (:Incident {id: 'd', changedAt: 8, lastAt: 5, status: 'open', background: false})`,
    params: { after: 5, limit: 10 },
    rows: [
      { id: 'd', changedAt: 8, lastAt: 5, signature: null },
      { id: 'b', changedAt: 7, lastAt: 3, signature: null },
      { id: 'c', changedAt: 7, lastAt: 4, signature: null },
      { id: 'a', changedAt: 6, lastAt: 2, signature: 'sa' },
    ],
  },
  'of too many the latest': {
    given: `UNWIND range(1, 5) AS n CREATE (:Incident {id: 'i' + n, changedAt: n, lastAt: n, status: 'open', background: false, signature: 's'})`,
    params: { after: 0, limit: 1 },
    rows: [{ id: 'i5', changedAt: 5, lastAt: 5, signature: 's' }],
  },
});

const step = { detection: 'd', title: 'Odd', stage: 'access', techniques: ['T1078'] };

cases(queries.similar.steps, {
  'gives the first findings of each, in order, without those that were withdrawn': {
    given: `CREATE (:Incident {id: 'i', signature: 's', findings: ['f1', 'gone', 'f2', 'f3']}), (:Incident {id: 'j', findings: ['f1']})
            CREATE (:Finding {id: 'f1', at: 1, detection: 'd', title: 'Odd', stage: 'access', techniques: ['T1078']}),
                   (:Finding {id: 'f2', at: 2, detection: 'd', title: 'Odd', stage: 'access', techniques: ['T1078']}),
                   (:Finding {id: 'f3', at: 3, detection: 'd', title: 'Odd', stage: 'access', techniques: ['T1078']})`,
    params: { ids: ['i', 'j', 'none'], limit: 3 },
    rows: [
      { incident: 'i', signature: 's', id: 'f1', at: 1, ...step },
      { incident: 'i', signature: 's', id: 'f2', at: 2, ...step },
      { incident: 'j', signature: null, id: 'f1', at: 1, ...step },
    ],
  },
});
