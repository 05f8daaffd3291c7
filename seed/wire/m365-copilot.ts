// The unified audit log on programs that answer people: who asked, which
// program, and the files it read for the answer. Never the question.

import type { Instant } from '../../src/model/time.ts';
import type { SeedRecord } from '../record.ts';
import type { Session } from '../session.ts';
import type { Agent, Site, SiteFile, Tenant } from '../tenant.ts';
import { lazily } from './lazy.ts';
import { urlOf } from './m365-file.ts';
import { cutToSecond, isoBare } from './time.ts';

export interface AgentAct {
  readonly at: Instant;
  readonly id: string;
  readonly session: Session;
  readonly agent: Agent;
  readonly threadId: string;
  readonly messageIds: readonly [question: string, answer: string];
  readonly files: readonly { readonly site: Site; readonly file: SiteFile }[];
}

export function agentAsked(tenant: Tenant, act: AgentAct): SeedRecord {
  const at = cutToSecond(act.at);
  return lazily({ source: 'm365-audit', at, id: act.id, feed: 'Copilot' }, () => {
    const { person, place, id: sessionId } = act.session;
    const [question, answer] = act.messageIds;
    return {
      AppAccessContext: { AADSessionId: sessionId },
      CreationTime: isoBare(at),
      Id: act.id,
      Operation: 'CopilotInteraction',
      OrganizationId: tenant.id,
      RecordType: 261,
      UserKey: person.id,
      UserType: 0,
      Version: 1,
      Workload: 'Copilot',
      ClientIP: place.address,
      UserId: person.upn,
      AgentId: act.agent.appId,
      AgentName: act.agent.displayName,
      AppIdentity: `Copilot.Studio.${act.agent.appId}`,
      CopilotEventData: {
        AccessedResources: act.files.map(({ site, file }) => ({
          Action: 'Read',
          Id: urlOf(site, file),
          Name: file.name,
          SiteUrl: site.url,
          Type: file.extension,
        })),
        AppHost: 'bizchat',
        Contexts: [],
        Messages: [
          { Id: question, isPrompt: true },
          { Id: answer, isPrompt: false },
        ],
        ThreadId: act.threadId,
      },
    };
  });
}
