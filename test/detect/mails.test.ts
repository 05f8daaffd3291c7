// Mail in the replay: judged once, as of then, whichever of its records comes first and in whatever order they arrive.

import { describe, expect, it } from 'vitest';
import { detection } from '../../src/detect/detection.ts';
import type { MailOptions } from '../../src/detect/mails.ts';
import { judge } from '../../src/detect/run.ts';
import type { Judgement } from '../../src/detect/run.ts';
import { root } from '../../src/graph/local/java.ts';
import type { RawMessage } from '../../src/ingest/message-record.ts';
import { measurementOf } from '../../src/mail/measure.ts';
import { metrics } from '../../src/mail/metrics.ts';
import type { Event, Mail } from '../../src/model/event.ts';
import type { Ruling } from '../../src/model/handling.ts';
import { days, minutes } from '../../src/model/time.ts';
import { mailFolders, readMailModels } from '../../src/tenant/mail-models.ts';
import { bo, mail, noon, signIn } from '../support/events.ts';
import { rawLetter, zoe } from '../support/letters.ts';

const ana = 'ana@contoso.test';
const models = readMailModels(mailFolders(root), metrics);
const none: ReadonlySet<string> = new Set();

const letter = (id: string, at: number, given: Parameters<typeof rawLetter>[0] = {}): { event: Mail; raw: RawMessage } => {
  const raw = rawLetter({ id, at, ...given });
  const recipients = raw.to.map(({ address }) => address).sort();
  return {
    raw,
    event: mail({
      ...{ id: `letter/${id}`, message: id, at, sender: raw.from?.address ?? '', recipients, operation: 'Message' },
      ...{ direction: 'unknown', delivery: 'unknown', urls: [], attachments: [], hashes: [] },
    }),
  };
};
const row = (id: string, at: number, recipient = ana): Mail =>
  mail({
    ...{ id: `trace/${id}/${recipient}`, message: id, at, sender: zoe, recipients: [recipient], operation: 'Message trace' },
    ...{ direction: 'inbound', delivery: 'delivered', urls: [], attachments: [], hashes: [] },
  });

/** Tells what every record's message came to. */
const told: { event: string; score: number | undefined; known: unknown; campaign: number | undefined; findings: unknown }[] = [];
const listener = detection({
  ...{ id: 'listener', title: 'Listens', stage: 'access', tactics: ['initial-access'], techniques: ['T1566'] },
  ...{ severity: 'medium', guards: '', blindTo: '', wakesOn: ['mail', 'signIn'] },
  judge(event, past) {
    const judged = past.mail();
    told.push({
      event: event.id,
      score: judged?.verdict.score,
      known: judged?.verdict.values['correspondence.sender-messages'],
      campaign: past.campaign()?.messages,
      findings: judged?.verdict.values['incidents.recipient-serious'],
    });
    if (event.kind !== 'signIn' || event.outcome !== 'failure') return undefined;
    const about = [{ label: 'User', key: event.actor ?? '', role: 'actor' }] as const;
    return { key: 'k', gathersFor: 1, severity: 'medium', surpriseBits: 0, says: 'was odd', about, because: [event.id] };
  },
});

/** Finds fault with the first mail. */
const doubter = detection({
  ...{ id: 'doubter', title: 'Doubts', stage: 'access', tactics: ['initial-access'], techniques: ['T1566'] },
  ...{ severity: 'low', guards: '', blindTo: '', wakesOn: ['mail'] },
  judge({ id, message }) {
    if (message !== 'a') return undefined;
    const about = [{ label: 'Email', key: message, role: 'mail' }] as const;
    return { key: message, gathersFor: 1, severity: 'low', surpriseBits: 0, says: 'was odd', about, because: [id] };
  },
});

function replayed(
  letters: readonly ReturnType<typeof letter>[],
  others: readonly Event[] = [],
  rulings: readonly Ruling[] = [],
): Judgement {
  told.length = 0;
  const measured = new Map(letters.map(({ event, raw }) => [event.id, measurementOf(raw, { authservIds: none })]));
  const options: MailOptions = {
    ...{ mailOf: (id) => measured.get(id), isLetter: (id) => measured.has(id), models },
    ...{ addresses: [ana, bo], personOf: (address) => address, rulings },
  };
  return judge([...letters.map(({ event }) => event), ...others], {
    ...{ detections: [listener, doubter], homeDomains: ['contoso.test'], released: () => new Set<string>(), mail: options },
  });
}

