// Fills the slots of what is written: `{one|another}` is a choice, `{code=digits:6}` keeps its value for the whole letter,
// and named slots stand for people, firms, amounts and days. Firms are those of manuals; people are made up.

import { seeded } from '../../../src/model/seeded.ts';

export interface Person {
  readonly first: string;
  readonly last: string;
  readonly address: string;
  readonly role: string;
}

export interface Firm {
  readonly name: string;
  readonly domain: string;
}

export interface Slots {
  readonly dice: () => number;
  readonly language: string;
  readonly me: Person;
  readonly at: Date;
  readonly one: <Value>(values: readonly Value[]) => Value;
  readonly fill: (text: string) => string;
}

/** Whose mailbox it is. */
export const HOME = 'contoso.com';

const FIRMS: readonly Firm[] = `
Fabrikam fabrikam.com, Northwind Traders northwindtraders.com, A. Datum adatum.com, Adventure Works adventure-works.com, Alpine Ski House alpineskihouse.com,
Bellows College bellowscollege.com, Coho Vineyard cohovineyard.com, Fourth Coffee fourthcoffee.com, Graphic Design Institute graphicdesigninstitute.com,
Humongous Insurance humongousinsurance.com, Litware litwareinc.com, Lucerne Publishing lucernepublishing.com, Margie’s Travel margiestravel.com,
Proseware proseware.com, Relecloud relecloud.com, Southridge Video southridgevideo.com, Tailspin Toys tailspintoys.com, Tailwind Traders tailwindtraders.com,
Trey Research treyresearch.net, Wide World Importers wideworldimporters.com, Wingtip Toys wingtiptoys.com, Woodgrove Bank woodgrovebank.com,
Consolidated Messenger consolidatedmessenger.com, Lamna Healthcare lamnahealthcare.com, First Up Consultants firstupconsultants.com, VanArsdel vanarsdelltd.com`
  .split(',')
  .map((line) => {
    const words = line.trim().split(' ');
    return { name: words.slice(0, -1).join(' '), domain: words.at(-1) ?? '' };
  });

const list = (text: string): readonly string[] => text.split(/,\s*/).map((it) => it.trim());
const FIRST = list(
  'Nora, Tomas, Priya, Jonas, Imke, Rafael, Wanjiru, Sofie, Declan, Mei, Amira, Lukas, Ingrid, Pavel, Chiara, Owen, Leila, Mateus, Hanne, Yusuf, Clara, Émile, Zofia, Björn, Inês, Marta, Kwame, Elodie',
);
const LAST = list(
  'Feldt, Okafor, Brandvik, Marchetti, Lindqvist, de Wael, Moreau, Castellanos, Hartwig, Nakagawa, O’Keeffe, Petrovic, Sundaram, Vasconcelos, Ziegenfuß, Achterberg, Kowalczyk, Rahimi, Tennant, Ferreira, Grünwald, Bellamy',
);
const TRADES = list(
  'Nordlys Outdoor, The Bread Post, Kleeblatt Versand, Atelier Marin, Casa Lume, Peak & Pedal, Stadtwerke Süd, Green Ledger, Book Barn, Studio Zwölf',
);
const ROLES = list(
  'Account Manager, Project Manager, Head of Purchasing, Accounts Receivable, Sales Operations, Office Manager, Customer Success, HR Business Partner, IT Support, Site Engineer, Controller, Editor',
);
const CITIES = list(
  'Utrecht, Leipzig, Lyon, Porto, Leeds, Bergamo, Valencia, Graz, Gent, Austin, Toronto, Dublin, Basel, Gothenburg, Kraków, Bristol',
);
const STREETS = list(
  'Harbour Road, Mühlweg, Rue des Tilleuls, Via Garibaldi, Calle Mayor, Station Road, Keizerslaan, Rua do Sol, Market Street, Bahnhofstrasse',
);
const PRODUCTS = list(
  'merino base layer, trail running shoe, cast-iron casserole 24 cm, oak side table, noise-cancelling headphones, USB-C docking station, rain jacket “Fjord”, LED desk lamp, espresso grinder, garden shears, bicycle panniers, cotton bed linen 200×200',
);
const DEVICES = list('Windows 11 · Edge, iPhone 13, MacBook Pro · Safari, Android 13 · Chrome, Ubuntu · Firefox, iPad, Pixel 7');
const TOPICS = list(
  'Q3 forecast, warehouse move, onboarding plan, website relaunch, budget 2024, audit preparation, supplier review, release 4.2, data retention, price list, office refurbishment, trade fair stand',
);

const HOST_LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';
const TOKEN_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const latin = (text: string): string =>
  text
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/[^A-Za-z -]/g, '')
    .replaceAll(' ', '')
    .toLowerCase();

