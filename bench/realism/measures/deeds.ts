// What people do: the mix, in words that are the same whichever log tells it.

import type { Event } from '../../../src/model/event.ts';
import { mixOf } from '../measure.ts';
import type { Measure } from '../measure.ts';
import { isAct } from '../telemetry.ts';

export function deedIn(event: Event): string {
  switch (event.kind) {
    case 'signIn':
      return `sign-in: ${event.outcome}`;
    case 'mailAccess':
      return event.access === 'sync' ? 'mail: synchronised' : 'mail: opened';
    case 'mailItem':
      return `mail: ${deeds[event.deed]}`;
    case 'fileAccess':
      return `file: ${event.deed}`;
    case 'mailboxRule':
      return 'mailbox: rule or forwarding';
    case 'delegation':
      return 'mailbox: delegated';
    case 'methodChange':
      return 'directory: second factor';
    case 'consent':
    case 'roleChange':
      return 'directory: consent or role';
    case 'adminChange':
      return areaOf(event.operation) ?? areas[event.workload] ?? 'other';
    case 'other':
      return areaOf(event.operation) ?? 'other';
    case 'mail':
    case 'connection':
    case 'alert':
      return 'other';
  }
}

/** What the kinds of events leave together, told apart by the beginning of the operation's name. */
const operations: readonly (readonly [RegExp, string])[] = [
  [/^(Message|Meeting|Chat|Teams?|Channel|Reacted|Call)[A-Z]/, 'teams'],
  [/^SearchQuery/, 'searched'],
  [/^(TIUrlClick|SafeLinksUrl)/, 'mail: link clicked'],
  [/^Copilot/, 'asked an agent'],
];

const areaOf = (operation: string): string | undefined => operations.find(([begins]) => begins.test(operation))?.[1];

/** Workloads by their names in the audit log and in the directory's own. */
const areas: Readonly<Record<string, string>> = {
  AzureActiveDirectory: 'directory: other',
  'Core Directory': 'directory: other',
  'Self-service Password Management': 'directory: other',
  'Authentication Methods': 'directory: other',
  Exchange: 'mailbox: settings',
  MicrosoftTeams: 'teams',
  OneDrive: 'file: other',
  SharePoint: 'file: other',
};

const deeds = {
  sent: 'sent',
  created: 'created',
  updated: 'updated',
  moved: 'moved',
  trashed: 'deleted',
  softDeleted: 'deleted',
  hardDeleted: 'deleted',
} as const;

export const mix: Measure = {
  ...{ id: 'deeds', title: 'What people do', axis: 'share of records', form: 'mix' },
  collect: () => mixOf((seen) => (isAct(seen) ? deedIn(seen.event) : undefined)),
};
