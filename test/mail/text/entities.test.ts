// What a text names is found by its form and held to its check digits: for every kind what counts, and what only looks so.

import { describe, expect, it } from 'vitest';
import { entitiesOf } from '../../../src/mail/text/entities.ts';

const kinds = entitiesOf;

describe('bank accounts', () => {
  it.each([
    ['IBAN: DE89 3704 0044 0532 0130 00.', 'DE89370400440532013000'],
    ['to gb29nwbk60161331926819, thank you', 'GB29NWBK60161331926819'],
    ['NL91-ABNA-0417-1643-00', 'NL91ABNA0417164300'],
    ['DE89 3704 0044 0532 0130 00 until Friday', 'DE89370400440532013000'],
  ])('%s', (text, iban) => {
    expect(kinds(text).ibans).toEqual([iban]);
  });

  it.each(['DE89 3704 0044 0532 0130 01', 'DE89 3704 0044', 'XDE89370400440532013000', 'Room DE12 is free'])(
    'not in: %s',
    (text) => {
      expect(kinds(text).ibans).toEqual([]);
    },
  );
});

describe('payment cards', () => {
  it.each([
    ['My card is 4111 1111 1111 1111', '1111'],
    ['5500-0055-5555-5559 exp 04/27', '5559'],
    ['Visa 4012888888881881', '1881'],
    ['amex 3782 822463 10005', '0005'],
  ])('are told by their last four digits: %s', (text, last) => {
    expect(kinds(text).cards).toEqual([last]);
  });

  it.each([
    '4111 1111 1111 1112 has a wrong check digit',
    'parcel 4111111111111111',
    'tracking number 4111 1111 1111 1111',
    'call +4111 1111 1111 1111',
    'card 9111 1111 1111 1111',
  ])('not in: %s', (text) => {
    expect(kinds(text).cards).toEqual([]);
  });
});

describe('cryptocurrency addresses', () => {
  it.each([
    ['1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2'],
    ['3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy'],
    ['bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq'],
    ['bc1p5cyxnuxmeuwuvkwfem96lqzszd02n6xdcjrs20cac6yqjjwudpxqkedrcr'],
    ['0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed'],
    ['44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A'],
    ['LM2WMpR1Rp6j3Sa59cMXMs1SPzj9eXpGc1'],
  ])('%s', (address) => {
    expect(kinds(`Send it to ${address}.`)).toMatchObject({ wallets: [address], falseWallets: 0 });
  });

  it('with a wrong checksum count as false where money is spoken of', () => {
    expect(kinds('bitcoin wallet: 1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3')).toMatchObject({ wallets: [], falseWallets: 1 });
    expect(kinds('build 1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3')).toMatchObject({ wallets: [], falseWallets: 0 });
    expect(kinds('eth 0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed')).toMatchObject({ wallets: [], falseWallets: 1 });
  });

  it.each([
    ['my bitcoin address 1BvBMSEYstWetqTFn5 Au4m4GFg7xJaNVN2', '1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2'],
    ['BTC: 1BvBMSEYst*WetqTFn5Au4m4GFg7xJaNVN2 (remove the star)', '1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2'],
    ['btc wallet 1BvBMSEYstWetq\u200bTFn5Au4m4GFg7xJaNVN2', '1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2'],
  ])('that are broken up are mended: %s', (text, address) => {
    expect(kinds(text).wallets).toEqual([address]);
  });

  it('in small letters alone need a word of their kind', () => {
    const address = '0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed';
    expect(kinds(`pay ethereum to ${address}`).wallets).toEqual([address]);
    expect(kinds(`commit ${address}`).wallets).toEqual([]);
  });
});

