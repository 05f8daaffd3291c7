// The unified audit log on links followed out of mails, as Safe Links saw it.

import type { Instant } from '../../src/model/time.ts';
import type { Message } from '../message.ts';
import type { SeedRecord } from '../record.ts';
import type { Session } from '../session.ts';
import type { Tenant } from '../tenant.ts';
import { lazily } from './lazy.ts';
import { cutToSecond, isoBare } from './time.ts';

export interface LinkAct {
  readonly at: Instant;
  readonly id: string;
  readonly session: Session;
  readonly url: string;
  readonly message: Message;
}

export function linkFollowed(tenant: Tenant, act: LinkAct): SeedRecord {
  const at = cutToSecond(act.at);
  const { session, message } = act;
  return lazily({ source: 'm365-audit', at, id: act.id, feed: 'ThreatIntelligence' }, () => ({
    CreationTime: isoBare(at),
    Id: act.id,
    Operation: 'TIUrlClickData',
    OrganizationId: tenant.id,
    RecordType: 41,
    UserKey: 'ThreatIntel',
    UserType: 4,
    Version: 1,
    Workload: 'ThreatIntelligence',
    UserId: session.person.upn.toLowerCase(),
    AppName: 'Mail',
    AppVersion: '0.0.0000',
    EventDeepLink: `https://security.microsoft.com/threatexplorer?messageParams=${message.networkMessageId}`,
    SourceId: message.networkMessageId,
    TimeOfClick: isoBare(at),
    Url: act.url,
    UrlClickAction: 0,
    UserIp: session.place.address,
  }));
}