const of = (id: string) => told.find(({ event }) => event === id);

describe('mail in the replay', () => {
  const first = letter('m1', noon - days(3));
  const second = letter('m2', noon);

  it('is held against mail before it, and not against itself', () => {
    replayed([first, second], [row('m2', noon + minutes(1))]);
    expect(of('letter/m1')?.known).toBe(0);
    expect(of('letter/m2')?.known).toBe(1);
  });

  it('is judged once, for all its records', () => {
    const { mails } = replayed([second], [row('m2', noon + minutes(1)), row('m2', noon + days(1), bo)]);
    expect(new Set(told.map(({ score }) => score)).size).toBe(1);
    expect(mails.map(({ message, at }) => [message, at])).toEqual([['m2', noon]]);
    expect(mails[0]?.judged?.score).toBe(told[0]?.score);
  });

  it('is judged when its first record comes, where that is a row of the trace', () => {
    const { mails } = replayed([second], [row('m2', noon - minutes(1))]);
    expect(of('trace/m2/ana@contoso.test')?.score).toBe(of('letter/m2')?.score);
    expect(mails[0]?.at).toBe(noon - minutes(1));
  });

  it('has no verdict where nobody has its content', () => {
    const { mails } = replayed([], [row('m9', noon)]);
    expect(mails).toEqual([{ message: 'm9', at: noon }]);
    expect(of('trace/m9/ana@contoso.test')?.score).toBeUndefined();
  });

  it('hears of findings that stood when it came, and of none that came after', () => {
    const odd = (at: number): Event => signIn({ id: `odd/${at}`, at, actor: ana, outcome: 'failure', code: 50126 });
    replayed([first, second], [odd(noon - days(1))]);
    expect([of('letter/m1')?.findings, of('letter/m2')?.findings]).toEqual([false, true]);
  });

  const words =
    'The harbour office asks all to look at the new berth plan and to tell us by Friday which of the slots suits them best this month.';
  const letters = ['a', 'b', 'c', 'd'].map((id, index) =>
    letter(id, noon + minutes(index), {
      text: `${words} ${words}`,
      subject: 'Berths',
      from: `Zoe <zoe${index}@fabrikam.test>`,
    }),
  );

  it.each([
    ['an attack, as soon as people say so of one of its mails', 'truePositive', noon + minutes(1)],
    ['none, where people say that it is harmless', 'falsePositive', undefined],
    ['none, where nobody can tell', 'undetermined', undefined],
  ] as const)('is of a campaign that is %s', (_, verdict, convictedAt) => {
    const [doubt] = replayed(letters).findings;
    const { campaigns } = replayed(letters, [], [{ verdict, asOf: noon + minutes(1), findings: [doubt?.id ?? ''] }]);
    expect(campaigns.map(({ messages, conviction }) => [messages, conviction?.at])).toEqual([[4, convictedAt]]);
  });

  it('names its campaign although it was the first of it, and was alone when it came', () => {
    const named = (all: typeof letters) =>
      replayed(all).findings.flatMap(({ about }) =>
        about.flatMap(({ label, key, role }) => (label === 'Campaign' ? [[key, role]] : [])),
      );
    expect(named(letters)).toEqual([[replayed(letters).campaigns[0]?.id, 'mail']]);
    expect(named(letters.slice(0, 1))).toEqual([]);
  });

  it('does not depend on the order of arrival', () => {
    const rows = letters.map(({ event }) => row(event.message, event.at + 1));
    const one = replayed(letters, rows);
    const campaigns = told.map(({ campaign }) => campaign);
    const other = replayed([...letters].reverse(), [...rows].reverse());
    expect(other).toEqual(one);
    expect(told.map(({ campaign }) => campaign)).toEqual(campaigns);
    expect(one.mails.length).toBe(4);
  });

  it('asks nobody where there is no mail to judge with', () => {
    told.length = 0;
    const judgement = judge([second.event], { detections: [listener], homeDomains: [], released: () => new Set<string>() });
    expect([told[0]?.score, judgement.mails, judgement.campaigns]).toEqual([undefined, [], []]);
  });
});