describe('telephone numbers', () => {
  it.each([
    ['+44 20 7946 0958', '+442079460958'],
    ['Call (877) 555-0161 now', '8775550161'],
    ['1-808-555-0172', '18085550172'],
    ['0049 30 9018 2044', '+4930901820 44'.replace(' ', '')],
    ['030 901820 44', '03090182044'],
    ['helpline: 8O8 555 Ol72', '8085550172'],
    ['Tel. 9018 2044', '90182044'],
    ['call ＋１ ８０８ ５５５ ０１７２', '+18085550172'],
  ])('%s', (text, phone) => {
    expect(kinds(text).phones).toEqual([phone]);
  });

  it.each([
    'on 2026-03-04 at 10:30',
    '12.03.2026',
    'order 4471229018',
    '192.0.2.17',
    'IBAN DE89 3704 0044 0532 0130 00',
    '1,234,567.89',
    'version 1.2.3.4567',
  ])('not in: %s', (text) => {
    expect(kinds(text).phones).toEqual([]);
  });
});

describe('amounts', () => {
  it.each([
    ['$1,234.56', 'USD', 1234.56],
    ['1.234,56 €', 'EUR', 1234.56],
    ['USD 950', 'USD', 950],
    ['950 dollars', 'USD', 950],
    ['£1.5k', 'GBP', 1500],
    ['R$ 2.500,00', 'BRL', 2500],
    ['0.125 BTC', 'BTC', 0.125],
    ['2 bitcoins', 'BTC', 2],
    ['18.5 million US dollars', 'USD', 18_500_000],
    ['CHF 1’200.00', 'CHF', 1200],
    ['€ 8,930', 'EUR', 8930],
    ['$500 USD', 'USD', 500],
  ])('%s', (text, currency, amount) => {
    expect(kinds(text).amounts).toEqual([{ currency, amount }]);
  });

  it.each(['500 people came', 'in 2026', 'page 12 of 30', '$', 'euro'])('not in: %s', (text) => {
    expect(kinds(text).amounts).toEqual([]);
  });
});

describe('deadlines', () => {
  it.each([
    ['You have 48 hours to pay.', 48],
    ['within 24 hours', 24],
    ['within two days', 48],
    ['in the next 30 minutes', 0.5],
    ['innerhalb von 24 Stunden', 24],
    ['binnen drei Tagen', 72],
    ['sous 48 heures', 48],
    ['en las próximas 24 horas', 24],
    ['entro 48 ore', 48],
    ['em até 24 horas', 24],
    ['binnen 48 uur', 48],
    ['within 24 (twenty-four) hours', 24],
    ['by tomorrow', 24],
    ['bis morgen', 24],
    ['before close of business', 12],
    ['24時間以内に', 24],
  ])('%s', (text, hours) => {
    expect(kinds(text).deadlines).toEqual([hours]);
  });

  it.each(['open 24 hours a day', '48 hours ago', 'he is 3 years old', 'the 24 hours of the race', 'two days of talks'])(
    'not in: %s',
    (text) => {
      expect(kinds(text).deadlines).toEqual([]);
    },
  );
});

describe('references', () => {
  it.each([
    ['Invoice INV-20418', 'INV-20418'],
    ['Invoice no. 20418', '20418'],
    ['Rechnung Nr. RE-2025-0417', 'RE-2025-0417'],
    ['your order #100453', '100453'],
    ['Factura 88120', '88120'],
  ])('%s', (text, reference) => {
    expect(kinds(text).references).toEqual([reference]);
  });

  it.each(['the invoice was paid', 'in order to help', 'account manager', 'the case of 2 dogs'])('not in: %s', (text) => {
    expect(kinds(text).references).toEqual([]);
  });
});

describe('personal numbers', () => {
  it.each([
    ['SSN 219-09-9999'],
    ['National Insurance AB 12 34 56 C'],
    ['Steuer-ID 86095742719'],
    ['BSN 111222333'],
    ['DNI 12345678Z'],
    ['NIR 2 55 08 14 168 025 38'],
    ['RSSMRA85T10A562S'],
    ['CPF 111.444.777-35'],
    ['PESEL 44051401359'],
  ])('%s', (text) => {
    expect(kinds(text).personalNumbers).toBe(1);
  });

  it.each([
    'SSN 000-12-3456',
    'part 219-09-9999',
    'Steuer-ID 86095742718',
    'BSN 111222334',
    'number 111222333',
    'DNI 12345678A',
    'RSSMRA85T10A562T',
    'CPF 111.444.777-36',
    'PESEL 44051401358',
  ])('not in: %s', (text) => {
    expect(kinds(text).personalNumbers).toBe(0);
  });

  it('are counted once however often they stand', () => {
    expect(kinds('DNI 12345678Z and again 12345678-Z').personalNumbers).toBe(1);
  });
});

