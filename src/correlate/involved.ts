// Who and what an incident touches, in which role and with what part, and from when to when.

import { thingOf } from '../model/finding.ts';
import type { Finding } from '../model/finding.ts';
import type { Involvement } from '../model/incident.ts';
import { partsIn } from './parts.ts';

/** In (role, label, key) order. */
export function involvedIn(findings: readonly Finding[]): Involvement[] {
  const parts = partsIn(findings);
  const involved = new Map<string, Involvement>();
  for (const { about, at, lastAt } of findings)
    for (const { label, key, role } of about) {
      const { part = 'bystander', stages = [] } = parts.get(thingOf({ label, key })) ?? {};
      const id = `${role}\n${label}\n${key}`;
      const seen = involved.get(id);
      involved.set(id, {
        label,
        key,
        role,
        part,
        stages,
        firstAt: Math.min(seen?.firstAt ?? at, at),
        lastAt: Math.max(seen?.lastAt ?? lastAt, lastAt),
      });
    }
  return [...involved].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}
