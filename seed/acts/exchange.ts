// What administrators of Exchange do for the whole organisation.

import type { Instant } from '../../src/model/time.ts';
import type { Rng } from '../random.ts';
import type { SeedRecord } from '../record.ts';
import type { Session } from '../session.ts';
import type { Person } from '../tenant.ts';
import { exchangeCommand, pathOf } from '../wire/m365-exchange.ts';
import type { World } from '../world.ts';
import { portOf } from './mailbox.ts';

export interface TransportRule {
  readonly name: string;
  /** Mail with one of these in it … */
  readonly words: readonly string[];
  /** … also goes here, unseen. */
  readonly copyTo: string;
}

export function transportRule(world: World, rng: Rng, session: Session, at: Instant, rule: TransportRule): SeedRecord[] {
  const command = {
    at,
    id: rng.guid(),
    session,
    operation: 'New-TransportRule',
    object: '',
    server: session.person.mailbox.server,
    port: portOf(rng),
    parameters: () => [
      { Name: 'Name', Value: rule.name },
      { Name: 'SetAuditSeverity', Value: 'DoNotAudit' },
      { Name: 'Mode', Value: 'Enforce' },
      { Name: 'Comments', Value: '' },
      { Name: 'StopRuleProcessing', Value: 'False' },
      { Name: 'BlindCopyTo', Value: rule.copyTo },
      { Name: 'SubjectOrBodyContainsWords', Value: rule.words.join(';') },
      { Name: 'RuleErrorAction', Value: 'Ignore' },
      { Name: 'SenderAddressLocation', Value: 'Header' },
    ],
    through: 'web' as const,
  };
  return [exchangeCommand(world.tenant, command)];
}

/** What this person does to mailboxes is no longer written down. */
export function bypassAudit(world: World, rng: Rng, session: Session, at: Instant, of: Person): SeedRecord[] {
  const command = {
    at,
    id: rng.guid(),
    session,
    operation: 'Set-MailboxAuditBypassAssociation',
    object: pathOf(world.tenant, of.mailbox),
    server: session.person.mailbox.server,
    port: portOf(rng),
    parameters: () => [
      { Name: 'Identity', Value: of.mailbox.address },
      { Name: 'AuditBypassEnabled', Value: 'True' },
    ],
    through: 'shell' as const,
  };
  return [exchangeCommand(world.tenant, command)];
}
