// Lists of words as people write them down: with commas, over as many lines as it takes.

/** `phrases('Aged debtors, Payment run')`; throws when there is nothing in it. */
export function phrases(text: string): readonly [string, ...string[]] {
  const [first, ...others] = text.trim().replace(/\s+/g, ' ').split(', ');
  if (first === undefined || first === '') throw new Error('a list of phrases with nothing in it');
  return [first, ...others];
}

/** Single words, with spaces between. */
export const words = (text: string): readonly string[] => text.trim().split(/\s+/);
