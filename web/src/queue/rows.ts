// What a row of the queue says, worked out from what the API tells of an incident.

import type { QueueRow } from '../api/types.ts';
import { plural } from '../lib/format.ts';
import { groupName } from '../lib/names.ts';
import type { Sort } from '../lib/address.ts';

export interface Who {
  readonly label: string;
  readonly name: string;
  /** The whole key, where it is one thing. */
  readonly whole?: string;
}

/** Of a kind the first stands for itself, several by their number; people before what they use. */
const order = ['User', 'Mailbox', 'Rule', 'App', 'Email', 'File', 'AuthMethod', 'Device', 'Country', 'IP'];

/** At most `most` groups, the actors by name. */
export function involved(entities: QueueRow['entities'], most = 3): Who[] {
  const groups = order.flatMap((label) => {
    const keys = [...new Set(entities.filter((it) => it.label === label).map(({ key }) => key))];
    return keys.length === 0 ? [] : [{ label, keys }];
  });
  return groups.slice(0, most).map(({ label, keys }) => {
    const actor = entities.find((it) => it.label === label && it.role === 'actor')?.key;
    const [first = ''] = keys;
    if (keys.length === 1) return { label, name: groupName(label, keys), whole: first };
    if (actor !== undefined) return { label, name: `${groupName(label, [actor])} +${keys.length - 1}`, whole: actor };
    return { label, name: groupName(label, keys) };
  });
}

export interface Answer {
  readonly kind: 'waits' | 'done' | 'failed' | 'none';
  readonly says: string;
}

/** Where the response stands: what waits for a person comes first. */
export function answerOf(actions: QueueRow['actions']): Answer {
  const of = (...statuses: readonly string[]): number => actions.filter(({ status }) => statuses.includes(status)).length;
  const waiting = of('proposed');
  if (of('failed') > 0) return { kind: 'failed', says: `${plural(of('failed'), 'step')} failed` };
  if (waiting > 0) return { kind: 'waits', says: `${plural(waiting, 'step')} ${waiting === 1 ? 'waits' : 'wait'} for you` };
  if (of('approved', 'executing') > 0) return { kind: 'done', says: `${plural(of('approved', 'executing'), 'step')} under way` };
  if (of('verified') > 0) return { kind: 'done', says: `${plural(of('verified'), 'step')} checked` };
  if (of('dryRun') > 0) return { kind: 'none', says: 'Tried dry' };
  if (of('denied') > 0) return { kind: 'none', says: 'Denied' };
  if (of('expired') > 0) return { kind: 'none', says: 'Lapsed' };
  return { kind: 'none', says: 'Nothing to do' };
}

const chanceOf = ({ escalation }: QueueRow): number => escalation.probability;

/** Highest or newest first; ties by id, so that the order is one. */
export function sorted(rows: readonly QueueRow[], sort: Sort): QueueRow[] {
  const value = (row: QueueRow): number =>
    sort === 'score' ? row.score : sort === 'chance' ? chanceOf(row) : Date.parse(row.changedAt);
  return [...rows].sort((a, b) => value(b) - value(a) || b.score - a.score || (a.id < b.id ? -1 : 1));
}

/** What was believed after each finding, and last what is believed now. */
export const sparkOf = ({ escalation }: QueueRow): number[] => [
  escalation.history[0]?.before ?? escalation.probability,
  ...escalation.history.map(({ after }) => after),
  escalation.probability,
];

/** What was believed before the last finding. */
export const beforeOf = ({ escalation }: QueueRow): number => escalation.history.at(-1)?.before ?? escalation.probability;
