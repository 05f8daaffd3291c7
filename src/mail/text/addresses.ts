// Mail addresses in a text, also where the @ is written as a word in brackets.

const ADDRESS = /(?<![\w.+%-])[\w.+%-]{1,64}(?:@|\s?[[({]\s?at\s?[\])}]\s?)[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}/giu;

/** In small letters. */
export const addressesOf = (text: string): string[] =>
  (/@|[[({] ?at ?[\])}]/iu.test(text) ? [...text.matchAll(ADDRESS)] : [])
    .map(([written]) => written.replace(/\s?[[({]\s?at\s?[\])}]\s?/iu, '@').toLowerCase())
    .filter((address) => /\.[a-z][a-z0-9-]*$/u.test(address));
