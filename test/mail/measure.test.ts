// A message judged by what was kept of it: the same, to the last value, as if all of it had been read again.

import { describe, expect, it } from 'vitest';
import { root } from '../../src/graph/local/java.ts';
import { knownDomains } from '../../src/learn/association/lookalike.ts';
import { historyOf, strangers } from '../../src/mail/history-of.ts';
import type { History } from '../../src/mail/history.ts';
import { asksTenant, isOf, judgedMail, measurementOf, packed, unpacked, versionFor } from '../../src/mail/measure.ts';
import { noMail, remember } from '../../src/mail/memory.ts';
import { messageOf } from '../../src/mail/message-of.ts';
import { metrics } from '../../src/mail/metrics.ts';
import { readingOf } from '../../src/mail/reading-of.ts';
import { verdictOf } from '../../src/mail/verdict.ts';
import type { RawMessage } from '../../src/ingest/message-record.ts';
import { mailFolders, readMailModels } from '../../src/tenant/mail-models.ts';
import { mail, noon } from '../support/events.ts';
import { rawLetter, zoe } from '../support/letters.ts';
import { recordedLetters } from '../support/recorded-letters.ts';

const models = readMailModels(mailFolders(root), metrics);
const authservIds: ReadonlySet<string> = new Set(['mx.contoso.test']);
const version = versionFor(authservIds);

const whole = (raw: RawMessage, history: History) =>
  verdictOf(readingOf(messageOf(raw, { homeDomains: history.homeDomains, authservIds }), history), models);

function kept(raw: RawMessage, history: History) {
  const measurement = unpacked(packed(measurementOf(raw, { authservIds })), version);
  if (measurement === undefined) throw new Error('what was just measured is of another version');
  return judgedMail(measurement, history, models);
}

/** Of nobody; of somebody who knows nothing but whose domain it is; of somebody who has dealt with everybody in it. */
function tenantsAround(raw: RawMessage): readonly History[] {
  const message = messageOf(raw, { homeDomains: new Set(), authservIds });
  const ours = message.recipients.map((address) => address.slice(address.indexOf('@') + 1));
  const registered = message.author?.registered ?? 'fabrikam.test';
  const memory = noMail(ours);
  for (const day of [1, 2, 3, 4])
    for (const sender of [message.author?.address ?? zoe, zoe])
      remember(memory, {
        ...mail({ at: (message.at ?? noon) - day * 86_400_000, message: `${sender}/${day}`, delivery: 'delivered', urls: [] }),
        ...{ sender, recipients: message.recipients.slice(0, 3) },
      });
  const there = historyOf(memory, message, message.at ?? noon, {
    protected: [{ name: message.author?.name ?? '', addresses: [`boss@${ours[0] ?? 'contoso.test'}`], isVip: true }],
    zoneOf: () => 'Europe/Berlin',
  });
  const likely = knownDomains([`${registered}x`, registered.replace(/^./, 'q'), 'rnicrosoft.com']);
  return [strangers, { ...strangers, homeDomains: new Set(ours) }, there, { ...there, known: likely }];
}

const told = models.flatMap(({ tests }) => tests);

describe('a message judged by what was kept of it', () => {
  it('is told apart by more than a hundred messages', () => {
    expect(told.length).toBeGreaterThan(100);
  });

  it.each(told.map((test) => [test.says, test] as const))('is the same: %s', (_, { message, history }) => {
    expect(kept(message, history)).toEqual(whole(message, history));
    for (const other of tenantsAround(message)) expect(kept(message, other)).toEqual(whole(message, other));
  });

  it('is the same of recorded letters, in any tenant', async () => {
    const letters = await recordedLetters(10);
    for (const raw of letters) for (const history of tenantsAround(raw)) expect(kept(raw, history)).toEqual(whole(raw, history));
  }, 180_000);
});

describe('what asks no tenant', () => {
  it('says the same in every one', () => {
    const ids = metrics.filter((metric) => !asksTenant(metric)).map(({ id }) => id);
    for (const { message } of told.filter((_, index) => index % 5 === 0)) {
      const [first, ...others] = tenantsAround(message).map((history) => whole(message, history).values);
      for (const values of others) for (const id of ids) expect([id, values[id]]).toEqual([id, first?.[id]]);
    }
  });

  it('is most of what there is', () => {
    expect(metrics.filter((metric) => !asksTenant(metric)).length / metrics.length).toBeGreaterThan(0.8);
  });
});

describe('what is kept', () => {
  it('holds neither the text, nor the page, nor what is in files', () => {
    const text = packed(
      measurementOf(
        rawLetter({ text: 'velvet', html: '<p>velvet</p>', files: [{ filename: 'velvet.pdf', found: { text: 'velvet' } }] }),
        { authservIds },
      ),
    );
    expect(text).not.toContain('"velvet"');
    expect(text).not.toContain('<p>');
  });

  it('is measured anew where other servers are believed', () => {
    const text = packed(measurementOf(rawLetter(), { authservIds }));
    expect(isOf(text, version)).toBe(true);
    expect(unpacked(text, versionFor(new Set(['mx.fabrikam.test'])))).toBeUndefined();
  });

  it('remembers whom the servers it believed had proved', () => {
    const proven = {
      name: 'Authentication-Results',
      value: 'mx.contoso.test; spf=pass smtp.mailfrom=bo@contoso.test; dmarc=pass',
    };
    const base = rawLetter({ from: 'Bo <bo@contoso.test>', envelope: 'bo@contoso.test' });
    const ours: History = { ...strangers, isKnown: true, homeDomains: new Set(['contoso.test']) };
    const raw = { ...base, headers: [proven, ...base.headers] };
    expect(kept(raw, ours).values['sender.is-home-from-outside']).toBe(false);
    expect(kept(base, ours).values['sender.is-home-from-outside']).toBe(true);
  });
});
