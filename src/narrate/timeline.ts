// Beats in order, repeats folded: one for each deed.

import type { Beat } from '../model/incident.ts';
import type { Telling } from './acquaintance.ts';
import { clause, nothingTold } from './clauses.ts';
import { cites, deedsOf } from './deeds.ts';
import type { Deed } from './deeds.ts';
import { sentence } from './sentence.ts';
import { capital, count, name } from './words.ts';

/** Longer than this is not read; the first and the last beats are kept. */
const MOST_BEATS = 200;

export function timeline(telling: Telling, deeds: readonly Deed[] = deedsOf(telling)): readonly Beat[] {
  const told = nothingTold();
  const beats = deeds.map((deed) => {
    const who = deed.who === undefined ? 'somebody' : name(telling.nameOf(deed.who));
    return {
      at: deed.at,
      until: deed.until,
      stage: deed.stage,
      sentence: sentence(`${capitalUnlessName(deed, who)} ${clause(deed, telling, told)}.`, cites(deed)),
    };
  });
  return beats.length <= MOST_BEATS ? beats : shortened(beats);
}

/** The beginning, the end, and one beat that says how much is left out between them. */
function shortened(beats: readonly Beat[]): readonly Beat[] {
  const head = beats.slice(0, MOST_BEATS / 2);
  const tail = beats.slice(-MOST_BEATS / 2);
  const middle = beats.slice(head.length, beats.length - tail.length);
  const [first] = middle;
  if (first === undefined) return beats;
  const says = `${count(middle.length, 'further step')} of the same kinds are left out here.`;
  const ids = middle.flatMap((beat) => beat.sentence.cites);
  return [...head, { ...first, until: middle.at(-1)?.until ?? first.until, sentence: sentence(capital(says), ids) }, ...tail];
}

const capitalUnlessName = (deed: Deed, who: string): string => (deed.who === undefined ? capital(who) : who);
