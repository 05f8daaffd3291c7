// The unified audit log on chats and meetings: that there were some, with whom,
// and where a message points; never what was said.

import type { Instant } from '../../src/model/time.ts';
import type { SeedRecord } from '../record.ts';
import type { Session } from '../session.ts';
import type { Person, Tenant } from '../tenant.ts';
import { lazily } from './lazy.ts';
import { cutToSecond, isoBare } from './time.ts';

export type TeamsOperation = 'ChatCreated' | 'MessageSent' | 'MessageCreatedHasLink' | 'MeetingDetail' | 'TeamsSessionStarted';

export interface TeamsAct {
  readonly at: Instant;
  readonly id: string;
  readonly session: Session;
  /** The chat's or the meeting's. */
  readonly threadId: string;
  readonly messageId: string;
  readonly minutes: number;
  /** Colleagues, and addresses of people outside. */
  readonly others: readonly (Person | string)[];
  readonly links: readonly string[];
}

export function teamsActivity(tenant: Tenant, act: TeamsAct, operation: TeamsOperation): SeedRecord {
  const at = cutToSecond(act.at);
  return lazily({ source: 'm365-audit', at, id: act.id, feed: 'Teams' }, () => {
    const { person, place, id: sessionId } = act.session;
    return {
      AppAccessContext: { AADSessionId: sessionId },
      CreationTime: isoBare(at),
      Id: act.id,
      Operation: operation,
      OrganizationId: tenant.id,
      RecordType: 25,
      UserKey: person.id,
      UserType: 0,
      Version: 1,
      Workload: 'MicrosoftTeams',
      ClientIP: place.address,
      UserId: person.upn.toLowerCase(),
      ...particulars(tenant, act, operation, at),
    };
  });
}

function particulars(tenant: Tenant, act: TeamsAct, operation: TeamsOperation, at: Instant): object {
  if (operation === 'TeamsSessionStarted') return { ItemName: '', ...clientOf(act.session) };
  if (operation === 'MeetingDetail') {
    return {
      MeetingDetailId: act.threadId,
      StartTime: isoBare(at),
      EndTime: isoBare(at + act.minutes * 60_000),
      Modalities: ['Audio', 'ScreenSharing'],
      Attendees: membersOf(tenant, act).map(({ UPN }) => ({ UPN, RecipientType: 'User' })),
      CommunicationSubType: 'Meeting',
    };
  }
  const chat = {
    ChatThreadId: act.threadId,
    CommunicationType: act.others.length > 1 ? 'GroupChat' : 'OneOnOne',
    ...clientOf(act.session),
  };
  if (operation === 'ChatCreated') return Object.assign(chat, { Members: membersOf(tenant, act), ItemName: act.threadId });
  return Object.assign(chat, {
    MessageId: act.messageId,
    MessageVersion: act.messageId,
    ItemName: act.threadId,
    ...(act.links.length === 0 ? {} : { MessageURLs: act.links }),
    ParticipantInfo: { HasForeignTenantUsers: act.others.some((other) => typeof other === 'string'), HasGuestUsers: false },
  });
}

const membersOf = (tenant: Tenant, { session, others }: TeamsAct) =>
  [session.person, ...others].map((member) =>
    typeof member === 'string'
      ? { UPN: member, DisplayName: member, Role: 0 }
      : { UPN: member.upn, DisplayName: member.displayName, OrganizationId: tenant.id, Role: member === session.person ? 1 : 0 },
  );

const clientOf = ({ device }: Session) => ({
  ExtraProperties: [
    { Key: 'OsName', Value: device.operatingSystem.replace(/\W?\d.*$/, '').toLowerCase() },
    { Key: 'ClientName', Value: device.kind === 'phone' ? 'skypeteams-mobile' : 'skypeteams' },
  ],
});
