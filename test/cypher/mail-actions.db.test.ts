import { queries } from '../../src/graph/queries.gen.ts';
import { cases } from '../support/cases.ts';

const world = `
  CREATE (m:Email {id: 'm'}), (n:Email {id: 'n'}), (c:Campaign {id: 'c'}), (:User {id: 'm'})<-[:TARGETS]-(:Action {id: 'x', report: 'x', proposedAt: 9}),
         (:Action {id: 'a', report: 'a', proposedAt: 1})-[:TARGETS]->(m), (:Action {id: 'b', report: 'b', proposedAt: 2})-[:TARGETS]->(m),
         (:Action {id: 'd', report: 'd', proposedAt: 3})-[:TARGETS]->(n), (:Action {id: 'e', report: 'e', proposedAt: 4})-[:TARGETS]->(c)`;

cases(queries.actions.onMail, {
  'gives those on each message and campaign, the newest first, and no others': {
    given: world,
    params: { emails: ['m', 'unknown'], campaigns: ['c'], limit: 10 },
    rows: [
      { label: 'Campaign', key: 'c', report: 'e' },
      { label: 'Email', key: 'm', report: 'b' },
      { label: 'Email', key: 'm', report: 'a' },
    ],
  },
  'gives as many as are asked for': {
    given: world,
    params: { emails: ['m'], campaigns: [], limit: 1 },
    rows: [{ label: 'Email', key: 'm', report: 'b' }],
  },
  'gives none where none is': { given: world, params: { emails: [], campaigns: ['m'], limit: 10 }, rows: [] },
});

cases(queries.campaigns.rows, {
  'gives some by their ids, and what is kept of them': {
    given: "CREATE (:Campaign {id: 'a', report: 'A'}), (:Campaign {id: 'b', report: 'B'}), (:Campaign {id: 'c'})",
    params: { ids: ['b', 'a', 'c', 'd'] },
    rows: [
      { id: 'a', report: 'A' },
      { id: 'b', report: 'B' },
    ],
  },
});
