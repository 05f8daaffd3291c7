import { queries } from '../../src/graph/queries.gen.ts';
import { cases } from '../support/cases.ts';

const two = `CREATE (c:Campaign {id: 'c', hash: 'h', lastAt: 5, report: '{"id":"c"}', formerly: ['old']}),
  (d:Campaign {id: 'd', hash: 'i', lastAt: 3, convictedAt: 3, report: '{"id":"d"}'}), (:Campaign {id: 'bare'}),
  (m:Email {id: 'm'}), (n:Email {id: 'n'}),
  (c)-[:INCLUDES {at: 2, author: 'a', recipients: ['r'], score: 9, action: 'none', because: 'words'}]->(n),
  (c)-[:INCLUDES {at: 1, author: 'b', recipients: [], score: 8, action: 'hold', because: 'first'}]->(m)`;
const links =
  'MATCH (c:Campaign)-[i:INCLUDES]->(m:Email) RETURN c.id AS campaign, m.id AS message, i.because AS because ORDER BY campaign, message';

cases(queries.campaigns.hashes, {
  'are those of all, none of what was only named': {
    given: two,
    params: { limit: 9 },
    rows: [
      { id: 'bare', hash: '' },
      { id: 'c', hash: 'h' },
      { id: 'd', hash: 'i' },
    ],
  },
  'are no more than are wanted': { given: two, params: { limit: 1 }, rows: [{ id: 'bare', hash: '' }] },
});

cases(queries.campaigns.save, {
  'begins one, and leaves nothing of what was said of another': {
    given: two,
    params: {
      rows: [
        { id: 'd', fields: { hash: 'j', lastAt: 7 } },
        { id: 'e', fields: { hash: 'k', lastAt: 8 } },
      ],
    },
    rows: [],
    leaves: {
      asked:
        "MATCH (c:Campaign) WHERE c.id IN ['d', 'e'] RETURN c.id AS id, c.hash AS hash, c.convictedAt AS convictedAt ORDER BY id",
      rows: [
        { id: 'd', hash: 'j', convictedAt: null },
        { id: 'e', hash: 'k', convictedAt: null },
      ],
    },
  },
});

cases(queries.campaigns.include, {
  'ties messages that are there, once, and no other': {
    given: two,
    params: {
      rows: [
        { campaign: 'd', message: 'm', fields: { because: 'link' } },
        { campaign: 'c', message: 'n', fields: { because: 'anew' } },
        { campaign: 'c', message: 'nowhere', fields: { because: 'x' } },
      ],
    },
    rows: [],
    leaves: {
      asked: links,
      rows: [
        { campaign: 'c', message: 'm', because: 'first' },
        { campaign: 'c', message: 'n', because: 'anew' },
        { campaign: 'd', message: 'm', because: 'link' },
      ],
    },
  },
});

cases(queries.campaigns.exclude, {
  'unties a message of one campaign, and no other': {
    given: two,
    params: {
      rows: [
        { campaign: 'c', message: 'n' },
        { campaign: 'd', message: 'm' },
      ],
    },
    rows: [],
    leaves: { asked: links, rows: [{ campaign: 'c', message: 'm', because: 'first' }] },
  },
});

cases(queries.campaigns.forget, {
  'takes away those that are named, and none of their messages': {
    given: two,
    params: { ids: ['c', 'unknown'] },
    rows: [],
    leaves: {
      asked: 'MATCH (n) WHERE n:Campaign OR n:Email RETURN n.id AS id ORDER BY id',
      rows: ['bare', 'd', 'm', 'n'].map((id) => ({ id })),
    },
  },
});

cases(queries.campaigns.members, {
  'come in the order of time, the first so many': {
    given: two,
    params: { id: 'c', limit: 1 },
    rows: [{ message: 'm', at: 1, author: 'b', recipients: [], score: 8, action: 'hold', because: 'first' }],
  },
  'are none of one that is not there': { given: two, params: { id: 'x', limit: 9 }, rows: [] },
});

cases(queries.campaigns.page, {
  'begins with the convicted': {
    given: two,
    params: { convicted: true, lastAt: 99, after: '', limit: 9 },
    rows: [{ report: '{"id":"d"}' }, { report: '{"id":"c"}' }],
  },
  'goes on after a place': {
    given: two,
    params: { convicted: true, lastAt: 3, after: 'd', limit: 9 },
    rows: [{ report: '{"id":"c"}' }],
  },
  ends: { given: two, params: { convicted: false, lastAt: 5, after: 'c', limit: 9 }, rows: [] },
});

cases(queries.campaigns.one, {
  'is found by its id': { given: two, params: { id: 'd' }, rows: [{ report: '{"id":"d"}' }] },
  'is found by one that became part of it': { given: two, params: { id: 'old' }, rows: [{ report: '{"id":"c"}' }] },
  'is none that was only named': { given: two, params: { id: 'bare' }, rows: [] },
});
