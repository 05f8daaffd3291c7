import { queries } from '../../src/graph/queries.gen.ts';
import { cases } from '../support/cases.ts';

const mute = (id: string, at: number) => ({ id, detection: 'd', from: 5, until: 9, by: 'bo', at, reason: 'a test' });
const made = ({ id, at }: { id: string; at: number }) =>
  `(:Mute {id: '${id}', detection: 'd', from: 5, until: 9, by: 'bo', at: ${at}, reason: 'a test'})`;
const all = 'MATCH (m:Mute) RETURN m.id AS id, m.until AS until ORDER BY id';

cases(queries.mutes.all, {
  'are none': { params: { limit: 9 }, rows: [] },
  'come in the order they were said, no more than are wanted': {
    given: `CREATE ${made(mute('a', 3))}, ${made(mute('b', 1))}, ${made(mute('c', 2))}`,
    params: { limit: 2 },
    rows: [mute('b', 1), mute('c', 2)],
  },
});

cases(queries.mutes.save, {
  'begins one, and ends another earlier': {
    given: `CREATE ${made(mute('a', 3))}`,
    params: { rows: [mute('a', 3), mute('b', 1)].map(({ id, ...fields }) => ({ id, fields: { ...fields, until: 7 } })) },
    rows: [],
    leaves: {
      asked: all,
      rows: [
        { id: 'a', until: 7 },
        { id: 'b', until: 7 },
      ],
    },
  },
});

cases(queries.mutes.forget, {
  'takes back those that are named, and no other': {
    given: `CREATE ${made(mute('a', 3))}, ${made(mute('b', 1))}`,
    params: { ids: ['a', 'unknown'] },
    rows: [],
    leaves: { asked: all, rows: [{ id: 'b', until: 9 }] },
  },
});
