// The unified audit log on searches in mailboxes, where that is switched on.

import type { SeedRecord } from '../record.ts';
import type { Tenant } from '../tenant.ts';
import { lazily } from './lazy.ts';
import type { MailboxAct } from './m365-mailbox.ts';
import { cutToSecond, isoBare } from './time.ts';

/** What somebody typed into the search box of Outlook. */
export function mailSearched(tenant: Tenant, act: MailboxAct, words: string): SeedRecord {
  const at = cutToSecond(act.at);
  return lazily({ source: 'm365-audit', at, id: act.id, feed: 'Exchange' }, () => {
    const { person, place, id: sessionId } = act.session;
    return {
      AppAccessContext: { AADSessionId: sessionId },
      CreationTime: isoBare(at),
      Id: act.id,
      Operation: 'SearchQueryInitiatedExchange',
      OrganizationId: tenant.id,
      RecordType: 101,
      ResultStatus: 'Succeeded',
      UserKey: person.puid,
      UserType: 0,
      Version: 1,
      Workload: 'Exchange',
      ClientIP: place.address,
      UserId: person.upn,
      MailboxGuid: act.mailbox.guid,
      MailboxOwnerUPN: act.mailbox.address,
      OrganizationName: tenant.initialDomain,
      QuerySource: act.client === 'mobile' ? 'OutlookMobile' : act.client === 'desktop' ? 'Outlook' : 'OWA',
      QueryText: words,
      ScenarioName: 'Mail',
    };
  });
}
