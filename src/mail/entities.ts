// What a text names that money, people and time hang on.

export interface Money {
  /** ISO 4217 where the sign or word tells, `BTC` and the like among them. */
  readonly currency: string;
  readonly amount: number;
}

export interface Entities {
  /** Whose check digits are right; in capitals, without blanks. */
  readonly ibans: readonly string[];
  /** Payment cards with a right check digit: the last four digits alone, the number is told to nobody. */
  readonly cards: readonly string[];
  /** Cryptocurrency addresses whose checksum is right. */
  readonly wallets: readonly string[];
  /** As it looks like one, and the checksum is wrong. */
  readonly falseWallets: number;
  /** Digits with a leading + where it has one. */
  readonly phones: readonly string[];
  readonly amounts: readonly Money[];
  /** Hours within which something is demanded: `within 24 hours`, `48h`, `by tomorrow`. */
  readonly deadlines: readonly number[];
  readonly addresses: readonly string[];
  /** Numbers of invoices, orders, accounts, as written after their word. */
  readonly references: readonly string[];
  /** National identifiers with a right check digit (US SSN shape, UK NINO, DE tax id …): how many; they are told to nobody. */
  readonly personalNumbers: number;
  /** Names of people and organisations as far as the text shows them by its form (greetings, signatures, `Ltd`, `GmbH`). */
  readonly people: readonly string[];
  readonly organisations: readonly string[];
  /** Dates named in the text, ISO `2026-03-04`. */
  readonly dates: readonly string[];
}
