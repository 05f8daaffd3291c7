// Messages as a replay hands them to detections: judged by the models that come with the program. Most are those the models'
// own files tell of, so that a detection is held to the very mail its models were written for.

import type { MailPast } from '../../src/detect/mails.ts';
import { root } from '../../src/graph/local/java.ts';
import type { RawMessage } from '../../src/ingest/message-record.ts';
import type { Campaign } from '../../src/mail/campaign/campaign.ts';
import type { History } from '../../src/mail/history.ts';
import { isHomeAddress } from '../../src/mail/home.ts';
import { measurementOf, opened } from '../../src/mail/measure.ts';
import { metrics } from '../../src/mail/metrics.ts';
import { readingOf } from '../../src/mail/reading-of.ts';
import { valuesOf } from '../../src/mail/test-models.ts';
import { verdictOf, verdictOn } from '../../src/mail/verdict.ts';
import type { Verdict } from '../../src/mail/verdict.ts';
import { messageOf } from '../../src/mail/message-of.ts';
import { mailFolders, readMailModels } from '../../src/tenant/mail-models.ts';
import { mail, noon } from './events.ts';
import type { Mail } from '../../src/model/event.ts';

const models = readMailModels(mailFolders(root), metrics);
const authservIds: ReadonlySet<string> = new Set(['mx.contoso.test']);

/** A message, and what the tenant knew of it. */
export function judgedLetter(raw: RawMessage, history: History): MailPast {
  const message = messageOf(raw, { homeDomains: history.homeDomains, authservIds });
  return pastOf(raw, history, verdictOf(readingOf(message, history), models));
}

/** The first message a model's file tells of on which it hits, or, with `fires` false, on which it does not. */
export function letterOf(model: string, fires = true): MailPast {
  const told = models.find(({ id }) => id === model)?.tests.find((test) => test.fires === fires);
  if (told === undefined) throw new Error(`${model} tells of no message on which it ${fires ? 'hits' : 'stays quiet'}`);
  return pastOf(told.message, told.history, verdictOn(valuesOf(told), models));
}

function pastOf(raw: RawMessage, history: History, verdict: Verdict): MailPast {
  const { message, leadsTo } = opened(measurementOf(raw, { authservIds }), history.homeDomains);
  const isOurs = isHomeAddress(history.homeDomains, message.author?.address ?? '');
  return { verdict, message, history, leadsTo, isOurs, personOf: (address) => address, event: 'letter' };
}

/** The same message with other things measured of it, and nothing else: for what no letter of the files shows. */
export const with_ = (past: MailPast, values: MailPast['verdict']['values']): MailPast => ({
  ...past,
  verdict: { ...past.verdict, values: { ...past.verdict.values, ...values } },
});

/** The event a judged message is the content of. */
export const recordOf = ({ message }: MailPast, given: Partial<Mail> = {}): Mail =>
  mail({
    ...{ id: 'letter', at: noon, message: message.id, sender: message.author?.address ?? '', recipients: message.recipients },
    ...{ direction: 'unknown', delivery: 'unknown', urls: [], attachments: [], hashes: [] },
    ...given,
  });

export const campaign = (given: Partial<Campaign> = {}): Campaign => ({
  ...{ id: 'c1', firstAt: noon, lastAt: noon, messages: 40, recipients: 30, authors: 3, kind: 'attack', members: [] },
  ...given,
});
