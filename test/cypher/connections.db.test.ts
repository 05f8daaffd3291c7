import { expect } from 'vitest';
import { queries } from '../../src/graph/queries.gen.ts';
import { cases } from '../support/cases.ts';

const kept = `CREATE (:Event {id: 'f1', folded: ['0a', 'b0'], parts: '[1,2]', further: ['1'], arrivedAt: 7})`;

cases(queries.connections.hold, {
  'says what folds hold, those that were not there holding nothing': {
    given: kept,
    params: { batch: { ids: ['f0', 'f1'] } },
    rows: [
      { id: 'f0', folded: [], parts: '[]', further: [], arrivedAt: 0 },
      { id: 'f1', folded: ['0a', 'b0'], parts: '[1,2]', further: ['1'], arrivedAt: 7 },
    ],
    leaves: {
      asked: 'MATCH (e:Event) RETURN e.id AS id, e.kind AS kind, e.arrivedAt AS arrivedAt ORDER BY id',
      rows: [
        { id: 'f0', kind: 'connection', arrivedAt: null },
        { id: 'f1', kind: 'connection', arrivedAt: 7 },
      ],
    },
  },
});

cases(queries.connections.save, {
  'writes what is said and leaves the rest, in the order given': {
    given: kept,
    params: {
      batch: {
        rows: [
          { id: 'f1', folded: ['0a'], count: 1 },
          { id: 'f1/1', folded: ['b0'], count: 1 },
          { id: 'f1', further: ['1', '01'] },
        ],
      },
    },
    rows: [
      { id: 'f1', node: expect.any(String) as string },
      { id: 'f1', node: expect.any(String) as string },
      { id: 'f1/1', node: expect.any(String) as string },
    ],
    leaves: {
      asked: 'MATCH (e:Event) RETURN e.id AS id, e.folded AS folded, e.parts AS parts, e.further AS further ORDER BY id',
      rows: [
        { id: 'f1', folded: ['0a'], parts: '[1,2]', further: ['1', '01'] },
        { id: 'f1/1', folded: ['b0'], parts: null, further: null },
      ],
    },
  },
});
