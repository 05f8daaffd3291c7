// Texts of our own to learn intents from: templates with slots, and a seeded hand that fills them.
//
// A template begins with a line `= language intents facts : subject`; what follows is its body. Intents and facts are
// parted by commas, `-` stands for none. `{one|another}` is a choice, `{wallet}` and its like are made up.

import { intents } from '../../../src/mail/intent.ts';
import type { Intent } from '../../../src/mail/intent.ts';
import { createRng } from '../../../seed/random.ts';
import type { Rng } from '../../../seed/random.ts';

export interface Template {
  /** Of the file and its place in it, from 1. */
  readonly id: string;
  readonly language: string;
  readonly intents: readonly Intent[];
  /** Has a link, an attachment, quoted mail below. */
  readonly facts: readonly Fact[];
  readonly subject: string;
  readonly body: string;
}

const facts = ['link', 'links', 'file', 'quoted'] as const;
type Fact = (typeof facts)[number];

export interface ExampleText {
  readonly template: string;
  readonly intents: readonly Intent[];
  readonly facts: readonly Fact[];
  readonly subject: string;
  readonly body: string;
}

/** A head that cannot be read is a mistake of whoever wrote it: an error. */
export function templatesOf(name: string, written: string): Template[] {
  return written
    .split(/^= /mu)
    .slice(1)
    .map((text, index) => {
      const [, language = '', wants = '', has = '', subject = ''] = /^(\S+) (\S+) (\S+) : ?(.*)\n/u.exec(text) ?? [];
      const template = {
        id: `${name}-${String(index + 1)}`,
        language,
        intents: named(wants, intents),
        facts: named(has, facts),
        subject,
        body: text.slice(text.indexOf('\n') + 1).trim(),
      };
      if (language === '' || template.body === '')
        throw new RangeError(`a template nobody can read: ${name}-${String(index + 1)}`);
      return template;
    });
}

function named<Name extends string>(list: string, names: readonly Name[]): Name[] {
  return list.split(',').flatMap((it) => {
    if (it === '-') return [];
    const name = names.find((known) => known === it);
    if (name === undefined) throw new RangeError(`neither an intent nor a fact: ${it}`);
    return [name];
  });
}

/** Each template filled a number of times; the same seed gives the same texts. */
export function filled(templates: readonly Template[], times: number, seed: string): ExampleText[] {
  return templates.flatMap((template) =>
    Array.from({ length: times }, (_, turn) => {
      const random = createRng(`${seed}/${template.id}/${String(turn)}`);
      const { id, intents: wants, facts: has, subject, body } = template;
      return { template: id, intents: wants, facts: has, subject: fill(subject, random), body: fill(body, random) };
    }),
  );
}

/** From the inside out: a choice may hold another. */
function fill(text: string, random: Rng): string {
  const made = text.replaceAll(/\{([^{}]*)\}/gu, (_, inside: string) => random.pick(SLOTS[inside] ?? inside.split('|')));
  return made === text ? text : fill(made, random);
}

const SLOTS: Readonly<Record<string, readonly string[]>> = {
  wallet: [
    ...['1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2', '3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy', 'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq'],
    ...['bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa'],
  ],
  dollars: ['$490', '$850', '950 USD', '$1,350', '1200 dollars', '$1900', '2,500 USD', '$4000'],
  euros: ['490 €', '850 EUR', '1.350 €', '1200 Euro', '1.900,00 EUR', '2 500 €', '€ 950'],
  sum: ['$12,480.00', '€ 8,930.50', 'USD 24,600', '£5,215.75', '$38,900', 'EUR 61.450,00', '$1,240'],
  small: ['$2.99', '€1.99', '£1.45', '2,99 €', '$3.20', '1,95 EUR'],
  charge: ['$299.99', '$349.99', '$459.00', '$499.99 USD', '$389.95', '$649.00'],
  wage: ['$350 per week', '$500 weekly', '$4,500 per month', '$25 an hour', '$1,200 a week', '$80,000 a year'],
  hours: ['24 hours', '48 hours', '72 hours', '12 hours', 'two days', '24h', '3 days'],
  iban: [
    'DE89 3704 0044 0532 0130 00',
    'GB29 NWBK 6016 1331 9268 19',
    'FR14 2004 1010 0505 0001 3M02 606',
    'NL91 ABNA 0417 1643 00',
    'ES91 2100 0418 4502 0005 1332',
  ],
  phone: ['+1 (202) 555-0143', '1-808-555-0172', '+1 888 555 0119', '(877) 555-0161', '+1-855-555-0124'],
  phoneEu: ['+44 20 7946 0958', '030 901820 44', '+49 30 9018 2044', '+33 1 99 00 12 34', '020 7946 0231'],
  name: [
    'Ana Abel',
    'Zoe Quist',
    'Omar Haddad',
    'Lena Vogt',
    'Marc Duval',
    'Paula Reis',
    'Tom Baker',
    'Ines Romero',
    'Jan de Wit',
  ],
  first: ['Ana', 'Zoe', 'Omar', 'Lena', 'Marc', 'Paula', 'Tom', 'Ines', 'Jan', 'Sam'],
  company: ['Contoso', 'Fabrikam', 'Northwind', 'Adventure Works', 'Woodgrove Bank', 'Tailspin', 'Litware', 'Proseware'],
  brand: [
    'Woodgrove Bank',
    'Northwind Pay',
    'Tailspin Cloud',
    'Proseware Mail',
    'Litware Drive',
    'Relecloud',
    'Fourth Coffee Wallet',
  ],
  courier: ['Fabrikam Parcel', 'Tailspin Post', 'Trey Delivery', 'Adventure Express'],
  number: ['INV-20418', '4471-2290', '88120', 'RE-2025-0417', 'PO 77120', '100453', 'A-55102'],
  day: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
  date: ['12 March 2025', 'April 3, 2025', '14.05.2025', '2025-06-02', '9 September'],
};
