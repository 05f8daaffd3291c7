// Honest letters of our own: always the same for the same seed, every template a message that can be read, nothing left unfilled.

import { beforeAll, describe, expect, it } from 'vitest';
import { FOLDS, foldOf, honestForChoosing, honestLetters } from '../../bench/mail/honest.ts';
import type { HonestLetter } from '../../bench/mail/honest.ts';
import { carriers } from '../../bench/mail/honest/carriers.ts';
import { senders } from '../../bench/mail/honest/senders.ts';
import { slotsOf } from '../../bench/mail/honest/slots.ts';
import { kinds, templatesIn } from '../../bench/mail/honest/template.ts';
import type { Template } from '../../bench/mail/honest/template.ts';
import { firstTemplates, honestTemplates, laterTemplates, partOf } from '../../bench/mail/honest/templates.ts';
import type { Part } from '../../bench/mail/honest/templates.ts';

describe('templates', () => {
  it('are many, each with a name of its own, of every kind', () => {
    expect(honestTemplates.length).toBeGreaterThanOrEqual(70);
    expect(new Set(honestTemplates.map(({ name }) => name)).size).toBe(honestTemplates.length);
    expect(new Set(honestTemplates.map(({ kind }) => kind))).toEqual(new Set(kinds));
  });

  it('are in English for the most part, and a fifth or more in seven other languages', () => {
    const languages = honestTemplates.map(({ language }) => language);
    expect([...new Set(languages)].sort()).toEqual(['de', 'en', 'es', 'fr', 'it', 'nl', 'pl', 'pt']);
    const foreign = languages.filter((language) => language !== 'en').length / languages.length;
    expect(foreign).toBeGreaterThan(0.15);
    expect(foreign).toBeLessThan(0.3);
  });

  it('are learnt from by half of the first ones, and by two thirds of the later ones', () => {
    const learnt = (templates: readonly Template[]): number =>
      templates.filter((template) => partOf(template) === 'choosing').length / templates.length;
    expect(learnt(firstTemplates)).toBeGreaterThan(0.4);
    expect(learnt(firstTemplates)).toBeLessThan(0.6);
    expect(learnt(laterTemplates)).toBeGreaterThan(0.55);
    expect(learnt(laterTemplates)).toBeLessThan(0.75);
  });

  it('written later are learnt from by whole kinds, and those reported on are of kinds that nothing was learnt from', () => {
    const kindsOf = (part: Part): readonly string[] =>
      laterTemplates.filter((template) => partOf(template) === part).map(({ kind }) => kind);
    const reported = new Set(kindsOf('reported'));
    const learnt = new Set([
      ...kindsOf('choosing'),
      ...firstTemplates.filter((template) => partOf(template) === 'choosing').map(({ kind }) => kind),
    ]);
    expect(reported.size).toBeGreaterThan(20);
    expect([...reported].filter((kind) => learnt.has(kind))).toEqual([]);
  });

  it('to learn from hold nothing that is reported on, and every part has some', async () => {
    const letters = await honestForChoosing(300);
    expect(new Set(letters.map(({ part }) => part))).toEqual(new Set(['choosing']));
    expect(new Set(letters.map(({ kind }) => foldOf(kind))).size).toBe(FOLDS);
  });

  it('name ways of sending that there are', () => {
    for (const [name, { via }] of Object.entries(senders)) expect(carriers, name).toHaveProperty(via);
  });

  it.each([
    ['a kind there is not', '= a gossip en google\nSubject: a\n\nb'],
    ['a sender there is not', '= a account en nobody\nSubject: a\n\nb'],
    ['no subject', '= a account en google\nPlain: only\n\nb'],
    ['a field there is not', '= a account en google\nSubject: a\nColour: red\n\nb'],
  ])('that cannot be read are an error: %s', (_, written) => {
    expect(() => templatesIn(written)).toThrow(RangeError);
  });
});

describe('slots', () => {
  it('keep what is to be kept, and choose what is to be chosen', () => {
    const { fill } = slotsOf('a', 'en');
    const [first, second] = fill('{code=digits:6} {code}').split(' ');
    expect(first).toMatch(/^\d{6}$/u);
    expect(second).toBe(first);
    expect(['one', 'another']).toContain(fill('{one|another}'));
  });

  it('nobody knows are an error', () => {
    expect(() => slotsOf('a', 'en').fill('{nothing}')).toThrow('no such slot: {nothing}');
  });
});

describe('letters', () => {
  let letters: HonestLetter[];
  beforeAll(async () => {
    letters = await honestLetters('a seed', honestTemplates.length);
  });

  it('are the same for the same seed, and others for another', async () => {
    const subjects = (all: readonly HonestLetter[]): readonly unknown[] => all.map(({ template, raw }) => [template, raw]);
    expect(subjects(await honestLetters('a seed', 40))).toEqual(subjects(letters.slice(0, 40)));
    expect(subjects(await honestLetters('another', 40))).not.toEqual(subjects(letters.slice(0, 40)));
  });

  it('take every template in its turn', () => {
    expect(new Set(letters.map(({ template }) => template)).size).toBe(honestTemplates.length);
  });

  it('are whole messages with an author, a subject, a reader, a date and something to read', () => {
    for (const { template, raw } of letters) {
      expect(raw.defects, template).toEqual([]);
      expect(raw.from?.address, template).toMatch(/^[^@\s]+@[a-z0-9.-]+\.[a-z]+$/u);
      expect(raw.subject ?? '', template).not.toBe('');
      expect(raw.to.length, template).toBe(1);
      expect(raw.date, template).toMatch(/^20(?:19|2\d)-/u);
      expect(`${raw.text ?? ''}${raw.html ?? ''}`.length, template).toBeGreaterThan(20);
    }
  });

  it('leave no slot and no mark of the markup unfilled', () => {
    for (const { template, raw } of letters) {
      const shown = `${raw.subject ?? ''}\n${raw.text ?? ''}\n${raw.html?.replace(/<style[\s\S]*?<\/style>/gu, '') ?? ''}`;
      expect(shown, template).not.toMatch(/\{[a-z.]+[:}=|]|(?<!\*)\*\*(?!\*)|\]\(|^=> /mu);
    }
  });

  it('look as mail does today: most have HTML, pictures of other hosts, redirected links, ways to unsubscribe; many a one has not', () => {
    const share = (has: (letter: HonestLetter) => boolean): number => letters.filter(has).length / letters.length;
    const between = (value: number, low: number, high: number): void => {
      expect(value).toBeGreaterThan(low);
      expect(value).toBeLessThan(high);
    };
    between(
      share(({ raw }) => raw.html !== undefined),
      0.6,
      0.95,
    );
    between(
      share(({ raw }) => raw.text === undefined),
      0.1,
      0.5,
    );
    between(
      share(({ raw }) => /<img[^>]+src="https:/u.test(raw.html ?? '')),
      0.3,
      0.8,
    );
    between(
      share(({ raw }) => /width="1" height="1"/u.test(raw.html ?? '')),
      0.1,
      0.5,
    );
    between(
      share(({ raw }) => raw.headers.some(({ name }) => name === 'List-Unsubscribe')),
      0.1,
      0.5,
    );
    between(
      share(({ raw }) => raw.attachments.length > 0),
      0.1,
      0.4,
    );
  });
});
