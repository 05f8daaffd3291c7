// What a person wrote, before it is kept.

import { badInput } from './errors.ts';

/** The audit keeps reasons for ever. */
export const longestReason = 2_000;

/** Without blanks around it; undefined when nothing is left. `where` names the argument to whoever wrote too much. */
export function textOf(where: string, given: string | null | undefined, longest: number): string | undefined {
  const said = given?.trim() ?? '';
  if (said.length > longest) throw badInput(`${where}: expected at most ${longest} characters, found ${said.length}`);
  return said === '' ? undefined : said;
}
