// What an entry of the lexicon is: a concept, what it says in words, and the phrases that name it, language by language.
//
// Phrases are parted by `;`. `verif*` is every word that begins so, `(your|the)` one of several, `_` up to three words of
// any kind. Case, accents and apostrophes do not matter.

type Language = 'en' | 'de' | 'fr' | 'es' | 'it' | 'pt' | 'nl' | 'pl' | 'ja' | 'ru' | 'sv' | 'zh';

export type Entry = {
  /** As one would say of a message that names it: `threatens to publish something private`. */
  readonly says: string;
} & { readonly [language in Language]?: string };

export type Lexicon = Readonly<Record<string, Entry>>;