export function slotsOf(seed: string, language: string): Slots {
  const dice = seeded(seed);
  const below = (end: number): number => Math.floor(dice() * end);
  const one = <Value>(values: readonly Value[]): Value => values[below(values.length)] as Value;
  const from = (letters: string, count: number): string =>
    Array.from({ length: count }, () => letters[below(letters.length)]).join('');
  const personAt = (domain: string): Person => {
    const [first, last] = [one(FIRST), one(LAST)];
    return { first, last, address: `${latin(first)}.${latin(last)}@${domain}`, role: one(ROLES) };
  };

  const at = new Date(Date.UTC(2019 + below(6), below(12), 1 + below(28), 6 + below(13), below(60), below(60)));
  const [me, colleague] = [personAt(HOME), personAt(HOME)];
  const registered = one(FIRMS);
  // Many a firm trades by another name than its domain's.
  const firm = dice() < 0.2 ? { ...registered, name: one(TRADES) } : registered;
  const they = personAt(firm.domain);
  const [product, topic, device] = [one(PRODUCTS), one(TOPICS), one(DEVICES)];
  const friend = personAt('');
  const private_ = `${latin(friend.first)}.${latin(friend.last)}.${String(1000 + below(9000))}@${one(['gmail.com', 'outlook.com', 'gmx.de', 'icloud.com', 'orange.fr', 'libero.it', 'ziggo.nl', 'yahoo.com'])}`;

  const day = (from_: number, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { ...options, timeZone: 'UTC' }).format(
      at.getTime() + from_ * DAY,
    );
  const money = (range: string, currency: string): string => {
    const [low = 1, high = low] = range.split('-').map(Number);
    const amount = low + Math.round(dice() * (high - low) * 100) / 100;
    return new Intl.NumberFormat(language === 'en' ? 'en-GB' : language, { style: 'currency', currency }).format(amount);
  };

  const people: Readonly<Record<string, Person>> = { me, colleague, they, friend: { ...friend, address: private_ } };
  const named: Readonly<Record<string, (given: string) => string>> = {
    digits: (count) => from('0123456789', Number(count)),
    hex: (count) => from('0123456789abcdef', Number(count)),
    caps: (count) => from('ABCDEFGHJKLMNPQRSTUVWXYZ0123456789', Number(count)),
    token: (count) => from(TOKEN_LETTERS, Number(count)),
    host: (count) => from(HOST_LETTERS.slice(0, 26), 1) + from(HOST_LETTERS, Number(count) - 1),
    n: (range) => {
      const [low = 0, high = low] = range.split('-').map(Number);
      return String(low + below(high - low + 1));
    },
    eur: (range) => money(range, 'EUR'),
    usd: (range) => money(range, 'USD'),
    gbp: (range) => money(range, 'GBP'),
    chf: (range) => money(range, 'CHF'),
    day: (after) => day(Number(after || 0), { day: 'numeric', month: 'long', year: 'numeric' }),
    weekday: (after) => day(Number(after || 0), { weekday: 'long', day: 'numeric', month: 'long' }),
    month: (after) => day(Number(after || 0), { month: 'long', year: 'numeric' }),
    iso: (after) => new Date(at.getTime() + Number(after || 0) * DAY).toISOString().slice(0, 10),
    stamp: () => at.toISOString().replace(/[-:]|\.\d+/g, ''),
    year: () => String(at.getUTCFullYear()),
    time: () => `${String(8 + below(11)).padStart(2, '0')}:${one(['00', '15', '30', '45'])}`,
    ip: () => `${one(['192.0.2', '198.51.100', '203.0.113'])}.${String(1 + below(254))}`,
    iban: () => iban(one(['DE', 'FR', 'NL', 'ES', 'AT']), () => below(10)),
    phone: () =>
      one([
        `+44 20 7946 0${String(100 + below(900))}`,
        `+1 555 01${String(10 + below(90))}`,
        `+49 30 23125 ${String(100 + below(900))}`,
      ]),
    city: () => one(CITIES),
    street: () => `${one(STREETS)} ${String(1 + below(140))}`,
    device: () => device,
    product: () => product,
    article: () => one(PRODUCTS),
    topic: () => topic,
    firm: () => firm.name,
    'firm.domain': () => firm.domain,
    'firm.short': () => firm.domain.slice(0, firm.domain.indexOf('.')),
    home: () => HOME,
  };

  const kept = new Map<string, string>();
  const fillOne = (inner: string): string => {
    const [, name, spec] = /^([a-z]\w{0,12})=(.+)$/su.exec(inner) ?? [];
    if (name !== undefined && spec !== undefined) {
      const value = kept.get(name) ?? fillOne(spec);
      kept.set(name, value);
      return value;
    }
    if (inner.includes('|')) return one(inner.split('|'));
    const [key = '', given = ''] = inner.split(/:(.*)/su);
    const known = kept.get(key) ?? named[key]?.(given);
    if (known !== undefined) return known;
    const [who = '', what = ''] = key.split('.');
    const person = people[who];
    if (person === undefined) throw new RangeError(`no such slot: {${inner}}`);
    return partOf(person, what);
  };
  const fill = (text: string): string => {
    let filled = text;
    while (SLOT.test(filled)) filled = filled.replace(SLOTS, (_, inner: string) => fillOne(inner));
    return filled;
  };
  return { dice, language, me, at, one, fill };
}

const DAY = 86_400_000;
const SLOT = /\{[^{}]*\}/u;
const SLOTS = /\{([^{}]*)\}/gu;

function partOf({ first, last, address, role }: Person, what: string): string {
  const [user = '', domain = ''] = address.split('@');
  const parts: Readonly<Record<string, string>> = { '': `${first} ${last}`, first, last, address, role, user, domain };
  const part = parts[what];
  if (part === undefined) throw new RangeError(`nobody has a ${what}`);
  return part;
}

const LENGTHS: Readonly<Record<string, number>> = { DE: 18, FR: 23, NL: 14, ES: 20, AT: 16 };

/** With check digits that hold; banks of these numbers need not exist. */
function iban(country: string, digit: () => number): string {
  const body = country === 'NL' ? `TEST${digits(10, digit)}` : digits(LENGTHS[country] ?? 18, digit);
  const numbers = `${body}${country}00`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  const check = 98n - (BigInt(numbers) % 97n);
  return `${country}${String(check).padStart(2, '0')}${body}`.replace(/(.{4})(?=.)/g, '$1 ');
}

const digits = (count: number, digit: () => number): string => Array.from({ length: count }, digit).join('');
