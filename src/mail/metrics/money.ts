// Money, accounts and identifiers a message names, and what is said beside them.

import { metric } from '../metric.ts';
import type { Metric } from '../metric.ts';
import type { Reading } from '../reading.ts';

const from = 'text';
const version = 1;

export const money: readonly Metric[] = [
  count('money.ibans', 'different bank accounts whose check digits are right', ({ entities }) => entities.ibans.length),
  count('money.cards', 'payment card numbers whose check digit is right', ({ entities }) => entities.cards.length),
  count('money.wallets', 'cryptocurrency addresses whose checksum is right', ({ entities }) => entities.wallets.length),
  count(
    'money.false-wallets',
    'what looks like a cryptocurrency address and has a wrong checksum',
    ({ entities }) => entities.falseWallets,
  ),
  count('money.phones', 'different telephone numbers', ({ entities }) => entities.phones.length),
  flag('money.toll-free', 'names a number that is free to call, as help desks and those who play them have', ({ entities }) =>
    entities.phones.some(isTollFree),
  ),
  count('money.amounts', 'amounts of money', ({ entities }) => entities.amounts.length),
  metric({
    id: 'money.largest-amount',
    version,
    unit: 'count',
    from,
    title: 'the largest amount of an ordinary currency, in its own units',
    of: ({ entities }) => most(entities.amounts.filter(({ currency }) => !COINS.has(currency)).map(({ amount }) => amount)),
  }),
  count(
    'money.crypto-amounts',
    'amounts of cryptocurrency',
    ({ entities }) => entities.amounts.filter(({ currency }) => COINS.has(currency)).length,
  ),
  metric({
    id: 'money.currencies',
    version,
    unit: 'list',
    from,
    title: 'currencies named with an amount',
    of: ({ entities }) => [...new Set(entities.amounts.map(({ currency }) => currency))].sort(),
  }),
  metric({
    id: 'money.deadline-hours',
    version,
    unit: 'hours',
    from,
    title: 'the shortest time within which something is demanded',
    of: ({ entities }) => (entities.deadlines.length === 0 ? undefined : Math.min(...entities.deadlines)),
  }),
  flag(
    'money.wallet-with-deadline',
    'a cryptocurrency address and a time by which something is due',
    ({ entities }) => entities.wallets.length > 0 && entities.deadlines.length > 0,
  ),
  flag(
    'money.bank-change-with-iban',
    'says that bank details changed, and names an account',
    ({ entities, words }) => words.concepts.has('bank.changed') && entities.ibans.length > 0,
  ),
  metric({
    id: 'money.iban-countries',
    version,
    unit: 'list',
    from,
    title: 'countries of the bank accounts named',
    of: ({ entities }) => [...new Set(entities.ibans.map(countryOf))].sort(),
  }),
  metric({
    id: 'money.iban-abroad',
    version,
    unit: 'flag',
    from,
    title: 'a bank account in another country than the author’s domain',
    of: ibanAbroad,
  }),
  count('money.references', 'numbers of invoices, orders, accounts, cases', ({ entities }) => entities.references.length),
  count(
    'money.personal-numbers',
    'national identifiers, of tax or insurance, whose check digits are right',
    ({ entities }) => entities.personalNumbers,
  ),
  count('money.sensitive-numbers', 'bank accounts, cards and personal numbers together, as a leak would hold them', sensitive),
  count('money.addresses', 'different mail addresses in the text', ({ entities }) => entities.addresses.length),
  flag(
    'money.foreign-reply-address',
    'a mail address in the text on a public mail service, and the author is on none of the addresses named',
    foreignAddress,
  ),
  count('money.people', 'names of people, as greetings and signatures show them', ({ entities }) => entities.people.length),
  count('money.organisations', 'names of organisations with their legal form', ({ entities }) => entities.organisations.length),
  count('money.dates', 'dates named', ({ entities }) => entities.dates.length),
];

/** As `entities.amounts` names them. */
const COINS: ReadonlySet<string> = new Set(['BTC', 'ETH', 'XMR', 'USDT', 'LTC', 'BCH']);

/** Where people have mail that belongs to no house. */
const PUBLIC_MAIL: ReadonlySet<string> = new Set([
  ...[
    'gmail.com',
    'googlemail.com',
    'outlook.com',
    'hotmail.com',
    'live.com',
    'yahoo.com',
    'aol.com',
    'icloud.com',
    'gmx.de',
    'gmx.net',
  ],
  ...[
    'web.de',
    'mail.ru',
    'yandex.ru',
    'yandex.com',
    'proton.me',
    'protonmail.com',
    'tutanota.com',
    'zoho.com',
    'mail.com',
    'qq.com',
    '163.com',
  ],
]);

function count(id: `money.${string}`, title: string, of: (reading: Reading) => number): Metric {
  return metric({ id, version, unit: 'count', from, title, of });
}

function flag(id: `money.${string}`, title: string, of: (reading: Reading) => boolean): Metric {
  return metric({ id, version, unit: 'flag', from, title, of });
}

const most = (amounts: readonly number[]): number | undefined => (amounts.length === 0 ? undefined : Math.max(...amounts));

/** North America's, and what many countries of Europe have. */
const isTollFree = (phone: string): boolean =>
  /^(?:\+?1)?8(?:00|33|44|55|66|77|88)\d{7}$|^(?:\+\d{2})?0?800\d{4,8}$/u.test(phone);

const countryOf = (iban: string): string => iban.slice(0, 2);

function ibanAbroad({ entities, message }: Reading): boolean | undefined {
  const suffix = (message.author?.domain.split('.').at(-1) ?? '').toUpperCase();
  const country = suffix === 'UK' ? 'GB' : suffix;
  // a suffix of two letters is a country's; of others nobody can tell
  return entities.ibans.length === 0 || country.length !== 2
    ? undefined
    : entities.ibans.some((iban) => countryOf(iban) !== country);
}

function sensitive({ entities }: Reading): number {
  return entities.ibans.length + entities.cards.length + entities.personalNumbers;
}

function foreignAddress({ entities, message }: Reading): boolean {
  const author = message.author?.address ?? '';
  const others = entities.addresses.filter((address) => address !== author && !message.recipients.includes(address));
  return (
    !entities.addresses.includes(author) && others.some((address) => PUBLIC_MAIL.has(address.slice(address.lastIndexOf('@') + 1)))
  );
}
