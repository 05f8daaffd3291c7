// Dates named in a text, as days. `04/03/2026` is left out: which of the two is the month, nobody can tell.

const MONTHS: readonly string[] = [
  'january|jan|januar|jänner|janvier|enero|gennaio|janeiro|januari',
  'february|feb|februar|février|fevrier|febrero|febbraio|fevereiro|februari',
  'march|mar|märz|mars|marzo|março|marco|maart',
  'april|apr|avril|abril|aprile',
  'may|mai|mayo|maggio|maio|mei',
  'june|jun|juni|juin|junio|giugno|junho',
  'july|jul|juli|juillet|julio|luglio|julho',
  'august|aug|août|aout|agosto|augustus',
  'september|sept|sep|septembre|septiembre|settembre|setembro',
  'october|oct|oktober|okt|octobre|octubre|ottobre|outubro',
  'november|nov|novembre|noviembre|novembro',
  'december|dec|dezember|dez|décembre|decembre|diciembre|dicembre|dezembro',
];
const names = MONTHS.join('|');
const ISO = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/gu;
const NUMBERS = /(?<![\d.,])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/gu;
const DAY_FIRST = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?(?: of| de| den)?[ -](${names})\\.?,?(?: de| del)?[ -](\\d{4})(?!\\d)`,
  'giu',
);
const MONTH_FIRST = new RegExp(`(?<!\\p{L})(${names})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`, 'giu');
const JAPANESE = /(\d{4})年(\d{1,2})月(\d{1,2})日/gu;

/** ISO dates in the order of the text. */
export function datesOf(text: string): string[] {
  const all = [
    ...[...text.matchAll(ISO), ...text.matchAll(JAPANESE)].map(({ 1: year, 2: month, 3: day, index }) => ({
      index,
      date: dateOf(year, Number(month), day),
    })),
    ...[...text.matchAll(DAY_FIRST)].map(({ 1: day, 2: month = '', 3: year, index }) => ({
      index,
      date: dateOf(year, monthOf(month), day),
    })),
    ...[...text.matchAll(MONTH_FIRST)].map(({ 1: month = '', 2: day, 3: year, index }) => ({
      index,
      date: dateOf(year, monthOf(month), day),
    })),
    ...[...text.matchAll(NUMBERS)].map(({ 1: one, 2: mark = '', 3: two, 4: year, index }) => ({
      index,
      date: ofNumbers(Number(one), mark, Number(two), year),
    })),
  ];
  return all.sort((a, b) => a.index - b.index).flatMap(({ date }) => date ?? []);
}

const monthOf = (name: string): number => MONTHS.findIndex((month) => month.split('|').includes(name.toLowerCase())) + 1;

/** With dots the day is first; else the one above twelve is the day. */
function ofNumbers(one: number, mark: string, two: number, year: string | undefined): string | undefined {
  if (mark === '.' || one > 12 || one === two) return dateOf(year, two, one);
  return two > 12 ? dateOf(year, one, two) : undefined;
}

/** Undefined for what no calendar has, and for years no mail speaks of. */
function dateOf(year: string | undefined, month: number, day: string | number | undefined): string | undefined {
  const [y, d] = [Number(year), Number(day)];
  const isDay = month >= 1 && month <= 12 && d >= 1 && d <= new Date(Date.UTC(y, month, 0)).getUTCDate();
  return isDay && y >= 1900 && y <= 2100
    ? `${String(y)}-${String(month).padStart(2, '0')}-${String(d).padStart(2, '0')}`
    : undefined;
}
