// The language of a text that is long enough to tell.

import { expect, it } from 'vitest';
import { languageOf } from '../../../src/mail/text/language.ts';

it.each([
  ['en', 'Here are the minutes of the meeting on Thursday, please tell me if I forgot anything important.'],
  ['de', 'Anbei das Protokoll der Besprechung vom Donnerstag, bitte sagen Sie mir, ob etwas Wichtiges fehlt.'],
  ['fr', 'Voici le compte rendu de la réunion de jeudi, dites-moi s’il manque quelque chose d’important.'],
  ['pt', 'Segue a ata da reunião de quinta-feira, por favor me diga se esqueci alguma coisa importante.'],
  ['nl', 'Hierbij de notulen van de vergadering van donderdag, laat het me weten als er iets ontbreekt.'],
])('%s', (language, text) => {
  expect(languageOf(text)).toBe(language);
});

it.each(['', 'ok', 'Thanks, Ana', 'https://example.test/a/very/long/path/that/is/no/language/at/all', '1234567890 '.repeat(20)])(
  'is not told of: %s',
  (text) => {
    expect(languageOf(text)).toBeUndefined();
  },
);
