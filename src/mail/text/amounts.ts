// Amounts of money with their currency: by sign, code or word, before or behind the number, as different countries write it.

import type { Money } from '../entities.ts';

const NUMBER = String.raw`\d{1,3}(?:[.,'’ \u00a0]\d{3}){1,4}(?:[.,]\d{1,2})?|\d{1,12}(?:[.,]\d{1,8})?`;
const TIMES = String.raw`(?:\s?(k|thousand|tsd|mil|mille|tausend|m|mio|mn|million(?:s|en|es)?|millones|milhões|milhao|milhão|milioni|miljoen|billion(?:s)?|bn)(?![\p{L}]))?`;

/** Signs and codes that stand before or behind a number. */
const SIGNS: Readonly<Record<string, string>> = {
  ...{
    $: 'USD',
    us$: 'USD',
    usd: 'USD',
    '€': 'EUR',
    eur: 'EUR',
    '£': 'GBP',
    gbp: 'GBP',
    '¥': 'JPY',
    jpy: 'JPY',
    '₹': 'INR',
    inr: 'INR',
    rs: 'INR',
  },
  ...{
    r$: 'BRL',
    brl: 'BRL',
    chf: 'CHF',
    cad: 'CAD',
    c$: 'CAD',
    ca$: 'CAD',
    aud: 'AUD',
    a$: 'AUD',
    au$: 'AUD',
    nzd: 'NZD',
    sek: 'SEK',
    nok: 'NOK',
    dkk: 'DKK',
  },
  ...{
    pln: 'PLN',
    zł: 'PLN',
    czk: 'CZK',
    huf: 'HUF',
    mxn: 'MXN',
    cny: 'CNY',
    rmb: 'CNY',
    hkd: 'HKD',
    sgd: 'SGD',
    zar: 'ZAR',
    aed: 'AED',
    sar: 'SAR',
    ngn: 'NGN',
    '₦': 'NGN',
  },
  ...{
    rub: 'RUB',
    '₽': 'RUB',
    try: 'TRY',
    '₺': 'TRY',
    krw: 'KRW',
    '₩': 'KRW',
    btc: 'BTC',
    '₿': 'BTC',
    eth: 'ETH',
    xmr: 'XMR',
    usdt: 'USDT',
    ltc: 'LTC',
    bch: 'BCH',
  },
};
/** Words that stand behind a number. */
const WORDS: Readonly<Record<string, string>> = {
  ...{
    dollar: 'USD',
    dollars: 'USD',
    dólares: 'USD',
    dolares: 'USD',
    dollari: 'USD',
    bucks: 'USD',
    euro: 'EUR',
    euros: 'EUR',
    pound: 'GBP',
    pounds: 'GBP',
    quid: 'GBP',
    pfund: 'GBP',
  },
  ...{
    franken: 'CHF',
    francs: 'CHF',
    reais: 'BRL',
    rupees: 'INR',
    yen: 'JPY',
    円: 'JPY',
    元: 'CNY',
    yuan: 'CNY',
    naira: 'NGN',
    rubles: 'RUB',
    рублей: 'RUB',
    pesos: 'MXN',
    kr: 'SEK',
  },
  ...{ bitcoin: 'BTC', bitcoins: 'BTC', ether: 'ETH', ethereum: 'ETH', monero: 'XMR', tether: 'USDT' },
};

const escaped = (names: readonly string[]): string =>
  [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(/[$|]/gu, String.raw`\$&`))
    .join('|');
const signs = escaped(Object.keys(SIGNS));
const BEFORE = new RegExp(`(?<![\\p{L}\\d$])(${signs})[.: \\u00a0]{0,2}(${NUMBER})(?!\\d)${TIMES}`, 'gu');
const BEHIND = new RegExp(
  `(?<![\\d.,$€£¥])(${NUMBER})${TIMES}[ \\u00a0-]{0,2}(?:us |u\\.s\\. |of |de |di |in )?(${signs}|${escaped(Object.keys(WORDS))})(?![\\p{L}\\d$])`,
  'gu',
);

export function amountsOf(written: string): Money[] {
  const text = written.toLowerCase();
  const before = [...text.matchAll(BEFORE)].map(({ 1: sign = '', 2: number = '', 3: times, index }) => ({
    index,
    money: moneyOf(sign, number, times),
  }));
  const behind = [...text.matchAll(BEHIND)].map(({ 1: number = '', 2: times, 3: sign = '', index }) => ({
    index,
    money: moneyOf(sign, number, times),
  }));
  // `$500 USD` is one amount: what stands behind is not told again within a few characters
  const own = behind.filter(
    ({ index, money }) => !before.some((it) => Math.abs(it.index - index) <= 4 && it.money.amount === money.amount),
  );
  return [...before, ...own]
    .sort((a, b) => a.index - b.index)
    .map(({ money }) => money)
    .filter(({ amount }) => amount > 0);
}

function moneyOf(sign: string, number: string, times: string | undefined): Money {
  const currency = SIGNS[sign] ?? WORDS[sign] ?? sign.toUpperCase();
  return { currency, amount: valueOf(number) * factorOf(times ?? '') };
}

/** `1,234.56`, `1.234,56`, `1 234`, `0,125`: three digits behind the last mark are thousands, unless a nought stands before it. */
export function valueOf(number: string): number {
  const bare = number.replaceAll(/['’ \u00a0]/gu, '');
  const mark = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','));
  if (mark < 0) return Number(bare);
  const behind = bare.slice(mark + 1);
  const isFraction = behind.length !== 3 || /^0[.,]/u.test(bare);
  const whole = bare.slice(0, mark).replaceAll(/[.,]/gu, '');
  return isFraction ? Number(`${whole}.${behind}`) : Number(whole + behind);
}

function factorOf(times: string): number {
  if (times === '') return 1;
  if (/^(?:k|thousand|tsd|tausend|mil|mille)$/u.test(times)) return 1e3;
  return times === 'bn' || times.startsWith('billion') ? 1e9 : 1e6;
}
