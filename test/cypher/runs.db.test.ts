import { queries } from '../../src/graph/queries.gen.ts';
import { cases } from '../support/cases.ts';

const ran = (id: string, job: string, outcome: string, startedAt: number) =>
  `CREATE (:JobRun {id: '${id}', job: '${job}', owner: 'a', fence: 1, startedAt: ${startedAt}, outcome: '${outcome}'})`;
const mine = { id: 'j/60', job: 'j', owner: 'b', fence: 2, startedAt: 60 };
const all = 'MATCH (r:JobRun) RETURN r.id AS id, r.outcome AS outcome, r.endedAt AS endedAt ORDER BY id';

cases(queries.runs.begin, {
  'a run begins': {
    params: mine,
    rows: [{ isOurs: true }],
    leaves: { asked: all, rows: [{ id: 'j/60', outcome: 'running', endedAt: null }] },
  },
  'the run of one moment begins once': {
    given: ran('j/60', 'j', 'done', 60),
    params: mine,
    rows: [{ isOurs: false }],
    leaves: { asked: all, rows: [{ id: 'j/60', outcome: 'done', endedAt: null }] },
  },
  'what an earlier holder left running was abandoned, of this job alone': {
    given: `${ran('j/1', 'j', 'running', 1)} ${ran('j/2', 'j', 'done', 2)} ${ran('k/1', 'k', 'running', 1)}`,
    params: mine,
    rows: [{ isOurs: true }],
    leaves: {
      asked: all,
      rows: [
        { id: 'j/1', outcome: 'abandoned', endedAt: 60 },
        { id: 'j/2', outcome: 'done', endedAt: null },
        { id: 'j/60', outcome: 'running', endedAt: null },
        { id: 'k/1', outcome: 'running', endedAt: null },
      ],
    },
  },
});

cases(queries.runs.end, {
  'says how it went': {
    given: ran('j/1', 'j', 'running', 1),
    params: { id: 'j/1', endedAt: 9, outcome: 'done', says: 'all of it' },
    rows: [],
    leaves: { asked: all, rows: [{ id: 'j/1', outcome: 'done', endedAt: 9 }] },
  },
});

cases(queries.runs.latest, {
  'the newest first, no older than asked for and no more': {
    given: [1, 2, 3, 4].map((at) => ran(`j/${at}`, 'j', 'done', at)).join(' '),
    params: { since: 2, limit: 2 },
    rows: [4, 3].map((at) => ({
      ...{ id: `j/${at}`, job: 'j', owner: 'a', fence: 1 },
      ...{ startedAt: at, endedAt: null, outcome: 'done', says: null },
    })),
  },
});

cases(queries.runs.forget, {
  'the old ones go': {
    given: [1, 2, 3].map((at) => ran(`j/${at}`, 'j', 'done', at)).join(' '),
    params: { before: 3 },
    rows: [{ gone: 2 }],
    leaves: { asked: all, rows: [{ id: 'j/3', outcome: 'done', endedAt: null }] },
  },
});
