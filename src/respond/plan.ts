// What waits for an answer in an incident as it is now. Incidents merge and are split; their proposals are kept by the id
// they were made under, so some are about what went to another incident, and some are there twice. Those wait unseen, not
// withdrawn: what analysts say is undone as well. What was decided or done stays to be seen wherever it was.

import type { Action } from '../model/action.ts';
import { thingOf } from '../model/finding.ts';
import type { EntityRef } from '../model/finding.ts';

/** In the given order; of one deed to one thing, the proposal made under the incident's own id, else the first. */
export function planOf(
  actions: readonly Action[],
  { id, involves }: { readonly id: string; readonly involves: readonly EntityRef[] },
): Action[] {
  const held = new Set(involves.map(thingOf));
  const ownFirst = [...actions].sort((a, b) => Number(isWaiting(a)) - Number(isWaiting(b)) || rank(a, id) - rank(b, id));
  const shown = new Set<Action>();
  const answered = new Set<string>();
  for (const action of ownFirst) {
    const deed = `${action.action}\n${thingOf(action.target)}`;
    if (isWaiting(action) && (answered.has(deed) || !held.has(thingOf(action.target)))) continue;
    if (action.status !== 'denied' && action.status !== 'expired') answered.add(deed);
    shown.add(action);
  }
  return actions.filter((action) => shown.has(action));
}

const isWaiting = ({ status }: Action): boolean => status === 'proposed';
const rank = ({ incident }: Action, id: string): number => (incident === id ? 0 : 1);
