// The tenant of Microsoft 365 that GRAPH_* names. One connection for as long as the process lives: it holds the token, and
// remembers what was asked lately, which Microsoft Graph would refuse a second time.

import { setTimeout as sleep } from 'node:timers/promises';
import type { MicrosoftSettings } from '../config.ts';
import type { Instant } from '../model/time.ts';
import type { Tenant } from '../respond/action.ts';
import type { MailTenant } from '../respond/copies.ts';
import { graphApi } from './graph-api.ts';
import { graphDirectory } from './graph-directory.ts';
import type { GraphNames } from './graph-directory.ts';
import { graphMail, mailMemory } from './graph-mail.ts';
import { permissionsIn, tokenSource } from './graph-token.ts';

export interface Microsoft {
  /** The tenant, where what is to be done is found by what the graph knows of it. */
  tenant(known: GraphNames & Pick<MailTenant, 'copiesOf'>): Tenant;
  /** Signs in, and says which permissions the application lacks and what cannot be done without; throws a TenantError. */
  lacks(): Promise<readonly Lack[] | undefined>;
}

export interface Lack {
  readonly permission: string;
  readonly actions: readonly string[];
}

/** Any of these will do, by action; after learn.microsoft.com/graph/api, least first. */
const needed: readonly { readonly actions: readonly string[]; readonly anyOf: readonly string[] }[] = [
  { actions: ['revoke-sessions'], anyOf: ['User.RevokeSessions.All', 'User.ReadWrite.All', 'Directory.ReadWrite.All'] },
  { actions: ['disable-account'], anyOf: ['User.EnableDisableAccount.All', 'User.ReadWrite.All', 'Directory.ReadWrite.All'] },
  {
    actions: ['revoke-sessions', 'disable-account'],
    anyOf: ['User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'],
  },
  { actions: ['disable-inbox-rule'], anyOf: ['MailboxSettings.ReadWrite'] },
  { actions: ['hold-mail', 'junk-mail', 'release-mail'], anyOf: ['SecurityAnalyzedMessage.ReadWrite.All'] },
  { actions: ['hold-mail', 'junk-mail', 'release-mail', 'notify-recipients'], anyOf: ['Mail.Read', 'Mail.ReadWrite'] },
  { actions: ['tag-mail'], anyOf: ['Mail.ReadWrite'] },
  { actions: ['notify-recipients'], anyOf: ['Mail.Send'] },
];

export function connect(settings: MicrosoftSettings, now: () => Instant): Microsoft {
  const token = tokenSource(settings, now);
  const api = graphApi({ base: settings.base, token, pause: (milliseconds) => sleep(milliseconds) });
  const memory = mailMemory();
  const { noticesFrom } = settings;

  return {
    tenant: (known) => ({
      ...graphDirectory(api, known),
      ...graphMail({ api, memory, now, copiesOf: known.copiesOf, ...(noticesFrom !== undefined && { noticesFrom }) }),
    }),

    async lacks() {
      const permissions = permissionsIn(await token(false));
      if (permissions === undefined) return undefined;
      const missing = needed.filter(({ anyOf }) => !anyOf.some((one) => permissions.includes(one)));
      return missing.map(({ anyOf, actions }) => ({ permission: anyOf[0] ?? '', actions }));
    },
  };
}
