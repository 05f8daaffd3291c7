// What a row of the queue says; the steps; names; a record in lines; the plan's words.

import { describe, expect, it } from 'vitest';
import type { QueueRow } from '../../web/src/api/types.ts';
import { groupName, namesIn, shortName } from '../../web/src/lib/names.ts';
import { ended, mayDecide, undo } from '../../web/src/lib/plan.ts';
import { pieces, withoutActor } from '../../web/src/lib/prose.ts';
import { pretty } from '../../web/src/lib/raw.ts';
import { strip } from '../../web/src/lib/steps.ts';
import { answerOf, involved, sorted } from '../../web/src/queue/rows.ts';

const action = (status: QueueRow['actions'][number]['status']) => ({ id: status, title: status, status });

describe('the response', () => {
  it.each([
    [['proposed', 'proposed', 'verified'] as const, 'waits', '2 steps wait for you'],
    [['proposed', 'failed'] as const, 'failed', '1 step failed'],
    [['verified'] as const, 'done', '1 step checked'],
    [['expired'] as const, 'none', 'Lapsed'],
    [[] as const, 'none', 'Nothing to do'],
  ])('of %j is %s: %s', (statuses, kind, says) => {
    expect(answerOf(statuses.map(action))).toEqual({ kind, says });
  });
});

it('who is involved: actors by name, the others by their number', () => {
  const entities = [
    { label: 'User', key: 'priya@contoso.test', role: 'actor' },
    { label: 'User', key: 'helen@contoso.test', role: 'target' },
    { label: 'IP', key: '192.0.2.1', role: 'place' },
    { label: 'IP', key: '192.0.2.2', role: 'place' },
    { label: 'Country', key: 'DE', role: 'place' },
  ];
  expect(involved(entities).map(({ name }) => name)).toEqual(['priya +1', 'Germany', '2 addresses']);
});

it('rows sort by what is asked, then score, then id', () => {
  const row = (id: string, score: number, probability: number) =>
    ({ id, score, changedAt: '2026-01-05T00:00:00Z', escalation: { probability } }) as QueueRow;
  const rows = [row('b', 5, 0.9), row('a', 5, 0.1), row('c', 90, 0.5)];
  expect(sorted(rows, 'score').map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  expect(sorted(rows, 'chance').map(({ id }) => id)).toEqual(['b', 'c', 'a']);
});

it('how far it got is the furthest place, not the latest', () => {
  expect(strip(['collection', 'access'])).toMatchObject({ first: 0, last: 4, furthest: 'Collected' });
  expect(strip([])).toMatchObject({ furthest: 'Nothing yet' });
});

it.each([
  ['User', 'priya.raman@contoso.test', 'priya.raman'],
  ['User', '6f1d3b1e-3c1f-4f3f-9f5e-0a1b2c3d4e5f', '6f1d3b1e…'],
  ['File', 'https://contoso.test/sites/Legal/Contract 7.docx', 'Contract 7.docx'],
  ['Rule', 'priya@contoso.test\\.', '.'],
  ['Country', 'US', 'United States'],
  ['Country', '<b>', '<b>'],
  ['IP', '192.0.2.1', '192.0.2.1'],
  ['AuthMethod', 'phone:+61400000111', 'phone …111'],
  ['AuthMethod', 'email:priya@contoso.test', 'email priya@contoso.test'],
  ['AuthMethod', 'authenticator:iphone 6f1d3b1e-3c1f-4f3f-9f5e-0a1b2c3d4e5f', 'authenticator iphone 6f1d3b1e…'],
  ['AuthMethod', 'fido2', 'fido2'],
])('a %s named %s is called %s', (label, key, name) => {
  expect(shortName(label, key)).toBe(name);
});

it('several are counted in the words of their kind', () => {
  expect([groupName('IP', ['a', 'b']), groupName('User', ['a', 'b'])]).toEqual(['2 addresses', '2 people']);
});

describe('a sentence', () => {
  const people = ['priya@contoso.test', 'a.priya@contoso.test'];

  it('shows people by name, the longest key first', () => {
    expect(pieces('a.priya@contoso.test wrote to priya@contoso.test.', people)).toEqual([
      { kind: 'name', text: 'a.priya' },
      { kind: 'text', text: ' wrote to ' },
      { kind: 'name', text: 'priya' },
      { kind: 'text', text: '.' },
    ]);
  });

  it('says a rule by its name and mailbox, and a dot that is no rule stays a dot', () => {
    const names = namesIn([
      { label: 'User', key: 'priya@contoso.test' },
      { label: 'Rule', key: 'priya@contoso.test\\.' },
      { label: 'Rule', key: '.' },
      { label: 'IP', key: '192.0.2.1' },
    ]);
    expect(pieces('The rule priya@contoso.test\\. of priya@contoso.test works.', names).map(({ text }) => text)).toEqual([
      'The rule ',
      '“.” of priya',
      ' of ',
      'priya',
      ' works.',
    ]);
  });

  it('need not begin with the only one who acts', () => {
    expect(withoutActor('priya@contoso.test signed in.', ['priya@contoso.test'])).toBe('Signed in.');
    expect(withoutActor('priya@contoso.test signed in.', people)).toBe('priya@contoso.test signed in.');
  });
});

describe('a record', () => {
  it('of JSON is laid out, other text stays', () => {
    expect(pretty('{"a":[1]}')).toEqual(['{', '  "a": [', '    1', '  ]', '}']);
    expect(pretty('a,b\r\nc')).toEqual(['a,b', 'c']);
  });

  it('with a number no computer holds exactly stays as it came', () => {
    expect(pretty('{"id":12345678901234567890}')).toEqual(['{"id":12345678901234567890}']);
  });

  it('of very many lines is cut with the rest counted', () => {
    expect(pretty('x\n'.repeat(3_000)).at(-1)).toBe('… 1001 more lines');
  });
});

it('the plan says before the act whether it can be undone, and who may decide', () => {
  expect([
    undo({ reversible: true, reach: '' }),
    undo({ reversible: false, reach: 'Nothing to undo.' }),
    undo({ reversible: false, reach: 'Gone.' }),
  ]).toEqual(['can be undone', 'nothing to undo', 'cannot be undone']);
  expect([mayDecide('ADMIN'), mayDecide('RESPONDER'), mayDecide('ANALYST'), mayDecide(undefined)]).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(ended('verified')).toBe('checked');
});
