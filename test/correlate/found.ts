// Findings with sensible defaults: medium, about Ana, at a fixed hour.

import type { About, Finding, Role } from '../../src/model/finding.ts';
import type { EntityLabel } from '../../src/model/graph.ts';

/** Where examples begin: 2026-03-04T09:00Z. */
export const start = Date.UTC(2026, 2, 4, 9);

const roles: Partial<Record<EntityLabel, Role>> = {
  User: 'actor',
  Mailbox: 'mailbox',
  Rule: 'rule',
  AuthMethod: 'method',
  Session: 'session',
  Device: 'device',
  File: 'file',
};

/** An entity in its usual role, touched by `spread` people. */
export const touched = (label: EntityLabel, key: string, spread = 1): About => ({
  label,
  key,
  role: roles[label] ?? 'place',
  spread,
});

export const ana = touched('User', 'ana');
export const bo = touched('User', 'bo');

export function found(id: string, given: Partial<Finding> = {}): Finding {
  const at = given.at ?? start;
  return {
    id,
    detection: 'something-odd',
    title: 'Something odd',
    stage: 'access',
    tactics: ['initial-access'],
    techniques: ['T1078'],
    lastAt: at,
    severity: 'medium',
    surpriseBits: 0,
    says: 'did something odd',
    about: [ana],
    because: [`event of ${id}`],
    context: [],
    ...given,
    at,
  };
}
