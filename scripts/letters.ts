// How often one letter follows another in words and names, counted from free text: writes src/learn/network/letters.ts.
//
//   tsx scripts/letters.ts docs/*.md README.md package-lock.json seed/**/*.ts src/**/*.ts
//
// Every different word of at least four letters counts once, so that no text's favourite word decides.

import { readFileSync, writeFileSync } from 'node:fs';

const ALPHABET = '^abcdefghijklmnopqrstuvwxyz';
/** As if each pair had been seen this often before. */
const BEFORE = 0.5;
/** Of −log2 of a share: a letter of the alphabet below is a step of a quarter of a bit. */
const STEPS_A_BIT = 4;
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

const words = new Set<string>();
for (const path of process.argv.slice(2))
  for (const word of readFileSync(path, 'utf8')
    // hashes in lock files are no words
    .replace(/sha\d+-[\w+/=]+/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .match(/[a-z]{4,}/g) ?? [])
    words.add(word);

const counts = Array.from(ALPHABET, () => Array.from(ALPHABET, () => BEFORE));
for (const word of words)
  for (let i = 0; i <= word.length; i += 1) {
    const row = counts[ALPHABET.indexOf(word[i - 1] ?? '^')];
    const column = ALPHABET.indexOf(word[i] ?? '^');
    if (row !== undefined) row[column] = (row[column] ?? 0) + 1;
  }

const rows = counts.map((row) => {
  const sum = row.reduce((total, count) => total + count, 0);
  return row.map((count) => DIGITS[Math.min(DIGITS.length - 1, Math.round(-Math.log2(count / sum) * STEPS_A_BIT))]).join('');
});

writeFileSync(
  new URL('../src/learn/network/letters.ts', import.meta.url),
  `// How improbable one letter is after another in words and names: −log2 of the share, in quarters of a bit, A being nothing.
//
// Counted by scripts/letters.ts from the ${words.size} different words of this repository's own documents, sources and the names
// of the packages it uses. A row for the letter before, a column for the one after; ^ stands before the first and after the last.

export const ALPHABET = '${ALPHABET}';

export const LETTERS: readonly string[] = [
${rows.map((row) => `  '${row}',`).join('\n')}
];
`,
);
