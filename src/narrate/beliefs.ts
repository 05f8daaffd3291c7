// What changed in what was believed of an incident, as sentences. Numbers and ids only: no title, no name.

import type { Belief, Difference, Numbering, Outlook, Turn } from '../model/belief.ts';
import type { IncidentStatus } from '../model/incident.ts';
import { verdictWords } from './similar.ts';
import { capital, count, list, percent } from './words.ts';

/** An entry of the chronicle after the one before it, if there was one. Its findings are named in the order given. */
export function beliefTold(before: Belief | undefined, entry: Belief, numbers: Numbering): string[] {
  const was = before?.ended === true ? undefined : before;
  if (entry.ended) return [...joinings(entry), 'From then on it did not stand by itself.'];
  if (was === undefined) return [...opening(before, entry.added, numbers), ...joinings(entry)];
  return [...joinings(entry), ...moves(entry, numbers), ...views(was, entry)];
}

/** What lies between two moments. */
export function differenceTold(difference: Difference, numbers: Numbering): string[] {
  const { from, to } = difference;
  if (to === undefined) return from === undefined ? [] : [...joinings(difference), 'It did not stand by itself any more.'];
  if (from === undefined)
    return ['It was not known before.', ...opening(undefined, to.findings, numbers), ...joinings(difference)];
  return [...joinings(difference), ...moves(difference, numbers), ...views(from, to)];
}

const opening = (before: Belief | undefined, holds: readonly string[], numbers: Numbering): string[] => [
  `It ${before === undefined ? 'holds' : 'stands again, with'} ${count(holds.length, 'finding')}${named(holds, numbers)}.`,
];

const joinings = ({ merged, parted, cameOf }: Turn): string[] => [
  ...(cameOf.length > 0 ? [`It parted from ${list(cameOf, mostNamed)}.`] : []),
  ...(merged.length > 0 ? [`It was joined with ${list(merged, mostNamed)}.`] : []),
  ...(parted.length > 0 ? [`${list(parted, mostNamed)} parted from it.`] : []),
];

const moves = ({ added, removed }: Turn, numbers: Numbering): string[] => [
  ...(added.length > 0 ? [`${capital(count(added.length, 'finding'))} came to it${named(added, numbers)}.`] : []),
  ...(removed.length > 0 ? [`${capital(count(removed.length, 'finding'))} left it${named(removed, numbers)}.`] : []),
];

function views(was: Outlook, is: Outlook): string[] {
  const [before, after] = [percent(was.probability), percent(is.probability)];
  const [low, high] = [was.score.toFixed(), is.score.toFixed()];
  return [
    ...(was.incident === is.incident ? [] : [`From then on it went by ${is.incident}.`]),
    ...(before === after ? [] : [`Probability went from ${before} to ${after}.`]),
    ...(low === high ? [] : [`Score went from ${low} to ${high}.`]),
    ...(was.title === is.title ? [] : ['It was given another title.']),
    ...handling(was, is),
  ];
}

function handling(was: Outlook, is: Outlook): string[] {
  if (was.status === is.status && was.verdict === is.verdict) return [];
  const verdict = is.verdict === undefined ? '' : `, judged ${verdictWords[is.verdict]}`;
  return [`It was ${was.status === 'closed' && is.status !== 'closed' ? 'opened again' : statusWords[is.status]}${verdict}.`];
}

const statusWords: Readonly<Record<IncidentStatus, string>> = { open: 'left open', inProgress: 'taken up', closed: 'closed' };

/** What one sentence names; more are counted. */
const mostNamed = 10;

/** `: 3 and 7a`; findings whose number nobody knows any more are counted, not named. */
function named(ids: readonly string[], numbers: Numbering): string {
  const known = ids.flatMap((id) => numbers.get(id) ?? []);
  return known.length === 0 ? '' : `: ${list(known, mostNamed)}`;
}
