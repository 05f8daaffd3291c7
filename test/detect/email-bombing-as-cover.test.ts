import { describe, expect, it } from 'vitest';
import { floodAt, rememberArrival } from '../../src/detect/floods.ts';
import type { Flood, Inboxes } from '../../src/detect/floods.ts';
import { emailBombingAsCover } from '../../src/detect/rules/email-bombing-as-cover.ts';
import { noMail, remember } from '../../src/mail/memory.ts';
import { days, hours, minutes } from '../../src/model/time.ts';
import { ana, mail, noon } from '../support/events.ts';
import { examples } from '../support/examples.ts';

const flood: Flood = {
  ...{ recipient: ana, person: ana, messages: 80, domains: 60, strangers: 55, fullest: 9, records: ['a', 'b'] },
};
const event = mail({ id: 'last', direction: 'inbound', recipients: [ana] });

examples(emailBombingAsCover, {
  'is medium where scores of strangers write within the hour': {
    event,
    past: { flood },
    finds: {
      severity: 'medium',
      says: '“ana@contoso.test” got 80 mails within the hour from 60 domains, 55 of which had never written to them; in their fullest hour before they got 9',
      because: ['a', 'b', 'last'],
    },
  },
  'stays quiet where they are of a few domains': {
    event,
    past: { flood: { ...flood, domains: 12, strangers: 12 } },
    finds: undefined,
  },
  'stays quiet where most had written before': { event, past: { flood: { ...flood, strangers: 20 } }, finds: undefined },
  'stays quiet where the mailbox is that busy': { event, past: { flood: { ...flood, fullest: 40 } }, finds: undefined },
  'stays quiet of fewer': { event, past: { flood: { ...flood, messages: 49 } }, finds: undefined },
  'stays quiet of mail of our own': { event, finds: undefined },
});

describe('what comes to a mailbox within the hour', () => {
  const from = (index: number, at: number, given = {}) =>
    mail({
      ...{
        id: `e${index}/${at}`,
        message: `m${index}/${at}`,
        at,
        sender: `list@d${index}.example`,

        recipients: [ana],
      },
      ...{ direction: 'inbound', delivery: 'delivered', urls: [], ...given },
    });
  function told(mails: readonly ReturnType<typeof from>[]) {
    const inboxes: Inboxes = new Map();
    const memory = noMail(['contoso.test']);
    for (const one of mails) {
      rememberArrival(inboxes, one, memory);
      remember(memory, one);
    }
    return (next: ReturnType<typeof from>) => floodAt(inboxes, next, memory, (address) => address);
  }

  it('is counted with the domains it came from and those that had not written before', () => {
    const known = [1, 2].map((index) => from(index, noon - days(3)));
    const now = [1, 2, 3, 4].map((index) => from(index, noon - minutes(10)));
    expect(told([...known, ...now])(from(5, noon))).toMatchObject({ messages: 5, domains: 5, strangers: 3, fullest: 2 });
  });

  it('counts a message and the rows of its trace once', () => {
    const [letter, row] = [from(1, noon - minutes(5)), from(1, noon - minutes(5), { id: 'row' })];
    expect(told([letter, row])(from(2, noon))).toMatchObject({ messages: 2 });
  });

  it('forgets what came more than an hour before', () => {
    expect(told([from(1, noon - hours(2))])(from(2, noon))).toMatchObject({ messages: 1 });
  });

  it('does not take the hour before for its past, nor leave an older one out of it', () => {
    const burst = (at: number) => Array.from({ length: 30 }, (_, index) => from(index, at + index));
    expect(told(burst(noon - minutes(20)))(from(99, noon + minutes(20)))).toMatchObject({ fullest: 0 });
    expect(told(burst(noon - hours(5)))(from(99, noon))).toMatchObject({ fullest: 30 });
  });

  it('is nothing of mail of our own, nor of mail to others', () => {
    const ask = told([]);
    expect(ask(from(1, noon, { sender: 'bo@contoso.test' }))).toBeUndefined();
    expect(ask(from(1, noon, { recipients: ['kim@fabrikam.test'] }))).toBeUndefined();
  });
});
