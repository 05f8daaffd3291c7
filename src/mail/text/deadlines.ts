// How many hours a text gives its reader.

const NUMBERS: Readonly<Record<string, number>> = {
  ...{
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    ten: 10,
    twelve: 12,
    'twenty-four': 24,
    'twenty four': 24,
    'forty-eight': 48,
    'forty eight': 48,
  },
  ...{ einem: 1, eines: 1, zwei: 2, drei: 3, vier: 4, fünf: 5, sieben: 7, zehn: 10, vierundzwanzig: 24, achtundvierzig: 48 },
  ...{ un: 1, deux: 2, trois: 3, quatre: 4, cinq: 5, sept: 7, dix: 10, dos: 2, tres: 3, cuatro: 4, cinco: 5, siete: 7, diez: 10 },
  ...{
    due: 2,
    tre: 3,
    quattro: 4,
    cinque: 5,
    sette: 7,
    dieci: 10,
    dois: 2,
    duas: 2,
    três: 3,
    quatro: 4,
    sete: 7,
    dez: 10,
    twee: 2,
    drie: 3,
    vijf: 5,
    zeven: 7,
    tien: 10,
  },
};
const MINUTE = 1 / 60;
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^min/u, MINUTE],
  [/^(?:h|hr|hrs|hs|hours?|stunden?|std|heures?|horas?|ora|ore|uur|uren|godzin\p{L}*|час\p{L}*|時間|小时)$/u, 1],
  [
    /^(?:days?|tagen?|tage|jours?|días?|dias?|giorn[oi]|dag|dagen|dni|д(?:ень|ня|ней)|日|天|business days?|working days?|werktagen?|jours ouvrés|werkdagen|dias úteis|días hábiles|giorni lavorativi)$/u,
    24,
  ],
  [/^(?:weeks?|wochen?|semaines?|semanas?|settiman[ae]|weken|week)$/u, 168],
];
const UNIT_WORDS = [
  ...[
    'minutes?',
    'minuten',
    'minutos',
    'minuti',
    'mins?',
    'hours?',
    'hrs?',
    'hs',
    'h',
    'stunden?',
    'std',
    'heures?',
    'horas?',
    'or[ae]',
    'uur',
    'uren',
    'godzin\\p{L}{0,2}',
    'час\\p{L}{0,3}',
    '時間',
    '小时',
  ],
  ...[
    'business days?',
    'working days?',
    'days?',
    'werktagen?',
    'tagen?',
    'jours ouvrés',
    'jours?',
    'días hábiles',
    'días?',
    'dias úteis',
    'dias?',
    'giorni lavorativi',
    'giorn[oi]',
    'werkdagen',
    'dagen',
    'dag',
    'dni',
    '日',
    '天',
    'дня',
    'дней',
  ],
  ...['weeks?', 'wochen?', 'semaines?', 'semanas?', 'settiman[ae]', 'weken'],
].join('|');
/** What makes a time a limit. */
const LIMITS = [
  ...[
    'within',
    'in the next',
    'in less than',
    'you have',
    'you ve got',
    'you got',
    'you only have',
    'have only',
    'have exactly',
    'gives? you',
    'giving you',
    'less than',
    'no later than',
    'not later than',
    'in',
    'after',
    'next',
    'only',
    'exactly',
    'expires? in',
    'last',
  ],
  ...[
    'innerhalb(?: von)?',
    'binnen',
    'in den nächsten',
    'in den kommenden',
    'sie haben',
    'du hast',
    'haben sie',
    'nach',
    'nur',
    'noch',
    'weniger als',
  ],
  ...['dans les', 'dans un délai de', 'sous', 'd ici', 'vous avez', 'tu as', 'avant', 'moins de', 'prochaines'],
  ...['dentro de', 'en', 'en las próximas', 'en un plazo de', 'en menos de', 'tienes', 'tiene', 'plazo de', 'próximas'],
  ...['entro(?: e non oltre)?', 'nelle prossime', 'hai', 'avete', 'ha', 'prossime', 'meno di', 'solo'],
  ...[
    'nas próximas',
    'em até',
    'no prazo de',
    'dentro de',
    'você tem',
    'voce tem',
    'tem',
    'prazo de',
    'em menos de',
    'em',
    'apenas',
    'até',
  ],
  ...['binnen', 'in de komende', 'je hebt', 'u heeft', 'u hebt', 'nog', 'w ciągu', 'masz', 'в течение', 'у вас есть', 'у вас'],
].join('|');
const LIMIT = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:${LIMITS})[ ]{1,2}(?:the |a |den |de |das |des |las |les |le |i |os |as |total |maximum |of |about |exactly |genau |next |only |just |nur |nächsten ){0,2})` +
    `(\\d{1,3}|${Object.keys(NUMBERS).join('|')})(?: ?\\([^)\\n]{1,20}\\))?[ -]{0,2}(${UNIT_WORDS})(?![\\p{L}\\d])(?! (?:ago|a day|per day|old|am tag|par jour|al día|por dia|al giorno|per dag))`,
  'gu',
);
const SHORT =
  /(?<![\d.,:/$€£-])(\d{1,3}) ?(?:h|hrs?|hours?)(?: ?(?:deadline|left|remaining|limit|notice|to (?:pay|respond|comply|act|reply|confirm|verify)))(?![\p{L}\d])/gu;
const CHARACTERS = /(\d{1,3})\s?(時間|日|小时|天)(?:以内|以內|之内|内)/gu;

/** Ways of saying a day or less without a number. */
const SAYINGS: readonly (readonly [RegExp, number])[] = [
  [
    /(?:by|before|until|no later than) tomorrow|bis (?:spätestens )?morgen|d['’ ]ici demain|avant demain|antes de mañana|para mañana|entro domani|até amanhã|(?:voor|uiterlijk) morgen/gu,
    24,
  ],
  [
    /(?:by|before) (?:the )?(?:end of (?:the )?(?:day|today|business)|close of business|cob|eod|midnight)|today only|bis (?:heute abend|ende des tages|mitternacht)|avant (?:ce soir|minuit)|antes de (?:la )?medianoche|hoy mismo|entro (?:oggi|mezzanotte|stasera)|ainda hoje|até (?:hoje|meia-noite)|(?:voor|uiterlijk) (?:vandaag|vanavond|middernacht)/gu,
    12,
  ],
];

const NUMBER_WORD = new RegExp(`(?<![\\p{L}\\d])(?:${Object.keys(NUMBERS).join('|')})$`, 'u');
const UNIT_BEHIND =
  /[\s-](?:hours?|days?|weeks?|minutes|stunden|tagen?|wochen|heures|jours|semaines|horas|d[ií]as|semanas|ore|giorni|settimane|uur|dagen|weken)(?![\p{L}])/gu;

/** The places of a text in small letters where a number is written as a word before a unit of time. */
function besideNumberWords(small: string): string {
  const places = [...small.matchAll(UNIT_BEHIND)].filter(({ index }) =>
    NUMBER_WORD.test(small.slice(Math.max(0, index - 20), index).replace(/ ?\([^)\n]{1,20}\)$/u, '')),
  );
  return places.map(({ 0: unit, index }) => small.slice(Math.max(0, index - 60), index + unit.length + 12)).join('\n\n');
}

/** `beside` are the parts of a text that have digits. Different ways of saying the same give the same number. Longer than a quarter of a year presses nobody. */
export function deadlinesOf(beside: string, whole: string): number[] {
  const small = whole.toLowerCase();
  const text = `${beside.toLowerCase()}\n\n${besideNumberWords(small)}`;
  const said = [...text.matchAll(LIMIT), ...text.matchAll(SHORT), ...text.matchAll(CHARACTERS)].map(
    ({ 1: number = '', 2: unit = 'h', index }) => ({
      index,
      hours: (NUMBERS[number.toLowerCase()] ?? Number(number)) * unitOf(unit),
    }),
  );
  const sayings = SAYINGS.flatMap(([saying, hours]) => [...small.matchAll(saying)].map(({ index }) => ({ index, hours })));
  return [...said, ...sayings]
    .filter(({ hours }) => hours > 0 && hours <= 2200)
    .sort((a, b) => a.index - b.index)
    .map(({ hours }) => Math.round(hours * 100) / 100);
}

const unitOf = (unit: string): number => UNITS.find(([form]) => form.test(unit))?.[1] ?? 1;
