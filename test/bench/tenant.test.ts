// A seeded company judged with its mail whole and without: the same company, told of by more.

import { beforeAll, expect, it } from 'vitest';
import { judgedEitherWay } from '../../bench/tenant.ts';
import type { Judged, MailWay } from '../../bench/tenant.ts';

let tellings: Readonly<Record<MailWay, Judged>>;
beforeAll(async () => {
  tellings = await judgedEitherWay({ seed: 'two ways', people: 20, days: 4, stories: [] }, () => undefined);
}, 120_000);

const messagesOf = ({ judgement }: Judged) => new Map(judgement.mails.map(({ message, judged }) => [message, judged]));
const letters = ({ judgement }: Judged): string[] =>
  [...judgement.events.values()].flatMap(({ id, kind, operation }) => (kind === 'mail' && operation === 'Message' ? [id] : []));

it('every message is judged where it is whole, and none where only its trace is there', () => {
  const [whole, traced] = [messagesOf(tellings['with whole mail']), messagesOf(tellings.without)];
  expect(whole.size).toBeGreaterThan(50);
  expect([...whole.keys()].sort()).toEqual([...traced.keys()].sort());
  expect([...whole].filter(([, judged]) => judged === undefined)).toEqual([]);
  expect([...traced].filter(([, judged]) => judged !== undefined)).toEqual([]);
});

it('the records are the same but for the messages', () => {
  const without = new Set(tellings.without.judgement.events.keys());
  const more = [...tellings['with whole mail'].judgement.events.keys()].filter((id) => !without.has(id));
  expect(letters(tellings.without)).toEqual([]);
  expect(more.sort()).toEqual(letters(tellings['with whole mail']).sort());
});