describe('people and organisations', () => {
  it.each([
    ['Dear Ana Abel,\nhello', 'Ana Abel'],
    ['please ask Mr. Omar Haddad', 'Omar Haddad'],
    ['See you.\nBest regards,\nZoe Quist\n', 'Zoe Quist'],
    ['Sehr geehrte Frau Vogt,', 'Vogt'],
  ])('%s', (text, name) => {
    expect(kinds(text).people).toEqual([name]);
  });

  it.each(['Dear Customer,', 'dear all', 'The Mr. Coffee', 'Best regards,\nthe team'].filter((text) => !text.includes('Coffee')))(
    'nobody in: %s',
    (text) => {
      expect(kinds(text).people).toEqual([]);
    },
  );

  it.each([
    ['from Contoso Ltd, London', 'Contoso'],
    ['Northwind Traders GmbH', 'Northwind Traders'],
    ['Adventure Works, Inc.', 'Adventure Works'],
  ])('%s', (text, name) => {
    expect(kinds(text).organisations).toEqual([name]);
  });

  it.each(['limited time only', 'the Inc magazine', 'an AG meeting'])('no organisation in: %s', (text) => {
    expect(kinds(text).organisations).toEqual([]);
  });
});

describe('dates', () => {
  it.each([
    ['2026-03-04', '2026-03-04'],
    ['4 March 2026', '2026-03-04'],
    ['March 4, 2026', '2026-03-04'],
    ['4. März 2026', '2026-03-04'],
    ['4 de março de 2026', '2026-03-04'],
    ['04.03.2026', '2026-03-04'],
    ['03/24/2026', '2026-03-24'],
    ['24/03/2026', '2026-03-24'],
    ['2026年3月4日', '2026-03-04'],
  ])('%s', (text, date) => {
    expect(kinds(text).dates).toEqual([date]);
  });

  it.each(['04/03/2026', '31.02.2026', '2026-13-01', 'March madness', '192.168.20.26'])('not in: %s', (text) => {
    expect(kinds(text).dates).toEqual([]);
  });
});

describe('mail addresses', () => {
  it('are found, also with the @ in brackets', () => {
    expect(kinds('write to Ana@contoso.test or zoe [at] fabrikam.test.').addresses).toEqual([
      'ana@contoso.test',
      'zoe@fabrikam.test',
    ]);
  });

  it('are not what only has an @', () => {
    expect(kinds('meet @noon, ana@home').addresses).toEqual([]);
  });
});

it('finds nothing in nothing', () => {
  expect(kinds('')).toEqual({
    ...{ ibans: [], cards: [], wallets: [], falseWallets: 0, phones: [], amounts: [], deadlines: [], addresses: [] },
    ...{ references: [], personalNumbers: 0, people: [], organisations: [], dates: [] },
  });
});

it.each([
  ['digits', '1'.repeat(66_000)],
  ['digits and blanks', '1 '.repeat(33_000)],
  ['letters of addresses', '1BvBMSEYstWetqTFn5 bitcoin '.repeat(2_600)],
  ['ones of wallets', 'btc 1 1 1 1 1 1 3 3 3 '.repeat(3_000)],
  ['at signs', 'a@'.repeat(33_000)],
  ['dots', 'a.'.repeat(33_000)],
  ['capitals', 'Aa '.repeat(22_000)],
  ['words of money', 'usd '.repeat(16_000)],
  ['words of time', 'within the next '.repeat(4_000)],
  ['words of accounts', 'invoice no '.repeat(6_000)],
  ['beginnings of IBANs', 'DE89 3704 0044 0532 0130 '.repeat(2_600)],
  ['brackets', '('.repeat(66_000)],
])('reads %s in bounded time', (_, text) => {
  const start = performance.now();
  kinds(text);
  expect(performance.now() - start).toBeLessThan(1500);
});
