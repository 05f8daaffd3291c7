// Addresses, both ways; and what is shown while things change.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read, write, type View } from '../../web/src/lib/address.ts';
import { settle } from '../../web/src/lib/settle.ts';

const at = (path: string) => read(new URL(path, 'http://127.0.0.1:4000'));

describe('an address', () => {
  it.each<[string, View]>([
    ['/', { name: 'queue', sort: 'score' }],
    ['/queue?sort=chance&sel=inc-1', { name: 'queue', sort: 'chance', sel: 'inc-1' }],
    ['/incident/inc-1', { name: 'incident', id: 'inc-1', tab: 'overview', graph: 'picture' }],
    [
      '/incident/inc-1?tab=findings&f=7a&graph=table',
      { name: 'incident', id: 'inc-1', tab: 'findings', finding: '7a', graph: 'table' },
    ],
    ['/incident/inc-1/finding/rule%3Aab?r=e1', { name: 'record', incident: 'inc-1', finding: 'rule:ab', record: 'e1' }],
    [
      '/incident/inc-1?tab=history&from=2026-01-05T09%3A20%3A00.000Z&to=2026-01-05T11%3A30%3A00.000Z',
      {
        ...{ name: 'incident', id: 'inc-1', tab: 'history', graph: 'picture' },
        ...{ from: '2026-01-05T09:20:00.000Z', to: '2026-01-05T11:30:00.000Z' },
      },
    ],
    [
      '/hunt?from=Rule%3Apriya%40contoso.test%5C.%3Ax&to=IP%3A2001%3Adb8%3A%3A7&asOf=2026-01-05T09%3A20%3A00Z',
      {
        ...{ name: 'hunt', from: { label: 'Rule', key: 'priya@contoso.test\\.:x' }, to: { label: 'IP', key: '2001:db8::7' } },
        asOf: '2026-01-05T09:20:00Z',
      },
    ],
    ['/hunt', { name: 'hunt' }],
    ['/mail', { name: 'mails', least: '0' }],
    ['/mail?least=60&sel=a%40b&after=7%2Fa%40b', { name: 'mails', least: '60', sel: 'a@b', after: '7/a@b' }],
    ['/mail/a%2Fb%40x.test?tab=designed', { name: 'mail', id: 'a/b@x.test', tab: 'designed' }],
    ['/campaign/c1?after=p', { name: 'campaign', id: 'c1', after: 'p' }],
    ['/mails', { name: 'nowhere', path: '/mails' }],
  ])('%s is a view', (path, view) => {
    expect(at(path)).toEqual(view);
  });

  it('with nonsense in it falls back on what is usual', () => {
    expect(at('/queue?sort=drop%20table')).toEqual({ name: 'queue', sort: 'score' });
    expect(at('/incident/x?tab=admin&f=%3Cscript%3E')).toEqual({ name: 'incident', id: 'x', tab: 'overview', graph: 'picture' });
    expect(at('/incident/x?tab=history&from=yesterday&at=2026-13-01T00:00:00Z')).toEqual({
      ...{ name: 'incident', id: 'x', tab: 'history', graph: 'picture' },
    });
    expect(at('/hunt?from=Nobody%3Ax&to=IP')).toEqual({ name: 'hunt' });
    expect(at('/incident/%E0%A4%A')).toMatchObject({ name: 'incident', id: '%E0%A4%A' });
  });

  it('leads back to the view it was written for, whatever the ids', () => {
    const id = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text !== '.' && text !== '..');
    fc.assert(
      fc.property(id, id, (incident, finding) => {
        const view: View = { name: 'record', incident, finding };
        expect(at(write(view))).toEqual(view);
        const hunt: View = { name: 'hunt', from: { label: 'File', key: incident }, to: { label: 'Url', key: finding } };
        expect(at(write(hunt))).toEqual(hunt);
      }),
    );
  });
});

describe('a list that changes', () => {
  const row = (id: string, changedAt = '1') => ({ id, changedAt });

  it('keeps its order and its closed rows until asked; values are the newest', () => {
    const { rows, gone, changed, news, moved } = settle([row('a'), row('b'), row('c')], [row('n'), row('c', '2'), row('a')]);
    expect(rows).toEqual([row('a'), row('b'), row('c', '2')]);
    expect([[...gone], [...changed], news, moved]).toEqual([['b'], ['c'], 1, true]);
  });

  it('has nothing to show when only values changed', () => {
    expect(settle([row('a'), row('b')], [row('a', '2'), row('b')])).toMatchObject({ news: 0, moved: false });
  });
});
