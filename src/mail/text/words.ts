// The words of a message, read once: how they are written, and which concepts of the lexicon they name.

import type { Words } from '../words.ts';
import { phrases } from './concept.ts';
import type { Concept } from './concept.ts';
import { LONGEST_TEXT } from './entities.ts';
import { visible } from './normalise.ts';
import { findPhrases, knows } from './phrases.ts';
import { tokensOf } from './tokens.ts';
import type { Token } from './tokens.ts';

/** Of the subject and the text a person sees, of which the first 64 KiB are read. */
export function wordsOf(subject: string, seen: string): Words {
  const head = visible(subject.slice(0, 1000));
  const body = visible(seen.slice(0, LONGEST_TEXT));
  const tokens = [...tokensOf(head.text, isWord), ...tokensOf(body.text, isWord)];
  const found = findPhrases(
    phrases,
    tokens.map(({ word }) => word),
  );
  return {
    ...signsOf(body.text),
    ...kindsOf(tokens),
    invisible: head.invisible + body.invisible,
    disguised: disguisedIn(tokens, found),
    mentions: found.map(({ name, from }) => ({ concept: name, at: from })),
    concepts: counted(found),
  };
}

/** Digits and signs for letters are undone where a word of the lexicon comes of it. */
const isWord = (word: string): boolean => word.length >= 5 && knows(phrases, word);

/** What the text is made of, character by character. */
function signsOf(text: string) {
  const signs = { letters: 0, capitals: 0, digits: 0, exclamations: 0, questions: 0, emoji: 0, lines: text === '' ? 0 : 1 };
  let others = '';
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 97 && code <= 122) signs.letters += 1;
    else if (code >= 65 && code <= 90) {
      signs.letters += 1;
      signs.capitals += 1;
    } else if (code >= 48 && code <= 57) signs.digits += 1;
    else if (code === 10) signs.lines += 1;
    else if (code === 33) signs.exclamations += 1;
    else if (code === 63) signs.questions += 1;
    else if (code > 127) others += text[at] ?? '';
  }
  return { characters: text.length, ...(others === '' ? signs : withOthers(signs, others)) };
}

const times = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;

/** Characters beyond ASCII, which are few or the text is short of words. */
function withOthers<Signs extends Record<string, number>>(signs: Signs, others: string): Signs {
  const more = {
    letters: times(others, /\p{L}/gu),
    capitals: times(others, /\p{Lu}/gu),
    digits: times(others, /\p{Nd}/gu),
    exclamations: times(others, /！/gu),
    questions: times(others, /？/gu),
    emoji: times(others, /\p{Emoji_Presentation}/gu),
  };
  return { ...signs, ...Object.fromEntries(Object.entries(more).map(([name, count]) => [name, (signs[name] ?? 0) + count])) };
}

function kindsOf(tokens: readonly Token[]) {
  const kinds = { sentences: 0, shouted: 0, mixedScripts: 0, long: 0, imperatives: 0 };
  const different = new Set<string>();
  for (const { word, startsSentence, isShouted, isMixed } of tokens) {
    different.add(word);
    kinds.shouted += isShouted ? 1 : 0;
    kinds.mixedScripts += isMixed ? 1 : 0;
    kinds.long += word.length > 6 ? 1 : 0;
    kinds.sentences += startsSentence ? 1 : 0;
    kinds.imperatives += startsSentence && IMPERATIVES.has(word) ? 1 : 0;
  }
  return { count: tokens.length, distinct: different.size, ...kinds };
}

/** Words of phrases found, and only found, with their disguise undone. */
function disguisedIn(tokens: readonly Token[], found: readonly { readonly from: number; readonly to: number }[]): number {
  const disguised = new Set<number>();
  for (const { from, to } of found)
    for (let at = from; at < to; at += 1) if (tokens[at]?.isMixed === true || tokens[at]?.isSpelled === true) disguised.add(at);
  return disguised.size;
}

function counted(found: readonly { readonly name: Concept }[]): Map<Concept, number> {
  const counts = new Map<Concept, number>();
  for (const { name } of found) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** Verbs by which a sentence tells its reader to do something, accents dropped. */
const IMPERATIVES: ReadonlySet<string> = new Set([
  ...[
    'please',
    'kindly',
    'click',
    'call',
    'open',
    'verify',
    'confirm',
    'update',
    'send',
    'pay',
    'visit',
    'reply',
    'contact',
    'sign',
    'log',
    'download',
    'review',
    'follow',
    'enter',
  ],
  ...[
    'complete',
    'check',
    'use',
    'buy',
    'order',
    'transfer',
    'act',
    'claim',
    'provide',
    'scan',
    'read',
    'view',
    'see',
    'tap',
    'press',
    'get',
    'keep',
    'make',
    'let',
    'do',
    'don',
    'never',
  ],
  ...[
    'bitte',
    'klicken',
    'klick',
    'bestatigen',
    'offnen',
    'rufen',
    'senden',
    'uberweisen',
    'zahlen',
    'prufen',
    'melden',
    'aktualisieren',
    'folgen',
    'laden',
    'antworten',
    'schicken',
  ],
  ...[
    'veuillez',
    'cliquez',
    'confirmez',
    'ouvrez',
    'appelez',
    'envoyez',
    'payez',
    'verifiez',
    'connectez',
    'suivez',
    'consultez',
    'telechargez',
    'repondez',
    'merci',
    'mettez',
  ],
  ...[
    'haga',
    'haz',
    'confirme',
    'abra',
    'llame',
    'envie',
    'pague',
    'verifique',
    'inicie',
    'siga',
    'descargue',
    'responda',
    'actualice',
    'ingrese',
    'pulse',
  ],
  ...[
    'clicca',
    'conferma',
    'apri',
    'chiama',
    'invia',
    'paga',
    'verifica',
    'accedi',
    'segui',
    'scarica',
    'rispondi',
    'aggiorna',
    'inserisci',
  ],
  ...[
    'clique',
    'acesse',
    'confirme',
    'ligue',
    'baixe',
    'atualize',
    'evite',
    'regularize',
    'resgate',
    'siga',
    'verifique',
    'digite',
  ],
  ...['klik', 'bevestig', 'bel', 'stuur', 'betaal', 'controleer', 'volg', 'gebruik', 'vul', 'gelieve'],
]);
