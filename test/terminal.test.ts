import { describe, expect, it } from 'vitest';
import { harmless, table, wrapped } from '../src/terminal.ts';

describe('text from records', () => {
  it.each([
    ['an escape that repaints the screen', 'a\u001b[2Jb', 'a·[2Jb'],
    ['a return that writes over the line', 'paid\rowed', 'paid·owed'],
    ['a character that turns text around', 'invoice\u202efdp.exe', 'invoice·fdp.exe'],
    ['an isolate that does so too', '\u2066a\u2069', '·a·'],
    ['an eight-bit control', '\u009b31m', '·31m'],
    ['a bell, a null, a delete', '\u0007\u0000\u007f', '···'],
  ])('has %s shown and not obeyed', (_, text, shown) => {
    expect(harmless(text)).toBe(shown);
  });

  it('is otherwise as it was, in any script', () => {
    for (const text of ['Zoë Ångström', '请款单', 'דוח', 'تقرير', '👩‍💻 . – “x”', 'two\nlines']) expect(harmless(text)).toBe(text);
  });
});

describe('a table', () => {
  it('has columns as wide as their widest cell, and no blanks at the end of a line', () => {
    expect(
      table(
        ['ID', 'WHO'],
        [
          ['inc-1', 'ana'],
          ['x', 'bo'],
        ],
      ),
    ).toBe('ID     WHO\ninc-1  ana\nx      bo');
  });

  it('shortens what is too long and says so', () => {
    expect(table(['A'], [['abcdefgh']], 5)).toBe('A\nabcd…');
    expect(table(['A'], [['abcde']], 5)).toBe('A\nabcde');
  });

  it('shows what could repaint the screen', () => {
    expect(table(['A'], [['\u001b[31m']])).toBe('A\n·[31m');
  });

  it('without rows is its headings', () => {
    expect(table(['ID', 'WHO'], [])).toBe('ID  WHO');
  });
});

describe('wrapped text', () => {
  it('is broken at spaces, no line longer than asked', () => {
    expect(wrapped('one two three four', 9)).toBe('one two\nthree\nfour');
  });

  it('keeps its own line breaks', () => {
    expect(wrapped('# head\n\nbody', 80)).toBe('# head\n\nbody');
  });

  it('does not break a word, however long', () => {
    expect(wrapped('a verylongword b', 6)).toBe('a\nverylongword\nb');
  });

  it('puts what belongs to an item under it', () => {
    expect(wrapped('- one two three\n  - four five', 9)).toBe('- one two\n  three\n  - four\n    five');
  });

  it('leaves a query between fences as it must be copied', () => {
    const query = "```cypher\nMATCH (f:File {id: 'Shared Documents/a b c'})\n```";
    expect(wrapped(`${query}\none two`, 4)).toBe(`${query}\none\ntwo`);
  });
});
