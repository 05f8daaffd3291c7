// Lists of names that models ask about: what counts as being on one.

import { describe, expect, it } from 'vitest';
import { nameListOf } from '../../src/mail/lists.ts';
import { placedYaml } from '../../src/tenant/mail-models.ts';

const list = (kind: string, entries: readonly string[]) =>
  nameListOf('it', placedYaml(JSON.stringify({ title: 'It', kind, entries })));

describe('a list of domains', () => {
  const domains = list('domains', ['Fabrikam.test', 'mail.northwind.test']);

  it.each(['fabrikam.test', 'WWW.fabrikam.test', 'a.b.fabrikam.test', 'cora@fabrikam.test', 'cora@post.fabrikam.test'])(
    'has %s',
    (value) => {
      expect(domains.has(value)).toBe(true);
    },
  );

  it.each(['notfabrikam.test', 'fabrikam.test.adatum.test', 'test', '', 'northwind.test', 'fabrikam.test@adatum.test'])(
    'has not %s',
    (value) => {
      expect(domains.has(value)).toBe(false);
    },
  );

  it('counts each once', () => {
    expect(list('domains', ['fabrikam.test', 'FABRIKAM.test']).size).toBe(1);
  });
});

describe('a list of words', () => {
  const words = list('words', ['wire transfer', 'Überweisung']);

  it.each(['a wire transfer today', 'WIRE\n  TRANSFER', 'wire-transfer', 'die überweisung', 'ÜBERWEISUNG!'])(
    'is in %j',
    (text) => {
      expect(words.has(text)).toBe(true);
    },
  );

  it.each(['wired transfers', 'transfer wire', 'wire a transfer', ''])('is not in %j', (text) => {
    expect(words.has(text)).toBe(false);
  });

  it('takes no longer for a long text', () => {
    expect(words.has('wire '.repeat(2_000_000))).toBe(false);
  });
});

it('a list of texts has the whole of one, whatever its case', () => {
  const texts = list('texts', ['Invoice', '12']);
  expect(['INVOICE', ' invoice ', '12'].map((text) => texts.has(text))).toEqual([true, true, true]);
  expect(['an invoice', '1', ''].map((text) => texts.has(text))).toEqual([false, false, false]);
});

it('an entry no text could hold is refused', () => {
  expect(() => list('words', ['a b c d e f g'])).toThrow('at most 6 words in a row');
  expect(() => list('words', ['!!!'])).toThrow('a word');
  expect(() => list('domains', ['localhost'])).toThrow('is a domain');
  expect(() => list('texts', [''])).toThrow('expected an entry as text, found nothing');
});
