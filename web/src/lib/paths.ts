// How two things hang together, in words: the things of a path, and between each two what ties them.

import type { PathStep } from '../api/types.ts';
import type { EndLabel } from './address.ts';
import { mechanismName } from './words.ts';

export type { PathStep as Step };

export interface Leg {
  readonly thing: PathStep;
  /** What leads here from the thing before; absent for the first. */
  readonly tie?: Tie;
}

/** `record`: one act that touches both, and what each is to it. `direct`: what the one is to the other, in words. */
export type Tie =
  | { readonly kind: 'record'; readonly record: PathStep; readonly before: string; readonly after: string }
  | { readonly kind: 'direct'; readonly says: string; readonly because?: string };

/** A record is never an end, and never stands beside another. */
export function legsOf(steps: readonly PathStep[]): Leg[] {
  return steps.flatMap((step, index): Leg[] => {
    if (step.label === 'Event') return [];
    const before = steps[index - 1];
    if (before === undefined) return [{ thing: step }];
    if (before.label === 'Event')
      return [
        {
          thing: step,
          tie: { kind: 'record', record: before, before: partIn(before.via), after: partIn(step.via) },
        },
      ];
    return [{ thing: step, tie: directly(step) }];
  });
}

const partsIn: Readonly<Record<string, string>> = {
  BY: 'by',
  FROM: 'from',
  ON: 'on',
  TO: 'to',
  BECAUSE: 'told of in',
};

const partIn = (via: string | null): string => partsIn[via ?? ''] ?? 'with';

/** What the thing before is to the next: along the arrow, and against it. */
const ties: Readonly<Record<string, readonly [string, string]>> = {
  OWNS: ['owns', 'belongs to'],
  IN: ['is in', 'holds'],
  WORKS_IN: ['works in', 'is worked on by'],
  ABOUT: ['names', 'is named by'],
  LINKED: ['is linked to', 'is linked to'],
};

function directly({ via, direction, mechanism, because }: PathStep): Tie {
  if (mechanism !== null)
    return { kind: 'direct', says: `is linked by the ${mechanismName(mechanism)} to`, ...(because !== null && { because }) };
  const [along, against] = ties[via ?? ''] ?? ['is tied to', 'is tied to'];
  return { kind: 'direct', says: direction === 'against' ? against : along };
}

/** What a key of the kind looks like. */
export const keyHints: Readonly<Record<EndLabel, string>> = {
  User: 'Sign-in name, mail address or object id: priya@contoso.test',
  IP: 'Address, version 4 or 6: 192.0.2.7 or 2001:db8::7',
  Mailbox: 'Mail address: finance@contoso.test',
  File: 'As findings show it: the path or address of the file',
  Device: 'Device id or name, as findings show it',
  App: 'Application id',
  Email: 'Message id, with its brackets: <4f2a@contoso.test>',
  Rule: 'Mailbox, backslash, name of the rule: priya@contoso.test\\Archive',
  Domain: 'Name of the domain: contoso.test',
  Url: 'The whole link, as it was sent: https://contoso.test/x',
  Session: 'Session id',
  AuthMethod: 'Kind and whose, as findings show it',
  Campaign: 'Id of a campaign, as its page shows it',
  Finding: 'Id of a finding; "Ways from here" beside a finding fills it in',
  Country: 'Two letters: DE',
  Asn: 'Number of the network: 64500',
};
