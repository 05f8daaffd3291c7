// The unified audit log on Exchange's commands, which people run by hand, in
// the administration pages, or without knowing it through webmail.

import type { SeedRecord } from '../record.ts';
import type { Session } from '../session.ts';
import type { Mailbox, Tenant } from '../tenant.ts';
import type { Instant } from '../../src/model/time.ts';
import { resources, targets } from './apps.ts';
import { lazily } from './lazy.ts';
import { cutToSecond, isoBare } from './time.ts';

export interface Parameter {
  readonly Name: string;
  readonly Value: string;
}

export interface Command {
  readonly at: Instant;
  readonly id: string;
  readonly session: Session;
  readonly operation: string;
  /** What was changed, as Exchange writes it; empty for what concerns the organisation. */
  readonly object: string;
  /** Mailbox server that carried it out. */
  readonly server: string;
  readonly port: number;
  readonly parameters: () => readonly Parameter[];
  /** Webmail runs commands on a person's behalf; administrators' pages and shells are another application. */
  readonly through: 'web' | 'shell';
}

export function exchangeCommand(tenant: Tenant, command: Command): SeedRecord {
  const at = cutToSecond(command.at);
  return lazily({ source: 'm365-audit', at, id: command.id, feed: 'Exchange' }, () => {
    const { person, place, id: sessionId } = command.session;
    return {
      AppAccessContext: { AADSessionId: sessionId },
      CreationTime: isoBare(at),
      Id: command.id,
      Operation: command.operation,
      OrganizationId: tenant.id,
      RecordType: 1,
      ResultStatus: 'True',
      UserKey: person.puid,
      UserType: 2,
      Version: 1,
      Workload: 'Exchange',
      ClientIP: withPort(place.address, command.port),
      ObjectId: command.object,
      UserId: person.upn,
      AppId: command.through === 'web' ? resources.exchange.id : targets.exchangePowerShell.app.id,
      ClientAppId: '',
      ExternalAccess: false,
      OrganizationName: tenant.initialDomain,
      OriginatingServer: `${command.server} (15.20.9388.003)`,
      Parameters: command.parameters(),
      SessionId: sessionId,
    };
  });
}

/** An IPv6 address needs brackets before a port can follow it. */
export const withPort = (address: string, port: number): string =>
  address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;

/** Where Exchange keeps a mailbox: `forest/Microsoft Exchange Hosted Organizations/contoso.onmicrosoft.com/ana`. */
export const pathOf = (tenant: Tenant, mailbox: Mailbox): string =>
  `${tenant.forest}/Microsoft Exchange Hosted Organizations/${tenant.initialDomain}/${mailbox.alias}`;
