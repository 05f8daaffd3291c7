import { queries } from '../../src/graph/queries.gen.ts';
import { cases } from '../support/cases.ts';

const key = "CREATE (:ApiKey {id: 'k', hash: 'h', name: 'n', scopes: ['ingest'], createdAt: 5})";
const whole =
  'MATCH (k:ApiKey) RETURN k.id AS id, k.hash AS hash, k.scopes AS scopes, k.lastUsedAt AS used, k.revokedAt AS revoked';

cases(queries.keys.create, {
  'keeps the hash and what the key may do': {
    params: { id: 'k', hash: 'h', name: 'n', scopes: ['ingest'], createdAt: 5 },
    rows: [],
    leaves: { asked: whole, rows: [{ id: 'k', hash: 'h', scopes: ['ingest'], used: null, revoked: null }] },
  },
});

cases(queries.keys.byId, {
  'finds a key': { given: key, params: { id: 'k' }, rows: [{ hash: 'h', scopes: ['ingest'] }] },
  'finds no other': { given: key, params: { id: 'l' }, rows: [] },
  'finds none that was revoked': {
    given: key.replace('createdAt: 5', 'createdAt: 5, revokedAt: 6'),
    params: { id: 'k' },
    rows: [],
  },
});

cases(queries.keys.all, {
  'lists the oldest first, revoked ones too': {
    given: `${key} CREATE (:ApiKey {id: 'j', hash: 'i', name: '', scopes: [], createdAt: 4, lastUsedAt: 7, revokedAt: 8})`,
    params: {},
    rows: [
      { id: 'j', name: '', scopes: [], createdAt: 4, lastUsedAt: 7, revokedAt: 8 },
      { id: 'k', name: 'n', scopes: ['ingest'], createdAt: 5, lastUsedAt: null, revokedAt: null },
    ],
  },
  'lists nothing where there is none': { params: {}, rows: [] },
});

cases(queries.keys.revoke, {
  'revokes a key': {
    given: key,
    params: { id: 'k', now: 9 },
    rows: [{ revokedAt: 9 }],
    leaves: { asked: whole, rows: [{ id: 'k', hash: 'h', scopes: ['ingest'], used: null, revoked: 9 }] },
  },
  'keeps the first time': {
    given: key.replace('createdAt: 5', 'createdAt: 5, revokedAt: 6'),
    params: { id: 'k', now: 9 },
    rows: [{ revokedAt: 6 }],
  },
  'says when there is none': { given: key, params: { id: 'l', now: 9 }, rows: [] },
});

cases(queries.keys.used, {
  'notes when it was used': {
    given: key,
    params: { id: 'k', now: 9 },
    rows: [],
    leaves: { asked: whole, rows: [{ id: 'k', hash: 'h', scopes: ['ingest'], used: 9, revoked: null }] },
  },
});
