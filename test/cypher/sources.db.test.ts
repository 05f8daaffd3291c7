import { queries } from '../../src/graph/queries.gen.ts';
import { cases } from '../support/cases.ts';

const row = {
  id: 's',
  count: 3,
  newestAt: 100,
  newestArrivalAt: 200,
  lateness: [1, 2, 0],
  latest: 3_000,
  rejected: 0,
  rejectedAt: 0,
  rejectedWhy: '',
};
const known = `CREATE (:SourceState {id: 's', count: 10, newestAt: 150, newestArrivalAt: 160, lateness: [4, 0, 1], latest: 9000,
  rejected: 2, rejectedAt: 50, rejectedWhy: 'old'})`;
const all = `MATCH (s:SourceState) RETURN s.count AS count, s.newestAt AS newestAt, s.newestArrivalAt AS newestArrivalAt,
  s.lateness AS lateness, s.latest AS latest, s.rejected AS rejected, s.rejectedAt AS rejectedAt, s.rejectedWhy AS rejectedWhy`;

cases(queries.sources.save, {
  'begins a source': {
    params: { batch: { rows: [row] } },
    rows: [],
    leaves: {
      asked: all,
      rows: [
        {
          ...{ count: 3, newestAt: 100, newestArrivalAt: 200, lateness: [1, 2, 0], latest: 3_000 },
          ...{ rejected: 0, rejectedAt: null, rejectedWhy: null },
        },
      ],
    },
  },
  'adds, and keeps the newest and the longest': {
    given: known,
    params: { batch: { rows: [{ ...row, rejected: 1, rejectedAt: 60, rejectedWhy: 'new' }] } },
    rows: [],
    leaves: {
      asked: all,
      rows: [
        {
          ...{ count: 13, newestAt: 150, newestArrivalAt: 200, lateness: [5, 2, 1], latest: 9_000 },
          ...{ rejected: 3, rejectedAt: 60, rejectedWhy: 'new' },
        },
      ],
    },
  },
  'keeps the last reject when the one told is older': {
    given: known,
    params: { batch: { rows: [{ ...row, rejected: 1, rejectedAt: 40, rejectedWhy: 'older' }] } },
    rows: [],
    leaves: {
      asked: 'MATCH (s:SourceState) RETURN s.rejected AS rejected, s.rejectedWhy AS why',
      rows: [{ rejected: 3, why: 'old' }],
    },
  },
});

cases(queries.sources.all, {
  'tells every source': {
    given: known,
    params: {},
    rows: [
      {
        ...{ id: 's', count: 10, newestAt: 150, newestArrivalAt: 160, lateness: [4, 0, 1], latest: 9_000 },
        ...{ rejected: 2, rejectedAt: 50, rejectedWhy: 'old' },
      },
    ],
  },
  'tells nothing of none': { params: {}, rows: [] },
});
