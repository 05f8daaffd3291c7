// How a message is written, measured: each on a letter that has it and on one that has not.

import { describe, expect, it } from 'vitest';
import { text } from '../../../src/mail/metrics/text.ts';
import type { Metric } from '../../../src/mail/metric.ts';
import { letter, readingFrom } from '../../support/letters.ts';
import type { Letter } from '../../support/letters.ts';

const byId = new Map<string, Metric>(text.map((metric) => [metric.id, metric]));
const of = (id: string, given: Letter) => byId.get(`text.${id}`)?.of(readingFrom(letter(given)));

const mail = { text: 'Hello Ana,\n\nhere is the plan for Thursday, with the times.\n\nBest regards,\nZoe\n' };

describe('a flag', () => {
  it.each<[string, Letter]>([
    ['is-empty', { text: '' }],
    ['is-short-with-link', { text: 'See https://fabrikam.test/plan' }],
    ['generic-greeting', { text: 'Dear customer,\nyour bill is here.' }],
    ['greets-by-address', { text: 'Hello ana.abel,\nyour bill is here.', to: ['ana.abel@contoso.test'] }],
    ['greets-by-address', { text: 'Dear ana@contoso.test,\nyour bill is here.' }],
    ['greets-by-name', mail],
    ['names-recipient-address', { text: 'We write to ana@contoso.test for the last time.' }],
    ['names-recipient-domain', { text: 'The contoso.test mail service is upgraded.' }],
    ['has-signature', mail],
    ['unsubscribe-wording', { text: 'News of the week. Unsubscribe here.' }],
    ['subject-is-empty', { subject: ' ' }],
    ['subject-brackets', { subject: 'Re: [list] the plan' }],
    ['subject-number', { subject: 'Case 4471229' }],
    ['subject-names-recipient', { subject: 'Attention ana@contoso.test' }],
    ['subject-disguised', { subject: 'Your ассоunt' }],
  ])('%s is up', (id, given) => {
    expect(of(id, given)).toBe(true);
  });

  it.each<[string, Letter]>([
    ['is-empty', mail],
    ['is-short-with-link', mail],
    ['is-short-with-link', { text: `${'A long text with a link. '.repeat(20)} https://fabrikam.test/plan` }],
    ['generic-greeting', mail],
    ['greets-by-address', mail],
    ['greets-by-address', { text: 'Hello Ana,\nwrite to omar@fabrikam.test', to: ['Ana Abel <ana@contoso.test>'] }],
    ['greets-by-name', { text: 'Hello all,\nthe plan.' }],
    ['names-recipient-address', mail],
    ['names-recipient-domain', mail],
    ['names-recipient-domain', { from: 'Omar <omar@contoso.test>', text: 'See contoso.test for the plan.' }],
    ['has-signature', { text: 'The plan is there.' }],
    ['unsubscribe-wording', mail],
    ['subject-is-empty', {}],
    ['subject-brackets', {}],
    ['subject-number', { subject: 'Room 214 at 10' }],
    ['subject-names-recipient', {}],
    ['subject-disguised', { subject: 'Réunion' }],
  ])('%s is down', (id, given) => {
    expect(of(id, given)).toBe(false);
  });
});

describe('a number', () => {
  it.each<[string, Letter, number]>([
    ['exclamations', { text: 'Now! Now!!' }, 3],
    ['questions', { text: 'Where? When?' }, 2],
    ['shouted-words', { subject: 'a', text: 'PLEASE ANSWER me' }, 2],
    ['mixed-script-words', { text: 'your ассоunt is here' }, 1],
    ['disguised-words', { text: 'verify your ассоunt' }, 1],
    ['capitals-share', { text: 'ABab' }, 0.5],
    ['digits-share', { text: '12ab' }, 0.5],
    ['emoji', { text: 'ok 😀' }, 1],
    ['subject-emoji', { subject: '⚠ look' }, 1],
    ['subject-exclamations', { subject: 'look!!' }, 2],
    ['subject-characters', { subject: 'look' }, 4],
    ['subject-capitals-share', { subject: 'LOok' }, 0.5],
    ['imperative-share', { text: 'Click the link. It is red.', subject: '' }, 0.5],
    ['distinct-share', { text: 'the the the plan', subject: '' }, 0.5],
    ['long-words-share', { text: 'the important', subject: '' }, 0.5],
    ['sentence-words', { text: 'One two three four. Five six.', subject: '' }, 3],
  ])('%s', (id, given, value) => {
    expect(of(id, given)).toBeCloseTo(value, 5);
  });

  it('cannot be told of nothing', () => {
    expect(of('capitals-share', { text: '' })).toBeUndefined();
    expect(of('imperative-share', { text: '', subject: '' })).toBeUndefined();
  });
});

it('tells how much is quoted', () => {
  const reading = readingFrom(letter(), undefined, { seen: 'Yes.', quoted: 'Will you come' });
  expect(byId.get('text.quoted-share')?.of(reading)).toBeCloseTo(13 / 17, 5);
  expect(byId.get('text.quoted-share')?.of(readingFrom(letter(mail)))).toBe(0);
});
