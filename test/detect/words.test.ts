import { describe, expect, it } from 'vitest';
import {
  alarmWords,
  count,
  countryName,
  folderKind,
  hostOf,
  isFreeMail,
  list,
  localPartOf,
  masked,
  methodKey,
  moneyWords,
  quote,
  span,
} from '../../src/detect/words.ts';
import { hours, minutes } from '../../src/model/time.ts';

describe('what findings say', () => {
  it('is quoted without what could turn, hide or break a sentence', () => {
    expect(quote('a\u202Eb\u200b\nc\u0000')).toBe('“ab c”');
    expect(quote('x'.repeat(99))).toBe(`“${'x'.repeat(59)}…”`);
    expect(quote('😀'.repeat(80))).toBe(`“${'😀'.repeat(59)}…”`);
    expect(quote('\ud800')).toBe('“”');
  });

  it('counts, lists and measures as people do', () => {
    expect([count(1, 'file'), count(2, 'mailbox')]).toEqual(['1 file', '2 mailboxes']);
    expect([list([]), list(['a']), list(['a', 'b']), list(['a', 'b', 'c', 'd', 'e'])]).toEqual([
      '',
      'a',
      'a and b',
      'a, b, c and 2 more',
    ]);
    expect([span(20_000), span(minutes(1)), span(minutes(45)), span(hours(5)), span(hours(72))]).toEqual([
      'less than a minute',
      'a minute',
      '45 minutes',
      '5 hours',
      '3 days',
    ]);
    expect([countryName('DE'), countryName('US'), countryName('nowhere')]).toEqual(['Germany', 'the United States', '“nowhere”']);
  });

  it('shows of a number only its end, and keys it as the graph does', () => {
    expect(masked('phone', '+61 400 000 041')).toBe('a number ending in 41');
    expect(masked('email', 'ana@mail.test')).toBe('a…@mail.test');
    expect([methodKey('phone', '+61 400 000 041'), methodKey('alternativePhone', '+61-400-000-041')]).toEqual([
      'phone:+61400000041',
      'phone:+61400000041',
    ]);
    expect([methodKey('method', 'text'), methodKey('authenticator', 'Pixel 8 ID')]).toEqual([
      undefined,
      'authenticator:pixel 8 id',
    ]);
  });
});

describe('folders', () => {
  it.each([
    ['\\RSS Feeds', 'odd'],
    ['Flux RSS', 'odd'],
    ['Historique des conversations', 'odd'],
    ['Gelöschte Elemente', 'deleted'],
    ['Éléments supprimés', 'deleted'],
    ['迷惑メール', 'junk'],
    ['지운 편지함', 'deleted'],
    ['Inbox\\Archive', 'archive'],
    ['\\Calendar', 'planner'],
    ['\\Sent Items', 'sent'],
    ['Projects', 'other'],
    ['Notes', 'odd'],
    ['Notes on the merger', 'other'],
    ['', 'other'],
  ])('%s is %s', (path, kind) => expect(folderKind(path)).toBe(kind));
});

describe('mail addresses', () => {
  it('have a host and what stands before it', () => {
    expect([
      hostOf('Ana@Contoso.test'),
      hostOf('contoso.test'),
      localPartOf('Ana.S@contoso.test'),
      localPartOf('contoso.test'),
    ]).toEqual(['contoso.test', 'contoso.test', 'ana.s', '']);
  });

  it.each(['x@gmail.com', 'x@PROTON.me', 'x@web.de', 'x@hotmail.co.uk'])('%s may be anybody’s', (address) =>
    expect(isFreeMail(address)).toBe(true),
  );

  it.each(['x@contoso.test', 'x@gmail.com.contoso.test', 'x@mygmail.com', ''])('“%s” is somebody’s own', (address) =>
    expect(isFreeMail(address)).toBe(false),
  );
});

describe('words of rules', () => {
  it.each([
    ['Overdue invoice', true, false],
    ['IBAN', true, false],
    ['Überweisung', true, false],
    ['You have been hacked', false, true],
    ['パスワード', false, true],
    ['phi\u200bshing', false, true],
    ['wireless bankers', false, false],
    ['hackathon of the year', false, false],
    ['Newsletter', false, false],
    ['', false, false],
  ])('“%s”: money %s, alarm %s', (word, money, alarm) => {
    expect([moneyWords(word), alarmWords(word)]).toEqual([money, alarm]);
  });
});
