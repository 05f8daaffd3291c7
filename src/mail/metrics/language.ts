// In which language and which letters a message speaks.

import { metric } from '../metric.ts';
import type { Metric } from '../metric.ts';
import { languageOf } from '../text/language.ts';

const version = 1;

export const language: readonly Metric[] = [
  metric({
    id: 'language.is',
    version,
    unit: 'text',
    from: 'text',
    title: 'the language of the body, as ISO 639-1 has it',
    of: ({ language }) => language,
  }),
  metric({
    id: 'language.scripts',
    version,
    unit: 'count',
    from: 'text',
    title: 'scripts the body is written in, each with one letter in twenty at least',
    of: ({ seen }) => scriptsOf(seen),
  }),
  metric({
    id: 'language.differs-from-header',
    version,
    unit: 'flag',
    from: 'text',
    title: 'is in another language than its header says',
    of: ({ language, message }) => differs(language, message.headers.first('content-language')),
  }),
  metric({
    id: 'language.differs-from-quoted',
    version,
    unit: 'flag',
    from: 'text',
    title: 'answers in another language than the mail it quotes',
    of: ({ language, quoted }) => (language === undefined ? undefined : differs(language, languageOf(quoted))),
  }),
  metric({
    id: 'language.differs-from-country',
    version,
    unit: 'flag',
    from: 'text',
    title: 'is neither in English nor in a language of the country the author’s domain is registered in',
    of({ language, message }) {
      const spoken = SPOKEN[message.author?.domain.split('.').at(-1) ?? ''];
      return language === undefined || spoken === undefined ? undefined : language !== 'en' && !spoken.includes(language);
    },
  }),
];

/** Countries whose domains are used by those who live there; `co`, `me`, `tv`, `io` and their like are everybody's. */
const SPOKEN: Readonly<Record<string, readonly string[]>> = {
  ...{
    at: ['de'],
    be: ['nl', 'fr', 'de'],
    br: ['pt'],
    ch: ['de', 'fr', 'it'],
    cn: ['zh'],
    cz: ['cs', 'sk'],
    de: ['de'],
    dk: ['da'],
  },
  ...{ es: ['es', 'ca', 'gl', 'eu'], fi: ['fi', 'sv'], fr: ['fr'], gr: ['el'], hu: ['hu'], ie: ['ga'], it: ['it'], jp: ['ja'] },
  ...{ kr: ['ko'], lu: ['fr', 'de', 'lb'], mx: ['es'], nl: ['nl'], no: ['no', 'nb', 'nn'], pl: ['pl'], pt: ['pt'], ro: ['ro'] },
  ...{ ru: ['ru'], se: ['sv'], tr: ['tr'], tw: ['zh'], ua: ['uk', 'ru'], uk: ['cy', 'gd'], ar: ['es'], cl: ['es'], pe: ['es'] },
};

/** Undefined where one of the two is not known. */
function differs(is: string | undefined, other: string | undefined): boolean | undefined {
  const said = other?.split(/[-,;\s]/u, 1)[0]?.toLowerCase() ?? '';
  return is === undefined || said === '' ? undefined : is !== said;
}

const SCRIPTS = [
  /\p{sc=Latin}/gu,
  /\p{sc=Cyrillic}/gu,
  /\p{sc=Greek}/gu,
  /\p{sc=Arabic}/gu,
  /\p{sc=Hebrew}/gu,
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu,
] as const;

function scriptsOf(seen: string): number {
  const text = seen.slice(0, 8192);
  if (/^[\0-\x7f]*$/.test(text)) return /[A-Za-z]/.test(text) ? 1 : 0;
  const counts = SCRIPTS.map((script) => text.match(script)?.length ?? 0);
  const all = counts.reduce((sum, count) => sum + count, 0);
  return counts.filter((count) => count > 0 && count >= all / 20).length;
}
